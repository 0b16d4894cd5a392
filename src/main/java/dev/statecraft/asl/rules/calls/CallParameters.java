package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.Spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters that an optimised integration takes.
 *
 * @param needed without which the service refuses the definition
 * @param others that are documented; the service takes more than that (recorded 2023-04)
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Optimized integrations, read 2026-11</a>
 */
public record CallParameters(List<String> needed, Set<String> others) {
    private static final String PREFIX = "arn:aws:states:::";
    private static final CallParameters ANY = needing();

    private static final Map<String, CallParameters> ALL =
            Map.ofEntries(
                    Map.entry(
                            "lambda:invoke",
                            needing("FunctionName")
                                    .and(
                                            "Payload",
                                            "InvocationType",
                                            "Qualifier",
                                            "ClientContext")),
                    Map.entry(
                            "states:startExecution",
                            needing("StateMachineArn").and("Input", "Name", "TraceHeader")),
                    Map.entry(
                            "sqs:sendMessage",
                            needing("QueueUrl", "MessageBody")
                                    .and(
                                            "DelaySeconds",
                                            "MessageAttributes",
                                            "MessageDeduplicationId",
                                            "MessageGroupId")),
                    Map.entry(
                            "sns:publish",
                            needing("Message")
                                    .and(
                                            "TopicArn",
                                            "TargetArn",
                                            "PhoneNumber",
                                            "Subject",
                                            "MessageStructure",
                                            "MessageAttributes",
                                            "MessageDeduplicationId",
                                            "MessageGroupId")),
                    Map.entry("events:putEvents", needing("Entries").and("EndpointId")),
                    Map.entry("dynamodb:getItem", needing("TableName", "Key")),
                    Map.entry("dynamodb:putItem", needing("TableName", "Item")),
                    Map.entry("dynamodb:updateItem", needing("TableName", "Key")),
                    Map.entry("dynamodb:deleteItem", needing("TableName", "Key")),
                    Map.entry("ecs:runTask", needing("TaskDefinition")),
                    Map.entry("batch:submitJob", needing("JobName", "JobQueue", "JobDefinition")),
                    Map.entry("glue:startJobRun", needing("JobName")),
                    Map.entry(
                            "apigateway:invoke",
                            needing("ApiEndpoint", "Method")
                                    .and(
                                            "Stage",
                                            "Path",
                                            "Headers",
                                            "QueryParameters",
                                            "RequestBody",
                                            "AllowNullValues",
                                            "AuthType")),
                    Map.entry(
                            "http:invoke",
                            needing("ApiEndpoint", "Method")
                                    .and(
                                            "InvocationConfig",
                                            "Authentication",
                                            "Headers",
                                            "QueryParameters",
                                            "RequestBody",
                                            "Transform")));

    private static CallParameters needing(String... names) {
        return new CallParameters(List.of(names), Set.of());
    }

    private CallParameters and(String... names) {
        return new CallParameters(needed, Set.of(names));
    }

    /** @param resource of a task, such as {@code arn:aws:states:::sqs:sendMessage.waitForTaskToken} */
    public static CallParameters of(String resource) {
        if (!resource.startsWith(PREFIX)) {
            return ANY;
        }
        String called = resource.substring(PREFIX.length());
        int pattern = called.indexOf('.');
        return ALL.getOrDefault(pattern < 0 ? called : called.substring(0, pattern), ANY);
    }

    /** The parameters that are needed and not among {@code given}. */
    List<String> missing(Collection<String> given) {
        return needed.stream().filter(name -> !given.contains(name)).toList();
    }

    /** What {@code given} was probably meant to be, if it is no parameter of the call and resembles one. */
    Optional<String> meantBy(String given) {
        return names().contains(given) ? Optional.empty() : Spelling.nearest(given, names());
    }

    /** All that are known, the needed ones first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(needed);
        names.addAll(others.stream().sorted().toList());
        return names;
    }
}

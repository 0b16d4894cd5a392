package dev.statecraft.asl;

import dev.statecraft.asl.SourceNode.Field;
import dev.statecraft.asl.SourceNode.Fields;
import dev.statecraft.asl.StateIndex.Entry;

import java.util.List;
import java.util.Map;

/** Points out calls without a parameter that the service called cannot do without. */
final class CallParametersRule implements DefinitionRule {
    private static final String PREFIX = "arn:aws:states:::";

    /** Of the integrations that are used most. */
    private static final Map<String, List<String>> NEEDED =
            Map.ofEntries(
                    Map.entry("lambda:invoke", List.of("FunctionName")),
                    Map.entry("states:startExecution", List.of("StateMachineArn")),
                    Map.entry("sqs:sendMessage", List.of("QueueUrl", "MessageBody")),
                    Map.entry("sns:publish", List.of("Message")),
                    Map.entry("events:putEvents", List.of("Entries")),
                    Map.entry("dynamodb:getItem", List.of("TableName", "Key")),
                    Map.entry("dynamodb:putItem", List.of("TableName", "Item")),
                    Map.entry("dynamodb:updateItem", List.of("TableName", "Key")),
                    Map.entry("dynamodb:deleteItem", List.of("TableName", "Key")),
                    Map.entry("ecs:runTask", List.of("TaskDefinition")),
                    Map.entry("batch:submitJob", List.of("JobName", "JobQueue", "JobDefinition")),
                    Map.entry("glue:startJobRun", List.of("JobName")),
                    Map.entry("apigateway:invoke", List.of("ApiEndpoint", "Method")),
                    Map.entry("http:invoke", List.of("ApiEndpoint", "Method")));

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(entry -> entry.resource().startsWith(PREFIX))
                .forEach(entry -> check(entry, problems));
    }

    private static void check(Entry entry, Problems problems) {
        String name = entry.language() == QueryLanguage.JSONata ? "Arguments" : "Parameters";
        String called = entry.resource().substring(PREFIX.length());
        int pattern = called.indexOf('.');
        List<String> needed =
                NEEDED.getOrDefault(pattern < 0 ? called : called.substring(0, pattern), List.of());
        entry.node()
                .field(name)
                .ifPresent(
                        field -> {
                            // Parameters that an expression makes as a whole cannot be seen here.
                            if (field.value() instanceof Fields parameters) {
                                check(entry, field, parameters, needed, problems);
                            }
                        });
    }

    private static void check(
            Entry entry, Field field, Fields parameters, List<String> needed, Problems problems) {
        List<String> missing =
                needed.stream()
                        .filter(it -> !parameters.has(it) && !parameters.has(it + ".$"))
                        .toList();
        if (!missing.isEmpty()) {
            problems.report(
                    AdviceRule.MISSING_PARAMETER,
                    Place.ofName(entry.pointer(), field),
                    String.join(" and ", missing));
        }
    }
}

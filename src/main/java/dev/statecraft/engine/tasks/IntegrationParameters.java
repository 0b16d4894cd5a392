package dev.statecraft.engine.tasks;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The parameters of optimised integrations, which the service looks at before it schedules a task: the call must be possible,
 * whatever the called service will say to it.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Optimised integrations, read
 *     2026-11</a>
 */
public final class IntegrationParameters {
    /** Headers and query parameters may be repeated, so each has a list of values. */
    private static final Map<String, List<String>> LISTS_BY_NAME =
            Map.of("apigateway:invoke", List.of("Headers", "QueryParameters"));

    private IntegrationParameters() {}

    /** Why the task cannot be scheduled, in the service's words; empty if it can. */
    public static Optional<String> refusal(TaskRequest request) {
        String action = action(request.resource());
        List<String> faults =
                misshapen(action, request.input()).stream()
                        .map(it -> "The value of the field '" + it + "' has an invalid format")
                        .toList();
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The Parameters '"
                                + request.input()
                                + "' could not be used to start the Task: ["
                                + String.join(", ", faults)
                                + "]");
    }

    /** {@code sqs:sendMessage} of {@code arn:aws:states:::sqs:sendMessage.waitForTaskToken}. */
    private static String action(String resource) {
        String prefix = "arn:aws:states:::";
        if (!resource.startsWith(prefix)) {
            return "";
        }
        String named = resource.substring(prefix.length());
        int suffix = named.indexOf('.');
        return suffix < 0 ? named : named.substring(0, suffix);
    }

    private static List<String> misshapen(String action, JsonNode parameters) {
        return LISTS_BY_NAME.getOrDefault(action, List.of()).stream()
                .filter(parameters::has)
                .filter(field -> !isListsByName(parameters.get(field)))
                .toList();
    }

    private static boolean isListsByName(JsonNode value) {
        return value.isObject()
                && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isArray);
    }
}

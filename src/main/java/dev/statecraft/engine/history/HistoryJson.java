package dev.statecraft.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes events in the shape of GetExecutionHistory: {@code id}, {@code previousEventId}, {@code type}, {@code timestamp} (seconds
 * since 1970 with a fraction) and one {@code ...EventDetails}; values are JSON text.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</a>
 */
public final class HistoryJson {
    private final ExecutionHistory history;

    public HistoryJson(ExecutionHistory history) {
        this.history = history;
    }

    public ArrayNode events() {
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        history.events().forEach(event -> events.add(of(event)));
        return events;
    }

    public ObjectNode of(HistoryEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("timestamp", seconds(event.timestamp()));
        json.put("type", event.type().name());
        json.put("id", event.id());
        json.put("previousEventId", event.previousId());
        details(event.details()).ifPresent(details -> json.set(fieldOf(event), details));
        return json;
    }

    /** A moment as AWS's JSON protocols write it: seconds since 1970, with milliseconds as a fraction. */
    public static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }

    private static String fieldOf(HistoryEvent event) {
        if (event.type().isStateEntered()) {
            return "stateEnteredEventDetails";
        }
        if (event.type().isStateExited()) {
            return "stateExitedEventDetails";
        }
        String type = event.type().name();
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
    }

    private Optional<ObjectNode> details(EventDetails details) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (details) {
            case EventDetails.None none -> {
                return Optional.empty();
            }
            case EventDetails.Started started -> {
                value(json, "input", started.input());
                json.put("roleArn", started.roleArn());
            }
            case EventDetails.Succeeded succeeded -> value(json, "output", succeeded.output());
            case EventDetails.Failure failure -> failure(json, failure.error(), failure.cause());
            case EventDetails.Redriven redriven ->
                    json.put("redriveCount", redriven.redriveCount());
            case EventDetails.StateEntered entered -> {
                json.put("name", entered.name());
                value(json, "input", entered.input());
            }
            case EventDetails.StateExited exited -> exited(json, exited);
            case EventDetails.MapStarted map -> json.put("length", map.length());
            case EventDetails.Iteration iteration ->
                    json.put("name", iteration.name()).put("index", iteration.index());
            case EventDetails.MapRun run -> json.put("mapRunArn", run.mapRunArn());
            case EventDetails.MapRunRedriven run ->
                    json.put("mapRunArn", run.mapRunArn()).put("redriveCount", run.redriveCount());
            case EventDetails.TaskScheduled task -> scheduled(json, task);
            case EventDetails.TaskStarted task ->
                    resource(json, task.resourceType(), task.resource());
            case EventDetails.TaskOutput task -> {
                resource(json, task.resourceType(), task.resource());
                value(json, "output", task.output());
            }
            case EventDetails.TaskFailure task -> {
                resource(json, task.resourceType(), task.resource());
                failure(json, task.error(), task.cause());
            }
            case EventDetails.LambdaScheduled lambda -> {
                json.put("resource", lambda.resource());
                value(json, "input", lambda.input());
                number(json, "timeoutInSeconds", lambda.timeoutSeconds());
                credentials(json, lambda.credentialsRoleArn());
            }
            case EventDetails.ActivityScheduled activity -> {
                json.put("resource", activity.resource());
                value(json, "input", activity.input());
                number(json, "timeoutInSeconds", activity.timeoutSeconds());
                number(json, "heartbeatInSeconds", activity.heartbeatSeconds());
            }
            case EventDetails.ActivityStarted activity ->
                    activity.workerName().ifPresent(name -> json.put("workerName", name));
            case EventDetails.EvaluationFailure failure -> {
                json.put("error", failure.error()).put("cause", failure.cause());
                if (!failure.location().isEmpty()) {
                    json.put("location", failure.location());
                }
                json.put("state", failure.state());
            }
        }
        return Optional.of(json);
    }

    private void exited(ObjectNode json, EventDetails.StateExited exited) {
        json.put("name", exited.name());
        value(json, "output", exited.output());
        if (!exited.assignedVariables().isEmpty()) {
            ObjectNode variables = json.putObject("assignedVariables");
            for (Map.Entry<String, JsonNode> variable : exited.assignedVariables().entrySet()) {
                variables.put(variable.getKey(), history.text(variable.getValue()));
            }
            json.putObject("assignedVariablesDetails").put("truncated", false);
        }
    }

    private void scheduled(ObjectNode json, EventDetails.TaskScheduled task) {
        resource(json, task.resourceType(), task.resource());
        json.put("region", task.region());
        json.put("parameters", history.text(task.parameters()));
        number(json, "timeoutInSeconds", task.timeoutSeconds());
        number(json, "heartbeatInSeconds", task.heartbeatSeconds());
        credentials(json, task.credentialsRoleArn());
    }

    private void value(ObjectNode json, String field, JsonNode value) {
        json.put(field, history.text(value));
        json.putObject(field + "Details").put("truncated", false);
    }

    private static void resource(ObjectNode json, String type, String resource) {
        json.put("resourceType", type).put("resource", resource);
    }

    private static void failure(ObjectNode json, Optional<String> error, Optional<String> cause) {
        error.ifPresent(it -> json.put("error", it));
        cause.ifPresent(it -> json.put("cause", it));
    }

    private static void number(ObjectNode json, String field, OptionalLong value) {
        value.ifPresent(it -> json.put(field, it));
    }

    private static void credentials(ObjectNode json, Optional<String> roleArn) {
        roleArn.ifPresent(it -> json.putObject("taskCredentials").put("roleArn", it));
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.tasks.TaskSignals;
import dev.statecraft.region.JsonText;
import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What workers and callbacks report about their tasks. */
final class TaskActions {
    private static final int MAX_OUTPUT = 262_144;

    private TaskActions() {}

    static Map<String, Action> all() {
        return Map.of(
                "SendTaskSuccess", Action.of(TaskActions::success),
                "SendTaskFailure", Action.of(TaskActions::failure),
                "SendTaskHeartbeat", Action.of(TaskActions::heartbeat));
    }

    private static String token(Parameters parameters) {
        return parameters.requiredText("taskToken", 1, 2048);
    }

    private static ObjectNode success(Region region, Parameters parameters) {
        String token = token(parameters);
        String output = parameters.requiredText("output", 0, MAX_OUTPUT);
        parameters.check();
        JsonNode value;
        try {
            value = JsonText.parse(output);
        } catch (JsonText.Invalid e) {
            throw new ServiceError("InvalidOutput", "Invalid Output: '" + e.getMessage() + "'");
        }
        return report(region, token, signals -> signals.succeeded(token, value));
    }

    private static ObjectNode failure(Region region, Parameters parameters) {
        String token = token(parameters);
        Optional<String> error = parameters.text("error", 0, 256);
        Optional<String> cause = parameters.text("cause", 0, 32_768);
        parameters.check();
        return report(region, token, signals -> signals.failed(token, error, cause));
    }

    private static ObjectNode heartbeat(Region region, Parameters parameters) {
        String token = token(parameters);
        parameters.check();
        return report(region, token, signals -> signals.heartbeat(token));
    }

    private static ObjectNode report(
            Region region, String token, Function<TaskSignals, TaskSignals.Answer> report) {
        return switch (region.executions().signal(token, report)) {
            case ACCEPTED -> Answers.empty();
            case TASK_TIMED_OUT ->
                    throw new ServiceError(
                            "TaskTimedOut",
                            "Task Timed Out: 'Provided task does not exist anymore'");
            case INVALID_TOKEN ->
                    throw new ServiceError("InvalidToken", "Invalid Token: 'Invalid token'");
        };
    }
}

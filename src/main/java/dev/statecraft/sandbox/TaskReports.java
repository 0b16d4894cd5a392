package dev.statecraft.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.TaskSignals;

import java.util.Optional;
import java.util.function.Consumer;

/** A workflow that plays the worker: it takes tasks of activities, and reports how tasks went. */
final class TaskReports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulation simulation;

    TaskReports(Simulation simulation) {
        this.simulation = simulation;
    }

    ServiceAnswer success(ServiceCall call) {
        JsonNode output = call.parameters().path("Output");
        JsonNode value;
        try {
            // The SDK sends JSON that is given as JSON as its text.
            value = output.isTextual() ? JSON.readTree(output.textValue()) : output;
        } catch (JsonProcessingException e) {
            return SfnErrors.failed(
                    call, "InvalidOutput", "Invalid Output: '" + e.getOriginalMessage() + "'");
        }
        return report(call, signals -> signals.succeeded(call.text("TaskToken"), value));
    }

    ServiceAnswer failure(ServiceCall call) {
        return report(
                call,
                signals ->
                        signals.failed(
                                call.text("TaskToken"),
                                optional(call, "Error"),
                                optional(call, "Cause")));
    }

    ServiceAnswer heartbeat(ServiceCall call) {
        return report(call, signals -> signals.heartbeat(call.text("TaskToken")));
    }

    private ServiceAnswer report(ServiceCall call, Consumer<TaskSignals> report) {
        String token = call.text("TaskToken");
        if (!simulation.isPending(token)) {
            return simulation.wasPending(token)
                    ? SfnErrors.failed(
                            call,
                            "TaskTimedOut",
                            "Task Timed Out: 'Provided task does not exist anymore'")
                    : SfnErrors.failed(call, "InvalidToken", "Invalid Token: 'Invalid token'");
        }
        // Not at once: the task may belong to another branch of the execution that is acting now.
        call.account().timeline().soon(() -> report.accept(simulation));
        return ServiceAnswer.returned(JsonNodeFactory.instance.objectNode());
    }

    /** Answers at once, with nothing if no task waits; the service would hold the line for up to a minute. */
    ServiceAnswer takeActivityTask(ServiceCall call) {
        String arn = call.text("ActivityArn");
        if (!call.account().directory().hasActivity(arn)) {
            return SfnErrors.failed(
                    call, "ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'");
        }
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        call.account()
                .takeActivityTask(arn, optional(call, "WorkerName"))
                .ifPresent(
                        task -> response.put("Input", task.input()).put("TaskToken", task.token()));
        return ServiceAnswer.returned(response);
    }

    private static Optional<String> optional(ServiceCall call, String field) {
        return Optional.ofNullable(call.parameters().path(field).textValue());
    }
}

package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.tasks.TaskSignals;
import dev.statecraft.sandbox.ActivityTask;
import dev.statecraft.sandbox.Directory;
import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;

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
        Directory directory = call.account().directory();
        if (!simulation.isPending(token) && directory.hasTask(token)) {
            directory.report(token, report);
            return ServiceAnswer.returned(JsonNodeFactory.instance.objectNode());
        }
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

    /** Answers with nothing if no task is there, after a minute where one might still come. */
    ServiceAnswer takeActivityTask(ServiceCall call) {
        String arn = call.text("ActivityArn");
        Directory directory = call.account().directory();
        if (!directory.hasActivity(arn)) {
            return SfnErrors.failed(
                    call, "ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'");
        }
        Optional<String> worker = optional(call, "WorkerName");
        Optional<ActivityTask> task = call.account().takeActivityTask(arn, worker);
        String token = call.task().taskToken();
        boolean waits =
                task.isEmpty()
                        && directory.awaitActivityTask(
                                arn,
                                worker,
                                taken ->
                                        directory.report(
                                                token,
                                                signals -> signals.succeeded(token, shown(taken))));
        return waits ? new ServiceAnswer.Silence(true) : ServiceAnswer.returned(shown(task));
    }

    private static ObjectNode shown(Optional<ActivityTask> task) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        task.ifPresent(it -> response.put("Input", it.input()).put("TaskToken", it.token()));
        return response;
    }

    private static Optional<String> optional(ServiceCall call, String field) {
        return Optional.ofNullable(call.parameters().path(field).textValue());
    }
}

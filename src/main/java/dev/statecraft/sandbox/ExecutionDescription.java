package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.RedriveStatus;

import java.time.Instant;
import java.util.function.Function;

/** Shows an execution to a task: as the result of a job, or as an answer of the SDK. */
final class ExecutionDescription {

    private ExecutionDescription() {}

    /** What {@code .sync} yields; {@code .sync:2} shows input and output as JSON and not as text. */
    static ObjectNode ofJob(Execution execution, boolean textual) {
        return described(
                execution,
                value -> textual ? JsonNodeFactory.instance.textNode(value.toString()) : value,
                instant -> JsonNodeFactory.instance.numberNode(instant.toEpochMilli()));
    }

    /** DescribeExecution. */
    static ObjectNode ofSdk(Execution execution) {
        ObjectNode description = sdk(execution);
        RedriveStatus redrive = execution.redriveStatus();
        execution.mapRunArn().ifPresent(it -> description.put("MapRunArn", it));
        description.put("RedriveCount", execution.redriveCount());
        execution.redriveDate().ifPresent(it -> description.put("RedriveDate", it.toString()));
        description.put("RedriveStatus", redrive.kind().name());
        redrive.reason().ifPresent(it -> description.put("RedriveStatusReason", it));
        return description;
    }

    /** StartSyncExecution. */
    static ObjectNode ofSyncStart(Execution execution) {
        ObjectNode description = sdk(execution);
        ExpressBilling billing = ExpressBilling.of(execution);
        description
                .putObject("BillingDetails")
                .put("BilledDurationInMilliseconds", billing.durationMillis())
                .put("BilledMemoryUsedInMB", billing.memoryMegabytes());
        return description;
    }

    private static ObjectNode sdk(Execution execution) {
        return described(
                execution,
                value -> JsonNodeFactory.instance.textNode(value.toString()),
                instant -> JsonNodeFactory.instance.textNode(instant.toString()));
    }

    private static ObjectNode described(
            Execution execution,
            Function<JsonNode, JsonNode> shown,
            Function<Instant, JsonNode> date) {
        ObjectNode description = JsonNodeFactory.instance.objectNode();
        execution.cause().ifPresent(it -> description.put("Cause", it));
        execution.error().ifPresent(it -> description.put("Error", it));
        description.put("ExecutionArn", execution.request().executionArn());
        description.set("Input", shown.apply(execution.request().input()));
        description.putObject("InputDetails").put("Included", true);
        description.put("Name", execution.request().name());
        execution
                .output()
                .ifPresent(
                        it -> {
                            description.set("Output", shown.apply(it));
                            description.putObject("OutputDetails").put("Included", true);
                        });
        description.set("StartDate", date.apply(execution.startDate()));
        description.put("StateMachineArn", execution.request().stateMachineArn());
        description.put("Status", execution.status().name());
        execution.stopDate().ifPresent(it -> description.set("StopDate", date.apply(it)));
        return description;
    }
}

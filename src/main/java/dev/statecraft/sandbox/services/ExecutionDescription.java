package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.RedriveStatus;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Shows an execution to a task: as the result of a job, or as an answer of the SDK. */
final class ExecutionDescription {

    private ExecutionDescription() {}

    /**
     * What {@code .sync} yields; {@code .sync:2} shows input and output as JSON and not as text. What is said about redriving is
     * there since redrive exists (recorded 2024-12; recordings of 2023 have none of it).
     */
    static ObjectNode ofJob(Execution execution, boolean textual) {
        return described(
                execution,
                value -> textual ? JsonNodeFactory.instance.textNode(value.toString()) : value,
                instant -> JsonNodeFactory.instance.numberNode(instant.toEpochMilli()),
                ExecutionDescription::addRedrive);
    }

    /** DescribeExecution. */
    static ObjectNode ofSdk(Execution execution) {
        return described(
                execution,
                ExecutionDescription::text,
                ExecutionDescription::date,
                ExecutionDescription::addRedrive);
    }

    /** StartSyncExecution. */
    static ObjectNode ofSyncStart(Execution execution) {
        ObjectNode description =
                described(
                        execution,
                        ExecutionDescription::text,
                        ExecutionDescription::date,
                        (json, it) -> {});
        ExpressBilling billing = ExpressBilling.of(execution);
        description
                .putObject("BillingDetails")
                .put("BilledDurationInMilliseconds", billing.durationMillis())
                .put("BilledMemoryUsedInMB", billing.memoryMegabytes());
        return description;
    }

    private static JsonNode text(JsonNode value) {
        return JsonNodeFactory.instance.textNode(value.toString());
    }

    private static JsonNode date(Instant instant) {
        return JsonNodeFactory.instance.textNode(instant.toString());
    }

    private static void addRedrive(ObjectNode description, Execution execution) {
        RedriveStatus redrive = execution.redriveStatus();
        description.put("RedriveCount", execution.redriveCount());
        description.put("RedriveStatus", redrive.kind().name());
        redrive.reason().ifPresent(it -> description.put("RedriveStatusReason", it));
    }

    private static ObjectNode described(
            Execution execution,
            Function<JsonNode, JsonNode> shown,
            Function<Instant, JsonNode> date,
            BiConsumer<ObjectNode, Execution> redrive) {
        ObjectNode description = JsonNodeFactory.instance.objectNode();
        execution.cause().ifPresent(it -> description.put("Cause", it));
        execution.error().ifPresent(it -> description.put("Error", it));
        description.put("ExecutionArn", execution.request().executionArn());
        description.set("Input", shown.apply(execution.request().input()));
        description.putObject("InputDetails").put("Included", true);
        execution.mapRunArn().ifPresent(it -> description.put("MapRunArn", it));
        description.put("Name", execution.request().name());
        execution
                .output()
                .ifPresent(
                        it -> {
                            description.set("Output", shown.apply(it));
                            description.putObject("OutputDetails").put("Included", true);
                        });
        redrive.accept(description, execution);
        execution.redriveDate().ifPresent(it -> description.set("RedriveDate", date.apply(it)));
        description.set("StartDate", date.apply(execution.startDate()));
        description.put("StateMachineArn", execution.request().stateMachineArn());
        description.put("Status", execution.status().name());
        execution.stopDate().ifPresent(it -> description.set("StopDate", date.apply(it)));
        return description;
    }
}

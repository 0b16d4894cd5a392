package dev.statecraft.benchmark;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.tasks.TaskOutcome;

import java.time.Instant;
import java.util.Optional;

/** What several benchmarks run. */
final class Workloads {
    private Workloads() {}

    /** A counter in JSONPath: two states for each turn. */
    static String loop(int turns) {
        return """
        { "StartAt": "Begin", "States": {
            "Begin": {"Type": "Pass", "Result": 0, "ResultPath": "$.n", "Next": "Count"},
            "Count": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Enough"},
            "Enough": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": %d, "Next": "Count"}], "Default": "Done"},
            "Done": {"Type": "Succeed"} } }
        """
                .formatted(turns);
    }

    static Execution run(StateMachine machine, JsonNode input, Quotas limits) {
        var timeline = new Timeline(Instant.EPOCH);
        var simulation = new Simulation(timeline, task -> new TaskOutcome.Silent(), 1);
        Execution execution =
                simulation.start(
                        new ExecutionRequest(
                                machine,
                                "m",
                                "arn:aws:states:us-east-1:111111111111:stateMachine:m",
                                "e",
                                "arn:aws:states:us-east-1:111111111111:execution:m:e",
                                StateMachineType.STANDARD,
                                "arn:aws:iam::111111111111:role/r",
                                "us-east-1",
                                input,
                                Optional.empty(),
                                1,
                                limits));
        timeline.run();
        if (execution.status() != ExecutionStatus.SUCCEEDED) {
            throw new IllegalStateException("The workload failed: " + execution.cause());
        }
        return execution;
    }

    static StateMachine machine(String definition) {
        return AslParser.parse(definition).machine().orElseThrow();
    }
}

package dev.statecraft.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.TaskOutcome;
import dev.statecraft.engine.Timeline;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** State transitions per second: each workload counts the states that it enters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {
    private static final int CHAIN = 1_000;
    private static final int LOOP = 10_001;

    /** Two states for each turn of the loop, and the state that sets the counter. */
    private static final int TURNS = LOOP / 2;

    private static final int LONG_LOOP = 300_001;
    private static final Quotas LIMITS = Quotas.STANDARD.withHistoryEvents(1_000_000);

    private final StateMachine chain = machine(chain());
    private final StateMachine loop = machine(loop(TURNS));
    private final StateMachine longLoop = machine(loop(LONG_LOOP / 2));
    private final StateMachine jsonataLoop = machine(jsonataLoop());
    private final StateMachine map =
            machine(
                    """
                    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
                        "StartAt": "A", "States": { "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true} } } } } }
                    """);
    private final StateMachine parallel = machine(parallel());
    private final JsonNode items = json(numbers(1_000));
    private final JsonNode empty = json("{}");

    private static String chain() {
        String states =
                IntStream.range(0, CHAIN)
                        .mapToObj(
                                i ->
                                        "\"S%d\": {\"Type\": \"Pass\", %s}"
                                                .formatted(
                                                        i,
                                                        i + 1 < CHAIN
                                                                ? "\"Next\": \"S" + (i + 1) + "\""
                                                                : "\"End\": true"))
                        .collect(Collectors.joining(", "));
        return "{\"StartAt\": \"S0\", \"States\": {" + states + "}}";
    }

    private static String loop(int turns) {
        return """
        { "StartAt": "Begin", "States": {
            "Begin": {"Type": "Pass", "Result": 0, "ResultPath": "$.n", "Next": "Count"},
            "Count": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Enough"},
            "Enough": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": %d, "Next": "Count"}], "Default": "Done"},
            "Done": {"Type": "Succeed"} } }
        """
                .formatted(turns);
    }

    private static String jsonataLoop() {
        return """
        { "QueryLanguage": "JSONata", "StartAt": "Begin", "States": {
            "Begin": {"Type": "Pass", "Output": {"n": 0}, "Next": "Count"},
            "Count": {"Type": "Pass", "Output": {"n": "{%% $states.input.n + 1 %%}"}, "Next": "Enough"},
            "Enough": {"Type": "Choice", "Choices": [{"Condition": "{%% $states.input.n < %d %%}", "Next": "Count"}], "Default": "Done"},
            "Done": {"Type": "Succeed"} } }
        """
                .formatted(TURNS);
    }

    private static String parallel() {
        String branch =
                IntStream.range(0, 20)
                        .mapToObj(
                                i ->
                                        "\"S%d\": {\"Type\": \"Pass\", %s}"
                                                .formatted(
                                                        i,
                                                        i < 19
                                                                ? "\"Next\": \"S" + (i + 1) + "\""
                                                                : "\"End\": true"))
                        .collect(
                                Collectors.joining(
                                        ", ", "{\"StartAt\": \"S0\", \"States\": {", "}}"));
        String branches =
                IntStream.range(0, 10)
                        .mapToObj(i -> renamed(branch, i))
                        .collect(Collectors.joining(", "));
        return "{\"StartAt\": \"All\", \"States\": {\"All\": {\"Type\": \"Parallel\", \"Branches\": ["
                + branches
                + "], \"End\": true}}}";
    }

    /** State names are unique in a definition. */
    private static String renamed(String branch, int index) {
        return branch.replace("\"S", "\"B" + index + "S")
                .replace("B" + index + "StartAt", "StartAt")
                .replace("B" + index + "States", "States");
    }

    private static String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public Execution chain_of_1000_pass_states() {
        return run(chain, empty);
    }

    @Benchmark
    @OperationsPerInvocation(LOOP)
    public Execution loop_of_10001_transitions_in_jsonpath() {
        return run(loop, empty);
    }

    @Benchmark
    @OperationsPerInvocation(LONG_LOOP)
    public Execution loop_of_300001_transitions_in_jsonpath() {
        return run(longLoop, empty);
    }

    @Benchmark
    @OperationsPerInvocation(LOOP)
    public Execution loop_of_10001_transitions_in_jsonata() {
        return run(jsonataLoop, empty);
    }

    @Benchmark
    @OperationsPerInvocation(2_001)
    public Execution map_of_1000_items_with_2_states() {
        return run(map, items);
    }

    @Benchmark
    @OperationsPerInvocation(201)
    public Execution parallel_of_10_branches_with_20_states() {
        return run(parallel, empty);
    }

    private static Execution run(StateMachine machine, JsonNode input) {
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
                                LIMITS));
        timeline.run();
        if (execution.status() != ExecutionStatus.SUCCEEDED) {
            throw new IllegalStateException("The workload failed: " + execution.cause());
        }
        return execution;
    }

    private static StateMachine machine(String definition) {
        return AslParser.parse(definition).machine().orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

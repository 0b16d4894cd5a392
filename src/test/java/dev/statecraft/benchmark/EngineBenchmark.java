package dev.statecraft.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.Quotas;

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

    private final StateMachine chain = Workloads.machine(chain());
    private final StateMachine loop = Workloads.machine(Workloads.loop(TURNS));
    private final StateMachine longLoop = Workloads.machine(Workloads.loop(LONG_LOOP / 2));
    private final StateMachine jsonataLoop = Workloads.machine(jsonataLoop());
    private final StateMachine map =
            Workloads.machine(
                    """
                    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
                        "StartAt": "A", "States": { "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true} } } } } }
                    """);
    private final StateMachine parallel = Workloads.machine(parallel());
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
        return Workloads.run(chain, empty, LIMITS);
    }

    @Benchmark
    @OperationsPerInvocation(LOOP)
    public Execution loop_of_10001_transitions_in_jsonpath() {
        return Workloads.run(loop, empty, LIMITS);
    }

    @Benchmark
    @OperationsPerInvocation(LONG_LOOP)
    public Execution loop_of_300001_transitions_in_jsonpath() {
        return Workloads.run(longLoop, empty, LIMITS);
    }

    @Benchmark
    @OperationsPerInvocation(LOOP)
    public Execution loop_of_10001_transitions_in_jsonata() {
        return Workloads.run(jsonataLoop, empty, LIMITS);
    }

    @Benchmark
    @OperationsPerInvocation(2_001)
    public Execution map_of_1000_items_with_2_states() {
        return Workloads.run(map, items, LIMITS);
    }

    @Benchmark
    @OperationsPerInvocation(201)
    public Execution parallel_of_10_branches_with_20_states() {
        return Workloads.run(parallel, empty, LIMITS);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

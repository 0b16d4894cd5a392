package dev.statecraft.benchmark;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Time from text to diagnostics: tasks with retriers and catchers, as people write them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DiagnosticsBenchmark {
    @Param({"50", "1000"})
    int states;

    private String text = "";

    @Setup
    public void write() {
        text =
                IntStream.range(0, states)
                        .mapToObj(
                                i ->
                                        """
                                        "Step %d": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                                            "Parameters": {"FunctionName": "f", "Payload": {"id.$": "$.orders[%d].id", "at.$": "$$.State.EnteredTime"}},
                                            "ResultPath": "$.step%d", "TimeoutSeconds": 30,
                                            "Retry": [{"ErrorEquals": ["Lambda.ServiceException"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2}],
                                            "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Done"}],
                                            "Next": "%s" }
                                        """
                                                .formatted(
                                                        i,
                                                        i,
                                                        i,
                                                        i + 1 < states
                                                                ? "Step " + (i + 1)
                                                                : "Done"))
                        .collect(
                                Collectors.joining(
                                        ",\n",
                                        "{\"StartAt\": \"Step 0\", \"States\": {",
                                        ", \"Done\": {\"Type\": \"Succeed\"}}}"));
    }

    @Benchmark
    public Parsing diagnostics() {
        return AslParser.parse(text);
    }
}

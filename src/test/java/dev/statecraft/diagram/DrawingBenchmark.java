package dev.statecraft.diagram;

import dev.statecraft.asl.StateMachine;

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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.util.concurrent.TimeUnit;

/** Measures one drawing from definition to SVG text; run {@link #main}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DrawingBenchmark {
    @Param({"50", "500"})
    public int states;

    private StateMachine machine;

    @Setup
    public void read() {
        machine = Definitions.machine(Samples.line(states));
    }

    @Benchmark
    public String draw() {
        return SvgDiagram.of(machine).draw();
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder().include(DrawingBenchmark.class.getSimpleName()).build())
                .run();
    }
}

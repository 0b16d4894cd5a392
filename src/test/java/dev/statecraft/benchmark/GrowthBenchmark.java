package dev.statecraft.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.Quotas;

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

/**
 * How time and memory grow with the length of one execution: twice the events should take twice as long, and allocate twice as much. The
 * heap has a fixed size, so that it is not the growing of the heap that is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-Xmn2g"})
public class GrowthBenchmark {
    @Param({"62500", "125000", "250000", "500000", "1000000"})
    private int events;

    private StateMachine loop = Workloads.machine(Workloads.loop(1));

    /** Each turn of the loop enters two states, which is four events. */
    @Setup
    public void build() {
        loop = Workloads.machine(Workloads.loop(events / 4 - 2));
    }

    @Benchmark
    public Execution loop() {
        return Workloads.run(
                loop,
                JsonNodeFactory.instance.objectNode(),
                Quotas.STANDARD.withHistoryEvents(1_000_000));
    }
}

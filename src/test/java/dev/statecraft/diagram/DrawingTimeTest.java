package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.StateMachine;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.LongStream;

/** The drawing is made anew at each pause of typing, so it must not take long. */
class DrawingTimeTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @ParameterizedTest(name = "{0} states")
    @CsvSource({"50, 30", "500, 150"})
    void a_warm_drawing_takes_milliseconds_of_processor_time(int states, long limitMillis) {
        StateMachine machine = Definitions.machine(Samples.line(states));
        LongStream.range(0, 25).forEach(i -> nanosToDraw(machine));

        long[] nanos = LongStream.range(0, 15).map(i -> nanosToDraw(machine)).sorted().toArray();

        assertThat(nanos[nanos.length / 2]).isLessThan(limitMillis * 1_000_000);
    }

    private static long nanosToDraw(StateMachine machine) {
        long start = THREADS.getCurrentThreadCpuTime();
        assertThat(SvgDiagram.of(machine).draw()).isNotEmpty();
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}

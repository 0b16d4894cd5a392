package dev.statecraft.region;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives executions their turns: runs them beside the callers that start them, and wakes those that wait for real time to
 * pass.
 */
public final class Pacemaker implements AutoCloseable {
    private final InstantSource clock;
    private final ClockMode mode;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;

    /** How the time of executions passes. */
    public enum ClockMode {
        /** Jumps to the next due thing, except while somebody outside is waited for. */
        VIRTUAL,
        /** Passes as on the wall. */
        REAL
    }

    public Pacemaker(InstantSource clock, ClockMode mode) {
        this.clock = clock;
        this.mode = mode;
        this.workers =
                Executors.newFixedThreadPool(
                        Math.max(2, Runtime.getRuntime().availableProcessors()),
                        daemons("executions"));
        this.timer = Executors.newSingleThreadScheduledExecutor(daemons("alarms"));
    }

    private static java.util.concurrent.ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    }

    ClockMode mode() {
        return mode;
    }

    Instant now() {
        return clock.instant();
    }

    void soon(Runnable turn) {
        workers.execute(turn);
    }

    /** Gives {@code turn} a turn after that much real time. */
    Future<?> after(Duration delay, Runnable turn) {
        return timer.schedule(
                () -> workers.execute(turn), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}

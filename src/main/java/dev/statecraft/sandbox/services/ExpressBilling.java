package dev.statecraft.sandbox.services;

import dev.statecraft.engine.Execution;

import java.time.Duration;

/**
 * What an Express execution is billed for, beside the request itself.
 *
 * @param memoryMegabytes in steps of 64; a run this small takes one (recorded 2024-07)
 * @param durationMillis rounded up to the next 100
 * @see <a href="https://aws.amazon.com/step-functions/pricing/">Pricing of Express workflows, read 2026-11</a>
 */
public record ExpressBilling(long memoryMegabytes, long durationMillis) {
    private static final long MEMORY_STEP = 64;
    private static final long DURATION_STEP = 100;

    public static ExpressBilling of(Execution execution) {
        Duration duration =
                Duration.between(
                        execution.startDate(), execution.stopDate().orElse(execution.startDate()));
        long steps = Math.ceilDiv(duration.toMillis(), DURATION_STEP);
        return new ExpressBilling(MEMORY_STEP, Math.max(1, steps) * DURATION_STEP);
    }
}

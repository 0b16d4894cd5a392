package dev.statecraft.grading;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.sandbox.services.ExpressBilling;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a run would cost in us-east-1.
 *
 * @param transitions every state that was entered, and every retry
 * @param standardDollars for a million such runs as Standard, without the free ones
 * @param expressDollars for a million such runs as Express, with the least memory
 * @see <a href="https://aws.amazon.com/step-functions/pricing/">Pricing, read 2026-11</a>
 */
public record Billing(long transitions, BigDecimal standardDollars, BigDecimal expressDollars) {
    /** 0.025 dollars for a thousand. */
    private static final BigDecimal MILLION_TRANSITIONS = BigDecimal.valueOf(25);

    private static final BigDecimal MILLION_REQUESTS = BigDecimal.ONE;
    private static final BigDecimal MILLION_GIGABYTE_SECONDS = new BigDecimal("16.67");
    private static final BigDecimal MILLIS_AND_MEGABYTES = BigDecimal.valueOf(1000L * 1024);

    static Billing of(Execution execution) {
        long transitions =
                entered(execution)
                        + retries(execution, "Scheduled", "TaskStateEntered")
                        + retries(execution, "ParallelStateStarted", "ParallelStateEntered")
                        + retries(execution, "MapStateStarted", "MapStateEntered");
        ExpressBilling express = ExpressBilling.of(execution);
        BigDecimal used =
                BigDecimal.valueOf(express.durationMillis() * express.memoryMegabytes())
                        .divide(MILLIS_AND_MEGABYTES, 6, RoundingMode.HALF_UP);
        return new Billing(
                transitions,
                MILLION_TRANSITIONS.multiply(BigDecimal.valueOf(transitions)),
                MILLION_REQUESTS.add(
                        MILLION_GIGABYTE_SECONDS.multiply(used).setScale(2, RoundingMode.HALF_UP)));
    }

    private static long entered(Execution execution) {
        return execution.history().events().stream()
                .filter(it -> it.type().isStateEntered())
                .count();
    }

    /** A state is entered once, however often it is tried. A try that fails before it begins leaves no event and is not seen here. */
    private static long retries(Execution execution, String tried, String entered) {
        return Math.max(0, count(execution, tried) - count(execution, entered));
    }

    private static long count(Execution execution, String ending) {
        return execution.history().events().stream()
                .map(HistoryEvent::type)
                .filter(it -> it.name().endsWith(ending))
                .count();
    }
}

package dev.statecraft.engine;

import java.time.Duration;

/**
 * The limits an execution meets, in one place.
 *
 * @param historyEvents 25,000 in the service, for Standard workflows; an Express execution that reaches them times out
 * @param payloadBytes 262,144 bytes of UTF-8 for input, output and results
 * @param executionTime one year for Standard, five minutes for Express
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Service quotas, read 2026-11</a>
 */
public record Quotas(long historyEvents, int payloadBytes, Duration executionTime) {
    public static final Quotas STANDARD = new Quotas(25_000, 262_144, Duration.ofDays(365));

    /**
     * The service sets no limit to the history of an Express execution, since each step takes real time out of its five minutes.
     * Here a step takes none, so this many events stand for five minutes.
     */
    public static final Quotas EXPRESS = new Quotas(100_000, 262_144, Duration.ofMinutes(5));

    public static Quotas of(StateMachineType type) {
        return type == StateMachineType.STANDARD ? STANDARD : EXPRESS;
    }

    public Quotas withHistoryEvents(long events) {
        return new Quotas(events, payloadBytes, executionTime);
    }
}

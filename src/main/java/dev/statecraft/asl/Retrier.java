package dev.statecraft.asl;

import java.util.List;
import java.util.OptionalLong;

/**
 * When to try a failed Task, Parallel or Map again.
 *
 * @param errorEquals error names this retrier answers to; {@code States.ALL} must stand alone and last
 * @param intervalSeconds wait before the first retry, 0 or more
 * @param maxAttempts retries, not tries: 3 means at most 4 calls; 0 never retries
 * @param backoffRate factor on the wait after each retry, 1.0 or more
 * @param maxDelaySeconds cap on the wait, before jitter
 * @param fullJitter true for {@code JitterStrategy: FULL}: the wait is drawn between 0 and the computed one
 * @see <a href="https://states-language.net/spec.html#errors">ASL specification, Errors</a>
 */
public record Retrier(
        List<String> errorEquals,
        long intervalSeconds,
        long maxAttempts,
        double backoffRate,
        OptionalLong maxDelaySeconds,
        boolean fullJitter) {
    public Retrier {
        errorEquals = List.copyOf(errorEquals);
    }
}

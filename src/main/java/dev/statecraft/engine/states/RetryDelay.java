package dev.statecraft.engine.states;

import dev.statecraft.asl.Retrier;
import dev.statecraft.query.RandomSource;

import java.time.Duration;

/** How long a retrier waits. */
public final class RetryDelay {
    private static final double LONGEST_SECONDS = 99_999_999;

    private RetryDelay() {}

    /**
     * The wait before retry {@code number}, counted from 1: the interval times the rate for each retry before, at most
     * MaxDelaySeconds; jitter is drawn after the cap.
     */
    public static Duration before(int number, Retrier retrier, RandomSource random) {
        double capped = longest(number, retrier);
        double drawn = retrier.fullJitter() ? random.nextDouble() * capped : capped;
        return Duration.ofMillis(Math.round(drawn * 1000));
    }

    /** The same in seconds, without jitter. */
    public static double longest(int number, Retrier retrier) {
        double seconds = retrier.intervalSeconds() * Math.pow(retrier.backoffRate(), number - 1);
        return Math.min(seconds, retrier.maxDelaySeconds().orElse((long) LONGEST_SECONDS));
    }
}

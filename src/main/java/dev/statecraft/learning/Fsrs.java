package dev.statecraft.learning;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Free Spaced Repetition Scheduler, version 6: when a memory has faded so far that it is worth calling up again.
 *
 * <p>Pure: time comes in as days. All formulas are those of the published algorithm.
 *
 * @see <a href="https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm">The algorithm</a>
 */
public final class Fsrs {
    /** A card is due when the chance to recall it has fallen to this. */
    public static final double WANTED_RECALL = 0.9;

    private static final double LEAST_STABILITY = 0.001;
    private static final int WEIGHTS = 21;
    private static final double[] DEFAULT = {
        0.2172, 1.1771, 3.2602, 16.1507, 7.0114, 0.57, 2.0966, 0.0069, 1.5261, 0.112, 1.0178, 1.849,
        0.1133, 0.3127, 2.2934, 0.2191, 3.0004, 0.7536, 0.3332, 0.1437, 0.2
    };

    private final double[] w;
    private final double decay;
    private final double factor;

    /** How well something was recalled, as the algorithm counts it: from 1 to 4. */
    public enum Rating {
        AGAIN,
        HARD,
        GOOD,
        EASY;

        int grade() {
            return ordinal() + 1;
        }
    }

    /**
     * What is remembered about one card.
     *
     * @param stability days until the chance of recall has fallen to 0.9
     * @param difficulty from 1 to 10
     */
    public record Memory(double stability, double difficulty) {}

    public Fsrs() {
        this(DEFAULT);
    }

    Fsrs(double[] weights) {
        if (weights.length != WEIGHTS) {
            throw new IllegalArgumentException("FSRS-6 has 21 weights, not " + weights.length);
        }
        this.w = Arrays.copyOf(weights, WEIGHTS);
        this.decay = -w[20];
        this.factor = Math.pow(0.9, 1 / decay) - 1;
    }

    /**
     * The memory after a review.
     *
     * @param before empty: the card was never seen
     * @param days since the last review
     */
    public Memory after(Optional<Memory> before, double days, Rating rating) {
        if (before.isEmpty()) {
            return new Memory(
                    Math.max(w[rating.grade() - 1], LEAST_STABILITY),
                    bounded(firstDifficulty(rating)));
        }
        Memory memory = before.get();
        double stability =
                days < 1
                        ? sameDay(memory, rating)
                        : rating == Rating.AGAIN
                                ? forgotten(memory, recall(memory, days))
                                : recalled(memory, recall(memory, days), rating);
        return new Memory(
                Math.max(stability, LEAST_STABILITY), nextDifficulty(memory.difficulty(), rating));
    }

    /** The chance to recall after so many days, from 0 to 1. */
    public double recall(Memory memory, double days) {
        return Math.pow(1 + factor * Math.max(0, days) / memory.stability(), decay);
    }

    /** Days from a review until the card is due. */
    public double interval(Memory memory) {
        return memory.stability() / factor * (Math.pow(WANTED_RECALL, 1 / decay) - 1);
    }

    private double firstDifficulty(Rating rating) {
        return w[4] - Math.exp(w[5] * (rating.grade() - 1)) + 1;
    }

    private double nextDifficulty(double difficulty, Rating rating) {
        double change = -w[6] * (rating.grade() - 3);
        double damped = difficulty + change * (10 - difficulty) / 9;
        return bounded(w[7] * firstDifficulty(Rating.EASY) + (1 - w[7]) * damped);
    }

    private static double bounded(double difficulty) {
        return Math.clamp(difficulty, 1, 10);
    }

    private double recalled(Memory memory, double recall, Rating rating) {
        double hard = rating == Rating.HARD ? w[15] : 1;
        double easy = rating == Rating.EASY ? w[16] : 1;
        double growth =
                Math.exp(w[8])
                        * (11 - memory.difficulty())
                        * Math.pow(memory.stability(), -w[9])
                        * (Math.exp((1 - recall) * w[10]) - 1);
        return memory.stability() * (1 + growth * hard * easy);
    }

    private double forgotten(Memory memory, double recall) {
        double lapse =
                w[11]
                        * Math.pow(memory.difficulty(), -w[12])
                        * (Math.pow(memory.stability() + 1, w[13]) - 1)
                        * Math.exp((1 - recall) * w[14]);
        return Math.min(lapse, memory.stability() / Math.exp(w[17] * w[18]));
    }

    private double sameDay(Memory memory, Rating rating) {
        double change =
                Math.exp(w[17] * (rating.grade() - 3 + w[18]))
                        * Math.pow(memory.stability(), -w[19]);
        boolean known = rating.grade() >= Rating.GOOD.grade();
        return memory.stability() * (known ? Math.max(change, 1) : change);
    }
}

package dev.statecraft.grading;

import java.util.OptionalInt;

/** How often something may happen. */
public record Bounds(OptionalInt atLeast, OptionalInt atMost) {

    public static Bounds exactly(int count) {
        return new Bounds(OptionalInt.of(count), OptionalInt.of(count));
    }

    boolean allow(int count) {
        return count >= atLeast.orElse(0) && count <= atMost.orElse(Integer.MAX_VALUE);
    }

    /** In words: {@code exactly once}, {@code at most twice}. */
    String inWords() {
        if (atLeast.isPresent() && atLeast.equals(atMost)) {
            return atLeast.getAsInt() == 0 ? "never" : "exactly " + times(atLeast.getAsInt());
        }
        if (atLeast.isPresent() && atMost.isPresent()) {
            return atLeast.getAsInt() + " to " + times(atMost.getAsInt());
        }
        return atLeast.isPresent()
                ? "at least " + times(atLeast.getAsInt())
                : "at most " + times(atMost.orElse(Integer.MAX_VALUE));
    }

    /** Ends a sentence about what happened another number of times. */
    String butMust() {
        return inWords().equals("never")
                ? ", but must never do so"
                : ", but must do so " + inWords();
    }

    static String times(int count) {
        return switch (count) {
            case 0 -> "not at all";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }
}

package dev.statecraft.content;

import java.util.List;
import java.util.SplittableRandom;

/** The story around a drill: names and numbers, drawn from a seed. */
final class DrillSetting {
    private static final List<String[]> STORIES =
            List.of(
                    new String[] {"Charge", "charge", "Payment.Busy", "Card.Declined"},
                    new String[] {"Reserve", "reserve", "Stock.Locked", "Stock.SoldOut"},
                    new String[] {"Translate", "translate", "Model.Busy", "Text.Empty"},
                    new String[] {"Resize", "resize", "Image.Busy", "Image.Broken"},
                    new String[] {"Quote", "quote", "Rates.Unreachable", "Rates.Closed"},
                    new String[] {"Book", "book", "Airline.Busy", "Airline.Full"});

    private final SplittableRandom random;
    private final String[] story;

    DrillSetting(SplittableRandom random) {
        this.random = random;
        this.story = STORIES.get(random.nextInt(STORIES.size()));
    }

    String state() {
        return story[0];
    }

    String function() {
        return story[1];
    }

    /** An error that passes. */
    String error() {
        return story[2];
    }

    /** An error that stays. */
    String otherError() {
        return story[3];
    }

    /** Both ends are possible. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}

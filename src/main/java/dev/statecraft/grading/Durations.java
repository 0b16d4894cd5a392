package dev.statecraft.grading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations in words for a learner. */
final class Durations {

    private Durations() {}

    /** The two largest units: {@code 2 days 4 hours}, {@code 1.5 s}. */
    static String inWords(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDays(), "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        if (duration.toMillisPart() != 0) {
            parts.add(
                    duration.toSecondsPart()
                            + "."
                            + "%03d".formatted(duration.toMillisPart())
                            + " s");
        } else {
            add(parts, duration.toSecondsPart(), "second");
        }
        return parts.isEmpty()
                ? "0 seconds"
                : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count != 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}

package dev.statecraft.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stretches of time in words. */
public final class Spans {

    private Spans() {}

    /** The two largest units: {@code 2 d 4 h}, {@code 3.2 s}. */
    public static String inWords(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDays(), "d");
        add(parts, duration.toHoursPart(), "h");
        add(parts, duration.toMinutesPart(), "min");
        if (parts.size() < 2) {
            seconds(parts, duration);
        }
        return parts.isEmpty()
                ? "0 s"
                : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    private static void seconds(List<String> parts, Duration duration) {
        int millis = duration.toMillisPart();
        if (millis != 0) {
            String fraction = "%03d".formatted(millis).replaceAll("0+$", "");
            parts.add(duration.toSecondsPart() + "." + fraction + " s");
        } else {
            add(parts, duration.toSecondsPart(), "s");
        }
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count != 0) {
            parts.add(count + " " + unit);
        }
    }
}

package dev.statecraft.diagram;

/** Spans of time in the one or two units that matter: {@code 90 s} is "1 min 30 s", 86,400 s is "1 day". */
public final class Durations {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    static String words(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return pair(seconds / MINUTE + " min", seconds % MINUTE, " s");
        }
        if (seconds < DAY) {
            return pair(seconds / HOUR + " h", seconds % HOUR / MINUTE, " min");
        }
        long days = seconds / DAY;
        return pair(days + (days == 1 ? " day" : " days"), seconds % DAY / HOUR, " h");
    }

    /** As above, with milliseconds where the span is shorter than ten seconds. */
    public static String wordsOfMillis(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 10_000 && millis % 1000 != 0) {
            return Figures.decimal(Math.round(millis / 100.0) / 10.0) + " s";
        }
        return words(Math.round(millis / 1000.0));
    }

    /** In the largest unit alone: 31 days and 4 hours are "31 days". */
    public static String roughly(long millis) {
        if (millis < MINUTE * 1000) {
            return wordsOfMillis(millis);
        }
        long seconds = Math.round(millis / 1000.0);
        long unit = seconds < HOUR ? MINUTE : seconds < DAY ? HOUR : DAY;
        return words(Math.round((double) seconds / unit) * unit);
    }

    private static String pair(String whole, long rest, String unit) {
        return rest == 0 ? whole : whole + " " + rest + unit;
    }
}

package dev.statecraft.web.runs;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JSON to be read, line by line, with what is new in it against an earlier value.
 *
 * @param note says how much is left out of a very large value; empty if all is there
 */
record JsonLines(List<Line> lines, String note) {
    private static final int MOST_LINES = 400;
    private static final int LONGEST_LINE = 2_000;

    record Line(String text, boolean fresh) {}

    static JsonLines of(JsonNode json) {
        return of(json, List.of(), false);
    }

    /** The lines that {@code before} does not have are marked. */
    static JsonLines of(JsonNode json, JsonNode before) {
        return of(json, written(before), true);
    }

    private static JsonLines of(JsonNode json, List<String> before, boolean marks) {
        List<String> all = written(json);
        List<String> known =
                new ArrayList<>(before.stream().limit(MOST_LINES).map(JsonLines::bare).toList());
        List<Line> lines = new ArrayList<>();
        for (String line : all.subList(0, Math.min(MOST_LINES, all.size()))) {
            boolean fresh = marks && !known.remove(bare(line)) && !isBracket(line);
            lines.add(new Line(shortened(line), fresh));
        }
        String note =
                all.size() > MOST_LINES
                        ? "The first " + MOST_LINES + " of " + all.size() + " lines."
                        : "";
        return new JsonLines(lines, note);
    }

    private static List<String> written(JsonNode json) {
        return Arrays.stream(RunPage.pretty(json).split("\n")).toList();
    }

    // A comma at the end, and how deep a line stands, do not make it another one.
    private static String bare(String line) {
        String stripped = line.strip();
        return stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private static boolean isBracket(String line) {
        return bare(line).matches("[\\[\\]{}]+");
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}

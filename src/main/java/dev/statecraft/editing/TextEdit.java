package dev.statecraft.editing;

import java.util.List;

/**
 * Replaces a stretch of a text. In JSON: {@code {"from": 12, "to": 15, "insert": "new"}}, offsets in UTF-16 code units as browsers
 * count them.
 *
 * @param from offset of the first character that goes
 * @param to offset after the last character that goes; equal to {@code from} where nothing does
 * @param insert what comes in its place
 */
public record TextEdit(int from, int to, String insert) {

    /** Applies edits that refer to {@code text} as it is now, in order and without overlap. */
    public static String apply(String text, List<TextEdit> edits) {
        var result = new StringBuilder();
        int at = 0;
        for (TextEdit edit : edits) {
            result.append(text, at, edit.from()).append(edit.insert());
            at = edit.to();
        }
        return result.append(text, at, text.length()).toString();
    }
}

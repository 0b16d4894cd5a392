package dev.statecraft.editing;

import java.util.List;

/**
 * Something that can be written at a place.
 *
 * @param label as it is listed, and as it is matched with what was typed
 * @param kind {@code field, state, value, function, variable, resource, error, piece}
 * @param detail a few words beside the label
 * @param about one or two sentences
 * @param insert what takes the place of what was typed
 * @param cursor where in {@code insert} one writes on
 */
public record Suggestion(
        String label, String kind, String detail, String about, String insert, int cursor) {

    static Suggestion of(String label, String kind, String detail, String about, String insert) {
        return new Suggestion(label, kind, detail, about, insert, insert.length());
    }

    /**
     * All that fits at a place.
     *
     * @param from offset of the beginning of what a suggestion replaces
     * @param to offset of its end
     */
    public record Suggestions(int from, int to, List<Suggestion> options) {
        static final Suggestions NONE = new Suggestions(0, 0, List.of());
    }
}

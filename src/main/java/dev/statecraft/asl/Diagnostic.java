package dev.statecraft.asl;

import dev.statecraft.asl.problems.Rule;

/**
 * Something wrong, or worth a word, in a definition.
 *
 * @param code the service's code where it has one ({@code SCHEMA_VALIDATION_FAILED}), else ours, in the same spelling
 * @param message what is wrong, in the service's wording where it has one
 * @param location JSON pointer, as the service writes it: {@code /States/Charge/Next}
 * @param position where it stands in the text
 * @param remedy how to mend it, in our words
 * @param rule what is broken, for its example and general remedy
 */
public record Diagnostic(
        Severity severity,
        String code,
        String message,
        String location,
        Position position,
        String remedy,
        Rule rule) {

    public enum Severity {
        ERROR,
        WARNING,
        HINT
    }

    /**
     * A stretch of the text.
     *
     * @param line from 1
     * @param column from 1, in UTF-16 units
     * @param offset from 0, in UTF-16 units, of the first character
     * @param endOffset after the last character
     */
    public record Position(int line, int column, int offset, int endOffset) {}
}

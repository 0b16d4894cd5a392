package dev.statecraft.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.Optional;

/** Reads the texts, numbers and words of JSON. */
final class ScalarReader {
    private final SourceCursor cursor;

    ScalarReader(SourceCursor cursor) {
        this.cursor = cursor;
    }

    /** A text in double quotation marks. */
    SourceNode string() {
        int start = cursor.at();
        cursor.skip(1);
        StringBuilder value = new StringBuilder();
        while (!cursor.isAtEnd()) {
            char c = cursor.text().charAt(cursor.at());
            if (c == '"') {
                cursor.skip(1);
                return scalar(TextNode.valueOf(checked(value.toString(), start)), start);
            }
            if (c == '\n') {
                break;
            }
            if (c == '\\') {
                escape(value);
            } else {
                if (c < 0x20) {
                    cursor.problem(
                            cursor.at(),
                            cursor.at() + 1,
                            "A control character stands in this cursor.text().",
                            "Write it as an escape such as \\t.");
                }
                value.append(c);
                cursor.skip(1);
            }
        }
        cursor.problem(
                start,
                cursor.at(),
                "This text has no closing quotation mark.",
                "Add a \" at its end; a text cannot go over several lines.");
        return scalar(TextNode.valueOf(value.toString()), start);
    }

    private String checked(String value, int start) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < value.length()
                            && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                cursor.problem(
                        start,
                        cursor.at(),
                        "This text holds half of a character (an unpaired surrogate).",
                        "Write the whole character.");
                return value.replaceAll("\\p{Cs}", "\uFFFD");
            }
        }
        return value;
    }

    private void escape(StringBuilder value) {
        int start = cursor.at();
        cursor.skip(1);
        char c = cursor.peek();
        cursor.skip(1);
        switch (c) {
            case '"', '\\', '/' -> value.append(c);
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> unicode(value, start);
            default ->
                    cursor.problem(
                            start,
                            cursor.at(),
                            "\"\\" + c + "\" is not an escape in JSON.",
                            "Write \\\\ for a backslash.");
        }
    }

    private void unicode(StringBuilder value, int start) {
        String digits =
                cursor.text()
                        .substring(cursor.at(), Math.min(cursor.at() + 4, cursor.text().length()));
        if (digits.length() == 4 && digits.chars().allMatch(d -> Character.digit(d, 16) >= 0)) {
            value.append((char) Integer.parseInt(digits, 16));
            cursor.skip(4);
        } else {
            cursor.problem(
                    start,
                    cursor.at(),
                    "\\u must be followed by four hexadecimal digits.",
                    "Write \\u00e9, for example.");
        }
    }

    /** A text in single quotation marks, which JSON does not have. */
    Optional<SourceNode> singleQuoted() {
        int start = cursor.at();
        int end = cursor.text().indexOf('\'', cursor.at() + 1);
        int lineEnd = cursor.text().indexOf('\n', cursor.at());
        if (end < 0 || (lineEnd >= 0 && end > lineEnd)) {
            cursor.problem(
                    cursor.at(),
                    cursor.at() + 1,
                    "A value is expected here, not \"'\".",
                    "Put texts in double quotation marks.");
            return Optional.empty();
        }
        cursor.moveTo(end + 1);
        cursor.problem(
                start,
                cursor.at(),
                "This text stands in single quotation marks.",
                "JSON needs double ones: \"" + cursor.text().substring(start + 1, end) + "\".");
        return Optional.of(
                scalar(TextNode.valueOf(cursor.text().substring(start + 1, end)), start));
    }

    /** A number, true, false or null. */
    Optional<SourceNode> word() {
        int start = cursor.at();
        while (!cursor.isAtEnd() && "+-.".indexOf(cursor.peek()) >= 0
                || !cursor.isAtEnd() && Character.isLetterOrDigit(cursor.peek())) {
            cursor.skip(1);
        }
        String word = cursor.from(start);
        if (word.isEmpty()) {
            cursor.problem(
                    cursor.at(),
                    cursor.at() + 1,
                    !cursor.isAtEnd()
                            ? "\"" + cursor.shown() + "\" cannot stand here."
                            : "A value is missing.",
                    "Write a text in quotation marks, a number, true, false, null, an object or a list.");
            return Optional.empty();
        }
        Optional<JsonNode> value = known(word);
        if (value.isEmpty()) {
            cursor.problem(
                    start,
                    cursor.at(),
                    word + " is neither a text in quotation marks, a number, true, false nor null.",
                    "If it is a text, write \"" + word + "\".");
        }
        return value.map(it -> scalar(it, start));
    }

    private static Optional<JsonNode> known(String word) {
        return switch (word) {
            case "true" -> Optional.of(BooleanNode.TRUE);
            case "false" -> Optional.of(BooleanNode.FALSE);
            case "null" -> Optional.of(NullNode.instance);
            default -> number(word);
        };
    }

    private static Optional<JsonNode> number(String word) {
        if (word.length() > 100
                || !word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            return Optional.empty();
        }
        if (word.matches("-?[0-9]{1,18}")) {
            long value = Long.parseLong(word);
            return Optional.of(
                    value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value));
        }
        return Optional.of(DoubleNode.valueOf(Double.parseDouble(word)));
    }

    private SourceNode scalar(JsonNode value, int start) {
        return new SourceNode.Scalar(value, start, cursor.at());
    }
}

package dev.statecraft.asl.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.asl.problems.JsonRule;
import dev.statecraft.asl.source.SourceNode;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the texts, numbers and words of JSON. */
final class ScalarReader {
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final SourceCursor cursor;

    ScalarReader(SourceCursor cursor) {
        this.cursor = cursor;
    }

    /** A text in double quotation marks. */
    SourceNode string() {
        int start = cursor.at();
        cursor.skip(1);
        int plain = cursor.plainUntil('"');
        String stretch = cursor.text().substring(cursor.at(), plain);
        cursor.skip(plain - cursor.at());
        if (cursor.peek() == '"') {
            cursor.skip(1);
            return scalar(TextNode.valueOf(stretch), start);
        }
        StringBuilder value = new StringBuilder(stretch);
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
                    cursor.report(JsonRule.CONTROL_CHARACTER, cursor.at(), cursor.at() + 1);
                }
                value.append(c);
                cursor.skip(1);
            }
        }
        cursor.report(JsonRule.UNCLOSED_TEXT, start, cursor.at());
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
                cursor.report(JsonRule.HALF_CHARACTER, start, cursor.at());
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
            default -> cursor.report(JsonRule.UNKNOWN_ESCAPE, start, cursor.at(), "\\" + c);
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
            cursor.report(JsonRule.INCOMPLETE_UNICODE_ESCAPE, start, cursor.at());
        }
    }

    /** A text in single quotation marks, which JSON does not have. */
    Optional<SourceNode> singleQuoted() {
        int start = cursor.at();
        int end = cursor.text().indexOf('\'', cursor.at() + 1);
        int lineEnd = cursor.text().indexOf('\n', cursor.at());
        if (end < 0 || (lineEnd >= 0 && end > lineEnd)) {
            cursor.reportWith(
                    "Put texts in double quotation marks.",
                    JsonRule.UNEXPECTED_CHARACTER,
                    cursor.at(),
                    cursor.at() + 1,
                    "'");
            return Optional.empty();
        }
        cursor.moveTo(end + 1);
        cursor.reportWith(
                "JSON needs double ones: \"" + cursor.text().substring(start + 1, end) + "\".",
                JsonRule.SINGLE_QUOTES,
                start,
                cursor.at());
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
            if (!cursor.isAtEnd()) {
                cursor.report(
                        JsonRule.UNEXPECTED_CHARACTER,
                        cursor.at(),
                        cursor.at() + 1,
                        cursor.shown());
            }
            return Optional.empty();
        }
        Optional<JsonNode> value = known(word);
        if (value.isEmpty()) {
            cursor.reportWith(
                    "If it is a text, write \"" + word + "\".",
                    JsonRule.UNKNOWN_WORD,
                    start,
                    cursor.at(),
                    word);
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
        if (word.length() > 100 || !NUMBER.matcher(word).matches()) {
            return Optional.empty();
        }
        if (WHOLE.matcher(word).matches()) {
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

package dev.statecraft.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.asl.SourceNode.Field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON and remembers where everything stands. Goes on after a mistake as well as it can, since definitions are half-typed
 * most of the time; a JSON library stops at the first one.
 */
final class SourceReader {
    /** How deep a definition may be nested. */
    static final int MAX_NESTING = 100;

    private static final int MAX_SYNTAX_PROBLEMS = 20;

    private final String text;
    private final Problems problems;
    private int at;
    private int syntaxProblems;

    SourceReader(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The value that the text holds, if there is one at all. */
    Optional<SourceNode> read() {
        skipBlanks();
        if (at >= text.length()) {
            problem(
                    0,
                    0,
                    "The definition is empty.",
                    "Write a JSON object such as {\"StartAt\": \"First\", \"States\": {}}.");
            return Optional.empty();
        }
        Optional<SourceNode> root = value(0);
        skipBlanks();
        if (root.isPresent() && at < text.length()) {
            problem(
                    at,
                    text.length(),
                    "There is text after the end of the definition.",
                    "Remove it, or check for a brace too many.");
        }
        return root;
    }

    private Optional<SourceNode> value(int depth) {
        skipBlanks();
        if (depth > MAX_NESTING) {
            problem(
                    at,
                    at + 1,
                    "The definition is nested more than " + MAX_NESTING + " deep.",
                    "Flatten it.");
            at = text.length();
            return Optional.empty();
        }
        return switch (peek()) {
            case '{' -> Optional.of(object(depth));
            case '[' -> Optional.of(array(depth));
            case '"' -> Optional.of(string());
            case '\'' -> singleQuoted();
            default -> word();
        };
    }

    private SourceNode object(int depth) {
        int start = at++;
        Map<String, Field> fields = new LinkedHashMap<>();
        boolean expectComma = false;
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                problem(
                        start,
                        start + 1,
                        "This \"{\" is never closed.",
                        "Add a \"}\" where the object ends.");
                return new SourceNode.Fields(fields, start, at);
            }
            char c = peek();
            if (c == '}') {
                at++;
                return new SourceNode.Fields(fields, start, at);
            }
            if (c == ']') {
                problem(
                        at,
                        at + 1,
                        "A \"]\" stands where the object that began on line "
                                + line(start)
                                + " should end.",
                        "Close the object with \"}\" first.");
                return new SourceNode.Fields(fields, start, at);
            }
            if (c == ',') {
                comma(expectComma, '}');
                expectComma = false;
            } else {
                if (expectComma) {
                    problem(
                            at,
                            at + 1,
                            "A comma is missing before this.",
                            "Separate the fields with \",\".");
                }
                if (!field(fields, depth)) {
                    skipToRecovery();
                }
                expectComma = true;
            }
        }
    }

    private void comma(boolean expected, char closing) {
        int comma = at++;
        skipBlanks();
        if (!expected) {
            problem(comma, comma + 1, "There is nothing before this comma.", "Remove the comma.");
        } else if (peek() == closing) {
            problem(
                    comma,
                    comma + 1,
                    "Nothing follows this comma.",
                    "Remove the comma: JSON allows none after the last entry.");
        }
    }

    private boolean field(Map<String, Field> fields, int depth) {
        int nameStart = at;
        Optional<String> name = fieldName();
        if (name.isEmpty()) {
            return false;
        }
        int nameEnd = at;
        skipBlanks();
        if (peek() != ':') {
            problem(
                    nameStart,
                    nameEnd,
                    "The field \"" + name.get() + "\" has no value.",
                    "Write \": \" and a value after the name.");
            return peek() == ',' || peek() == '}';
        }
        at++;
        skipBlanks();
        if (peek() == ',' || peek() == '}' || at >= text.length()) {
            problem(
                    nameStart,
                    nameEnd,
                    "The field \"" + name.get() + "\" has no value.",
                    "Write a value after the \":\".");
            return true;
        }
        Optional<SourceNode> value = value(depth + 1);
        if (value.isEmpty()) {
            return false;
        }
        if (fields.containsKey(name.get())) {
            problem(
                    nameStart,
                    nameEnd,
                    "The field \"" + name.get() + "\" stands here twice.",
                    "Keep one of the two.");
        }
        fields.put(name.get(), new Field(name.get(), nameStart, nameEnd, value.get()));
        return true;
    }

    private Optional<String> fieldName() {
        if (peek() == '"') {
            return Optional.of(string().json().textValue());
        }
        if (peek() == '\'') {
            return singleQuoted().map(it -> it.json().textValue());
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(peek())
                        || peek() == '_'
                        || peek() == '$'
                        || peek() == '.')) {
            at++;
        }
        if (at == start) {
            problem(
                    at,
                    at + 1,
                    "A field name is expected here.",
                    "Write a name in quotation marks, such as \"Type\".");
            return Optional.empty();
        }
        String name = text.substring(start, at);
        problem(
                start,
                at,
                "The field name " + name + " is not in quotation marks.",
                "Write \"" + name + "\".");
        return Optional.of(name);
    }

    private SourceNode array(int depth) {
        int start = at++;
        List<SourceNode> elements = new ArrayList<>();
        boolean expectComma = false;
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                problem(
                        start,
                        start + 1,
                        "This \"[\" is never closed.",
                        "Add a \"]\" where the list ends.");
                return new SourceNode.Elements(elements, start, at);
            }
            char c = peek();
            if (c == ']') {
                at++;
                return new SourceNode.Elements(elements, start, at);
            }
            if (c == '}') {
                problem(
                        at,
                        at + 1,
                        "A \"}\" stands where the list that began on line "
                                + line(start)
                                + " should end.",
                        "Close the list with \"]\" first.");
                return new SourceNode.Elements(elements, start, at);
            }
            if (c == ',') {
                comma(expectComma, ']');
                expectComma = false;
            } else {
                if (expectComma) {
                    problem(
                            at,
                            at + 1,
                            "A comma is missing before this.",
                            "Separate the entries with \",\".");
                }
                Optional<SourceNode> element = value(depth + 1);
                element.ifPresentOrElse(elements::add, this::skipToRecovery);
                expectComma = true;
            }
        }
    }

    private SourceNode string() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return scalar(TextNode.valueOf(checked(value.toString(), start)), start);
            }
            if (c == '\n') {
                break;
            }
            if (c == '\\') {
                escape(value);
            } else {
                if (c < 0x20) {
                    problem(
                            at,
                            at + 1,
                            "A control character stands in this text.",
                            "Write it as an escape such as \\t.");
                }
                value.append(c);
                at++;
            }
        }
        problem(
                start,
                at,
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
                problem(
                        start,
                        at,
                        "This text holds half of a character (an unpaired surrogate).",
                        "Write the whole character.");
                return value.replaceAll("\\p{Cs}", "\uFFFD");
            }
        }
        return value;
    }

    private void escape(StringBuilder value) {
        int start = at++;
        char c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/' -> value.append(c);
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> unicode(value, start);
            default ->
                    problem(
                            start,
                            at,
                            "\"\\" + c + "\" is not an escape in JSON.",
                            "Write \\\\ for a backslash.");
        }
    }

    private void unicode(StringBuilder value, int start) {
        String digits = text.substring(at, Math.min(at + 4, text.length()));
        if (digits.length() == 4 && digits.chars().allMatch(d -> Character.digit(d, 16) >= 0)) {
            value.append((char) Integer.parseInt(digits, 16));
            at += 4;
        } else {
            problem(
                    start,
                    at,
                    "\\u must be followed by four hexadecimal digits.",
                    "Write \\u00e9, for example.");
        }
    }

    private Optional<SourceNode> singleQuoted() {
        int start = at;
        int end = text.indexOf('\'', at + 1);
        int lineEnd = text.indexOf('\n', at);
        if (end < 0 || (lineEnd >= 0 && end > lineEnd)) {
            problem(
                    at,
                    at + 1,
                    "A value is expected here, not \"'\".",
                    "Put texts in double quotation marks.");
            return Optional.empty();
        }
        at = end + 1;
        problem(
                start,
                at,
                "This text stands in single quotation marks.",
                "JSON needs double ones: \"" + text.substring(start + 1, end) + "\".");
        return Optional.of(scalar(TextNode.valueOf(text.substring(start + 1, end)), start));
    }

    private Optional<SourceNode> word() {
        int start = at;
        while (at < text.length() && "+-.".indexOf(peek()) >= 0
                || at < text.length() && Character.isLetterOrDigit(peek())) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            problem(
                    at,
                    at + 1,
                    at < text.length()
                            ? "\"" + shown() + "\" cannot stand here."
                            : "A value is missing.",
                    "Write a text in quotation marks, a number, true, false, null, an object or a list.");
            return Optional.empty();
        }
        Optional<JsonNode> value = known(word);
        if (value.isEmpty()) {
            problem(
                    start,
                    at,
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
        return new SourceNode.Scalar(value, start, at);
    }

    private void skipToRecovery() {
        int before = at;
        while (at < text.length() && ",}]\n".indexOf(peek()) < 0) {
            at++;
        }
        if (at == before && at < text.length() && peek() != '}' && peek() != ']' && peek() != ',') {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && (Character.isWhitespace(peek()) || peek() == '\uFEFF')) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private String shown() {
        return text.substring(at, text.offsetByCodePoints(at, 1));
    }

    private int line(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private void problem(int start, int end, String message, String remedy) {
        if (syntaxProblems++ < MAX_SYNTAX_PROBLEMS) {
            problems.syntax(start, end, message, remedy);
        }
    }
}

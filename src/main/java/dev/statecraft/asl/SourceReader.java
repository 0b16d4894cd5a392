package dev.statecraft.asl;

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

    private final SourceCursor cursor;
    private final ScalarReader scalars;

    SourceReader(String text, Problems problems) {
        this.cursor = new SourceCursor(text, problems);
        this.scalars = new ScalarReader(cursor);
    }

    /** The value that the text holds, if there is one at all. */
    Optional<SourceNode> read() {
        cursor.skipBlanks();
        if (cursor.isAtEnd()) {
            cursor.problem(
                    0,
                    0,
                    "The definition is empty.",
                    "Write a JSON object such as {\"StartAt\": \"First\", \"States\": {}}.");
            return Optional.empty();
        }
        Optional<SourceNode> root = value(0);
        cursor.skipBlanks();
        if (root.isPresent() && !cursor.isAtEnd()) {
            cursor.problem(
                    cursor.at(),
                    cursor.text().length(),
                    "There is text after the end of the definition.",
                    "Remove it, or check for a brace too many.");
        }
        return root;
    }

    private Optional<SourceNode> value(int depth) {
        cursor.skipBlanks();
        if (depth > MAX_NESTING) {
            cursor.problem(
                    cursor.at(),
                    cursor.at() + 1,
                    "The definition is nested more than " + MAX_NESTING + " deep.",
                    "Flatten it.");
            cursor.moveTo(cursor.text().length());
            return Optional.empty();
        }
        return switch (cursor.peek()) {
            case '{' -> Optional.of(object(depth));
            case '[' -> Optional.of(array(depth));
            case '"' -> Optional.of(scalars.string());
            case '\'' -> scalars.singleQuoted();
            default -> scalars.word();
        };
    }

    private SourceNode object(int depth) {
        int start = cursor.at();
        cursor.skip(1);
        Map<String, Field> fields = new LinkedHashMap<>();
        boolean expectComma = false;
        while (true) {
            cursor.skipBlanks();
            if (cursor.isAtEnd()) {
                cursor.problem(
                        start,
                        start + 1,
                        "This \"{\" is never closed.",
                        "Add a \"}\" where the object ends.");
                return new SourceNode.Fields(fields, start, cursor.at());
            }
            char c = cursor.peek();
            if (c == '}') {
                cursor.skip(1);
                return new SourceNode.Fields(fields, start, cursor.at());
            }
            if (c == ']') {
                cursor.problem(
                        cursor.at(),
                        cursor.at() + 1,
                        "A \"]\" stands where the object that began on line "
                                + cursor.line(start)
                                + " should end.",
                        "Close the object with \"}\" first.");
                return new SourceNode.Fields(fields, start, cursor.at());
            }
            if (c == ',') {
                comma(expectComma, '}');
                expectComma = false;
            } else {
                if (expectComma) {
                    cursor.problem(
                            cursor.at(),
                            cursor.at() + 1,
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
        int comma = cursor.at();
        cursor.skip(1);
        cursor.skipBlanks();
        if (!expected) {
            cursor.problem(
                    comma, comma + 1, "There is nothing before this comma.", "Remove the comma.");
        } else if (cursor.peek() == closing) {
            cursor.problem(
                    comma,
                    comma + 1,
                    "Nothing follows this comma.",
                    "Remove the comma: JSON allows none after the last entry.");
        }
    }

    private boolean field(Map<String, Field> fields, int depth) {
        int nameStart = cursor.at();
        Optional<String> name = fieldName();
        if (name.isEmpty()) {
            return false;
        }
        int nameEnd = cursor.at();
        cursor.skipBlanks();
        if (cursor.peek() != ':') {
            cursor.problem(
                    nameStart,
                    nameEnd,
                    "The field \"" + name.get() + "\" has no value.",
                    "Write \": \" and a value after the name.");
            return cursor.peek() == ',' || cursor.peek() == '}';
        }
        cursor.skip(1);
        cursor.skipBlanks();
        if (cursor.peek() == ',' || cursor.peek() == '}' || cursor.isAtEnd()) {
            cursor.problem(
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
            cursor.problem(
                    nameStart,
                    nameEnd,
                    "The field \"" + name.get() + "\" stands here twice.",
                    "Keep one of the two.");
        }
        fields.put(name.get(), new Field(name.get(), nameStart, nameEnd, value.get()));
        return true;
    }

    private Optional<String> fieldName() {
        if (cursor.peek() == '"') {
            return Optional.of(scalars.string().json().textValue());
        }
        if (cursor.peek() == '\'') {
            return scalars.singleQuoted().map(it -> it.json().textValue());
        }
        int start = cursor.at();
        while (!cursor.isAtEnd()
                && (Character.isLetterOrDigit(cursor.peek())
                        || cursor.peek() == '_'
                        || cursor.peek() == '$'
                        || cursor.peek() == '.')) {
            cursor.skip(1);
        }
        if (cursor.at() == start) {
            cursor.problem(
                    cursor.at(),
                    cursor.at() + 1,
                    "A field name is expected here.",
                    "Write a name in quotation marks, such as \"Type\".");
            return Optional.empty();
        }
        String name = cursor.from(start);
        cursor.problem(
                start,
                cursor.at(),
                "The field name " + name + " is not in quotation marks.",
                "Write \"" + name + "\".");
        return Optional.of(name);
    }

    private SourceNode array(int depth) {
        int start = cursor.at();
        cursor.skip(1);
        List<SourceNode> elements = new ArrayList<>();
        boolean expectComma = false;
        while (true) {
            cursor.skipBlanks();
            if (cursor.isAtEnd()) {
                cursor.problem(
                        start,
                        start + 1,
                        "This \"[\" is never closed.",
                        "Add a \"]\" where the list ends.");
                return new SourceNode.Elements(elements, start, cursor.at());
            }
            char c = cursor.peek();
            if (c == ']') {
                cursor.skip(1);
                return new SourceNode.Elements(elements, start, cursor.at());
            }
            if (c == '}') {
                cursor.problem(
                        cursor.at(),
                        cursor.at() + 1,
                        "A \"}\" stands where the list that began on line "
                                + cursor.line(start)
                                + " should end.",
                        "Close the list with \"]\" first.");
                return new SourceNode.Elements(elements, start, cursor.at());
            }
            if (c == ',') {
                comma(expectComma, ']');
                expectComma = false;
            } else {
                if (expectComma) {
                    cursor.problem(
                            cursor.at(),
                            cursor.at() + 1,
                            "A comma is missing before this.",
                            "Separate the entries with \",\".");
                }
                Optional<SourceNode> element = value(depth + 1);
                element.ifPresentOrElse(elements::add, this::skipToRecovery);
                expectComma = true;
            }
        }
    }

    private void skipToRecovery() {
        int before = cursor.at();
        while (!cursor.isAtEnd() && ",}]\n".indexOf(cursor.peek()) < 0) {
            cursor.skip(1);
        }
        if (cursor.at() == before
                && !cursor.isAtEnd()
                && cursor.peek() != '}'
                && cursor.peek() != ']'
                && cursor.peek() != ',') {
            cursor.skip(1);
        }
    }
}

package dev.statecraft.asl.notation;

import dev.statecraft.asl.problems.JsonRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON and remembers where everything stands. Goes on after a mistake as well as it can, since definitions are half-typed
 * most of the time; a JSON library stops at the first one.
 */
public final class SourceReader {
    /** How deep a definition may be nested. */
    static final int MAX_NESTING = 100;

    private final SourceCursor cursor;
    private final ScalarReader scalars;
    private boolean stopped;

    public SourceReader(String text, Problems problems) {
        this.cursor = new SourceCursor(text, problems);
        this.scalars = new ScalarReader(cursor);
    }

    /** The value that the text holds, if there is one at all. */
    public Optional<SourceNode> read() {
        cursor.skipBlanks();
        if (cursor.isAtEnd()) {
            cursor.report(JsonRule.EMPTY_DEFINITION, 0, 0);
            return Optional.empty();
        }
        Optional<SourceNode> root = value(0);
        cursor.skipBlanks();
        if (root.isPresent() && !cursor.isAtEnd()) {
            cursor.report(JsonRule.TEXT_AFTER_END, cursor.at(), cursor.text().length());
        }
        return stopped ? Optional.empty() : root;
    }

    private Optional<SourceNode> value(int depth) {
        cursor.skipBlanks();
        if (depth > MAX_NESTING) {
            cursor.report(JsonRule.TOO_DEEPLY_NESTED, cursor.at(), cursor.at() + 1, MAX_NESTING);
            // What follows is not read, so nothing can be said about what is closed there.
            stopped = true;
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
                if (!stopped) {
                    cursor.report(JsonRule.UNCLOSED_OBJECT, start, start + 1);
                }
                return new SourceNode.Fields(fields, start, cursor.at());
            }
            char c = cursor.peek();
            if (c == '}') {
                cursor.skip(1);
                return new SourceNode.Fields(fields, start, cursor.at());
            }
            if (c == ']') {
                cursor.reportWith(
                        "Close the object with \"}\" first.",
                        JsonRule.WRONG_BRACKET,
                        cursor.at(),
                        cursor.at() + 1,
                        "]",
                        "object",
                        cursor.line(start));
                return new SourceNode.Fields(fields, start, cursor.at());
            }
            if (c == ',') {
                comma(expectComma, '}');
                expectComma = false;
            } else {
                if (expectComma) {
                    cursor.report(JsonRule.MISSING_COMMA, cursor.at(), cursor.at() + 1);
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
            cursor.report(JsonRule.COMMA_WITHOUT_ENTRY, comma, comma + 1);
        } else if (cursor.peek() == closing) {
            cursor.report(JsonRule.TRAILING_COMMA, comma, comma + 1);
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
            cursor.report(JsonRule.FIELD_WITHOUT_VALUE, nameStart, nameEnd, name.get());
            return cursor.peek() == ',' || cursor.peek() == '}';
        }
        cursor.skip(1);
        cursor.skipBlanks();
        if (cursor.peek() == ',' || cursor.peek() == '}' || cursor.isAtEnd()) {
            cursor.reportWith(
                    "Write a value after the \":\".",
                    JsonRule.FIELD_WITHOUT_VALUE,
                    nameStart,
                    nameEnd,
                    name.get());
            return true;
        }
        Optional<SourceNode> value = value(depth + 1);
        if (value.isEmpty()) {
            return false;
        }
        if (fields.containsKey(name.get())) {
            cursor.report(JsonRule.REPEATED_FIELD, nameStart, nameEnd, name.get());
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
            cursor.report(JsonRule.MISSING_FIELD_NAME, cursor.at(), cursor.at() + 1);
            return Optional.empty();
        }
        String name = cursor.from(start);
        cursor.reportWith(
                "Write \"" + name + "\".", JsonRule.UNQUOTED_FIELD_NAME, start, cursor.at(), name);
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
                if (!stopped) {
                    cursor.report(JsonRule.UNCLOSED_LIST, start, start + 1);
                }
                return new SourceNode.Elements(elements, start, cursor.at());
            }
            char c = cursor.peek();
            if (c == ']') {
                cursor.skip(1);
                return new SourceNode.Elements(elements, start, cursor.at());
            }
            if (c == '}') {
                cursor.reportWith(
                        "Close the list with \"]\" first.",
                        JsonRule.WRONG_BRACKET,
                        cursor.at(),
                        cursor.at() + 1,
                        "}",
                        "list",
                        cursor.line(start));
                return new SourceNode.Elements(elements, start, cursor.at());
            }
            if (c == ',') {
                comma(expectComma, ']');
                expectComma = false;
            } else {
                if (expectComma) {
                    cursor.report(JsonRule.MISSING_COMMA, cursor.at(), cursor.at() + 1);
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

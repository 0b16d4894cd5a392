package dev.statecraft.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of a path, and refuses what the service refuses: the JSONPath library behind {@link JsonPath} accepts functions
 * and half-written paths that no state machine may hold.
 *
 * <p>Grammar: {@code $}, {@code $$} or {@code $name}, then any number of {@code .name}, {@code ..name}, {@code .*}, {@code ['name']},
 * {@code [0]}, {@code [*]}, {@code [1:2]}, {@code [0,1]}, {@code ['a','b']} and {@code [?(...)]}.
 */
final class PathSyntax {
    /** The longest path we compile; far beyond any useful one. */
    static final int MAX_LENGTH = 1_000;

    /** Each descent looks at all that is inside of each place that the one before has found. */
    private static final int MAX_DESCENTS = 2;

    /** How often a place may be found, by naming it again in each of several lists. */
    private static final int MAX_CHOICES = 1_000;

    /** One step of a path. */
    sealed interface Segment {
        record Field(String name) implements Segment {}

        record Index(int index) implements Segment {}

        /** A wildcard, slice, union, filter or descent: may match any number of places. */
        record Many(String text) implements Segment {}
    }

    /** What a path starts from. */
    enum Root {
        INPUT,
        CONTEXT,
        VARIABLE
    }

    /**
     * @param variable the name after {@code $}, for {@link Root#VARIABLE}
     * @param rest the path with {@code $} for its root, as the library reads it
     */
    record Parsed(Root root, Optional<String> variable, List<Segment> segments, String rest) {
        boolean isDefinite() {
            return segments.stream().noneMatch(Segment.Many.class::isInstance);
        }
    }

    private final String text;
    private int at;

    private PathSyntax(String text) {
        this.text = text;
    }

    static Parsed parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidExpression(
                    "The path has " + text.length() + " characters.",
                    "Write a path of at most " + MAX_LENGTH + " characters.");
        }
        if (!text.startsWith("$")) {
            throw new InvalidExpression(
                    "Value is not a valid JSONPath: " + text,
                    "Begin the path with \"$\", such as \"$."
                            + (text.isEmpty() ? "field" : text)
                            + "\".");
        }
        refuseExplosion(text);
        return new PathSyntax(text).path();
    }

    /** Refuses paths whose cost multiplies with each step: they would never end, however little they find. */
    private static void refuseExplosion(String text) {
        int descents = 0;
        long choices = 1;
        Deque<Integer> commas = new ArrayDeque<>();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[') {
                commas.push(0);
            } else if (c == ',' && !commas.isEmpty()) {
                commas.push(commas.pop() + 1);
            } else if (c == ']' && !commas.isEmpty()) {
                choices = Math.min(MAX_CHOICES + 1L, choices * (commas.pop() + 1));
            } else if (text.startsWith("..", i)) {
                descents++;
            }
        }
        if (descents > MAX_DESCENTS) {
            throw new InvalidExpression(
                    "Value is not a valid JSONPath: " + text,
                    "Use \"..\" at most "
                            + MAX_DESCENTS
                            + " times in a path: name the fields between.");
        }
        if (choices > MAX_CHOICES) {
            throw new InvalidExpression(
                    "Value is not a valid JSONPath: " + text,
                    "Its lists in brackets choose more than "
                            + MAX_CHOICES
                            + " places: shorten them.");
        }
    }

    private Parsed path() {
        at = 1;
        Root root = Root.INPUT;
        Optional<String> variable = Optional.empty();
        if (peek() == '$') {
            at++;
            root = Root.CONTEXT;
        } else if (isNameStart(peek())) {
            root = Root.VARIABLE;
            variable = Optional.of(name());
        }
        String rest = "$" + text.substring(at);
        List<Segment> segments = new ArrayList<>();
        while (at < text.length()) {
            segments.add(segment());
        }
        return new Parsed(root, variable, List.copyOf(segments), rest);
    }

    private Segment segment() {
        return switch (peek()) {
            case '.' -> dot();
            case '[' -> bracket();
            default -> throw wrong("a \".\" or \"[\" must follow");
        };
    }

    private Segment dot() {
        int start = at;
        at++;
        if (peek() == '.') {
            at++;
            if (peek() != '[') {
                skipNameOrStar();
            }
            return new Segment.Many(text.substring(start, at));
        }
        if (peek() == '*') {
            at++;
            return new Segment.Many(".*");
        }
        String name = name();
        if (name.isEmpty()) {
            throw wrong("a field name must follow the \".\"");
        }
        if (peek() == '(') {
            throw new InvalidExpression(
                    "Functions are not supported in paths: " + text,
                    "Remove \""
                            + name
                            + "()\"; use an intrinsic function such as States.ArrayLength instead.");
        }
        return new Segment.Field(name);
    }

    private void skipNameOrStar() {
        if (peek() == '*') {
            at++;
        } else if (name().isEmpty()) {
            throw wrong("a field name or \"*\" must follow \"..\"");
        }
    }

    private Segment bracket() {
        int start = at;
        int end = closingBracket();
        String inside = text.substring(start + 1, end).strip();
        at = end + 1;
        if (inside.startsWith("?")) {
            return filter(inside);
        }
        Optional<String> quoted = quoted(inside);
        if (quoted.isPresent()) {
            return new Segment.Field(quoted.get());
        }
        if (isInteger(inside)) {
            return index(inside);
        }
        if (isMany(inside)) {
            return new Segment.Many("[" + inside + "]");
        }
        throw wrong(
                "\"["
                        + inside
                        + "]\" is neither an index, a slice, a quoted name, \"*\" nor a filter");
    }

    private Segment filter(String inside) {
        if (!inside.startsWith("?(") || !inside.endsWith(")")) {
            throw wrong("a filter has the form [?(@.field == value)]");
        }
        if (inside.contains("=~")) {
            throw new InvalidExpression(
                    "Regular expressions are not supported in paths: " + text,
                    "Compare with ==, or use a Choice rule with StringMatches.");
        }
        return new Segment.Many("[" + inside + "]");
    }

    private Segment index(String inside) {
        try {
            return new Segment.Index(Integer.parseInt(inside));
        } catch (NumberFormatException e) {
            throw wrong("the index " + inside + " is too large");
        }
    }

    private int closingBracket() {
        int depth = 0;
        char quote = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[' || c == '(') {
                depth++;
            } else if (c == ']' || c == ')') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        throw wrong("a \"[\" is never closed");
    }

    private static Optional<String> quoted(String inside) {
        if (inside.length() < 2) {
            return Optional.empty();
        }
        char quote = inside.charAt(0);
        if ((quote != '\'' && quote != '"') || inside.charAt(inside.length() - 1) != quote) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        for (int i = 1; i < inside.length() - 1; i++) {
            char c = inside.charAt(i);
            if (c == quote) {
                return Optional.empty();
            }
            if (c == '\\' && i + 1 < inside.length() - 1) {
                i++;
                c = inside.charAt(i);
            }
            name.append(c);
        }
        return Optional.of(name.toString());
    }

    private static boolean isInteger(String inside) {
        int start = inside.startsWith("-") ? 1 : 0;
        return inside.length() > start
                && inside.substring(start).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isMany(String inside) {
        if (inside.equals("*")) {
            return true;
        }
        if (inside.contains(":")) {
            String[] bounds = inside.split(":", -1);
            return bounds.length <= 3
                    && java.util.Arrays.stream(bounds)
                            .map(String::strip)
                            .allMatch(it -> it.isEmpty() || isInteger(it));
        }
        String[] parts = inside.split(",", -1);
        return parts.length > 1
                && (java.util.Arrays.stream(parts)
                                .map(String::strip)
                                .allMatch(PathSyntax::isInteger)
                        || java.util.Arrays.stream(parts)
                                .map(String::strip)
                                .allMatch(it -> quoted(it).isPresent()));
    }

    private String name() {
        int start = at;
        while (at < text.length() && ".[](){}'\"*@,?: ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isNameStart(char c) {
        return Character.isUnicodeIdentifierStart(c) || c == '_';
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private InvalidExpression wrong(String why) {
        return new InvalidExpression(
                "Value is not a valid JSONPath: " + text,
                "At character " + (at + 1) + " of the path, " + why + ".");
    }
}

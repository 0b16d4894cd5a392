package dev.statecraft.query.jsonata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what a JSONata expression refers to outside itself, and where, without evaluating it.
 *
 * <p>Nothing surrounds an expression in a state machine, so that a bare name at its top level names nothing. Only the first step of
 * a path is read against what surrounds the expression; later steps, predicates, sort terms and groupings are read against the step
 * before. A function's body is read against what surrounds the function.
 */
public final class JsonataReferences {

    /** What kind of thing is named. */
    public enum Kind {
        /** A bare name, or {@code $}, at the top level. */
        TOP_LEVEL,
        /** {@code $$}. */
        ROOT,
        /** {@code $name}, bound outside the expression. */
        VARIABLE,
        /** {@code $states.name}; the name is empty for {@code $states} alone. */
        STATES,
        /** {@code $name(...)} that is called and not bound in the expression. */
        FUNCTION
    }

    /**
     * @param start offset in the expression of the first character
     * @param end offset after the last character
     */
    public record Reference(Kind kind, String name, int start, int end) {}

    /**
     * A pair of brackets that is open.
     *
     * @param relative true if names in it are read against a step of a path
     * @param afterDot what was true outside, to go back to
     */
    private record Level(boolean relative, boolean afterDot, boolean parameters) {}

    private final String text;
    private final List<Reference> found = new ArrayList<>();
    private final Set<String> bound = new HashSet<>();
    private final Deque<Level> open = new ArrayDeque<>();
    private boolean relative;
    private boolean afterDot;
    private boolean parameters;
    // True where an operator is expected next, not a value.
    private boolean afterValue;
    private boolean afterFunctionWord;
    private int at;
    private int transform;

    private JsonataReferences(String text) {
        this.text = text;
    }

    /** All references in {@code expression}, in the order of the text. */
    public static List<Reference> in(String expression) {
        var references = new JsonataReferences(expression);
        while (references.at < expression.length()) {
            references.step(expression.charAt(references.at));
        }
        references.found.removeIf(
                it ->
                        (it.kind() == Kind.VARIABLE || it.kind() == Kind.FUNCTION)
                                && references.bound.contains(it.name()));
        return List.copyOf(references.found);
    }

    private void step(char c) {
        if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else if (c == '"' || c == '\'') {
            quoted(c);
            afterValue = true;
        } else if (c == '`') {
            int start = at;
            quoted(c);
            name(text.substring(start + 1, Math.max(start + 1, at - 1)), start);
        } else if (c == '$') {
            variable();
        } else if (Character.isDigit(c)) {
            number();
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else if (c == '/' && !afterValue) {
            regex();
        } else {
            punctuation(c);
        }
    }

    private void quoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private void regex() {
        quoted('/');
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        afterValue = true;
    }

    private void number() {
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at))
                        || text.charAt(at) == '.'
                                && !text.startsWith("..", at)
                                && at + 1 < text.length()
                                && Character.isDigit(text.charAt(at + 1)))) {
            at++;
        }
        afterValue = true;
    }

    private void word() {
        int start = at;
        skipName();
        String word = text.substring(start, at);
        boolean operator = word.equals("and") || word.equals("or") || word.equals("in");
        if (operator && afterValue) {
            operator();
        } else if ((word.equals("function") || word.equals("λ")) && next() == '(') {
            afterFunctionWord = true;
        } else if (word.equals("true") || word.equals("false") || word.equals("null")) {
            afterValue = true;
        } else {
            name(word, start);
        }
    }

    private void name(String name, int start) {
        if (!relative && !afterDot && transform == 0) {
            found.add(new Reference(Kind.TOP_LEVEL, name, start, at));
        }
        afterValue = true;
    }

    private void variable() {
        int start = at++;
        if (at < text.length() && text.charAt(at) == '$') {
            at++;
            found.add(new Reference(Kind.ROOT, "$$", start, at));
            afterValue = true;
            return;
        }
        skipName();
        String name = text.substring(start + 1, at);
        char next = next();
        if (parameters || next == ':' && text.startsWith(":=", afterBlanks())) {
            bound.add(name);
        } else if (name.isEmpty()) {
            name("$", start);
        } else if (name.equals("states")) {
            states(start);
        } else {
            found.add(new Reference(next == '(' ? Kind.FUNCTION : Kind.VARIABLE, name, start, at));
        }
        afterValue = true;
    }

    private void states(int start) {
        int dot = afterBlanks();
        if (dot >= text.length() || text.charAt(dot) != '.') {
            found.add(new Reference(Kind.STATES, "", start, at));
            return;
        }
        at = dot + 1;
        at = afterBlanks();
        int nameStart = at;
        if (at < text.length() && text.charAt(at) == '`') {
            quoted('`');
            found.add(
                    new Reference(
                            Kind.STATES,
                            text.substring(nameStart + 1, Math.max(nameStart + 1, at - 1)),
                            start,
                            at));
        } else if (at < text.length() && Character.isLetter(text.charAt(at))) {
            skipName();
            found.add(new Reference(Kind.STATES, text.substring(nameStart, at), start, at));
        } else {
            found.add(new Reference(Kind.STATES, "", start, dot));
        }
        afterDot = true;
    }

    private void punctuation(char c) {
        at++;
        switch (c) {
            case '(', '[', '{' -> open(c);
            case ')', ']', '}' -> close(c);
            case '.' -> {
                if (text.startsWith(".", at)) {
                    at++;
                    operator();
                } else {
                    afterDot = true;
                    afterValue = false;
                }
            }
            case '^' -> sort();
            case '|' -> transform = afterValue && transform == 0 ? 0 : (transform + 1) % 3;
            case '@', '#' -> {
                // The variable that follows is bound to each item or its index.
                if (next() == '$') {
                    at = afterBlanks() + 1;
                    int start = at;
                    skipName();
                    bound.add(text.substring(start, at));
                }
            }
            case '*', '%' -> {
                // A wildcard or the parent where a value is expected, else an operator.
                if (afterValue) {
                    operator();
                } else {
                    if (c == '*' && text.startsWith("*", at)) {
                        at++;
                    }
                    afterValue = true;
                }
            }
            default -> operator();
        }
    }

    private void operator() {
        afterValue = false;
        afterDot = false;
    }

    private void sort() {
        if (next() == '(') {
            at = afterBlanks() + 1;
            push(true, false);
        }
    }

    private void open(char c) {
        boolean applied = afterValue && c != '(';
        push(relative || afterDot || applied, afterFunctionWord);
        afterFunctionWord = false;
    }

    private void push(boolean isRelative, boolean isParameters) {
        open.push(new Level(relative, afterDot, parameters));
        relative = isRelative;
        parameters = isParameters;
        afterDot = false;
        afterValue = false;
    }

    private void close(char c) {
        boolean wasParameters = parameters;
        if (!open.isEmpty()) {
            Level level = open.pop();
            relative = level.relative();
            afterDot = level.afterDot();
            parameters = level.parameters();
        }
        afterValue = true;
        if (wasParameters && c == ')') {
            if (next() == '<') {
                skipSignature();
            }
            // The body follows; it is not applied to a value.
            afterValue = false;
        }
    }

    private void skipSignature() {
        int depth = 0;
        for (at = afterBlanks(); at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (depth == 0) {
                at++;
                return;
            }
        }
    }

    private void skipName() {
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
    }

    private char next() {
        int next = afterBlanks();
        return next < text.length() ? text.charAt(next) : 0;
    }

    private int afterBlanks() {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }
}

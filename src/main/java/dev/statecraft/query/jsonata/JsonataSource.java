package dev.statecraft.query.jsonata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the text of a JSONata expression names, found without evaluating it.
 *
 * @param variables names after a dollar sign that are read and not bound in the expression itself
 * @param functions names after a dollar sign that are called
 * @param statesMembers the {@code x} of every {@code $states.x}
 * @param regexes the regular expressions, without their slashes
 * @param nesting how deep brackets are nested
 * @param usesRoot true if {@code $$} is read
 */
public record JsonataSource(
        Set<String> variables,
        Set<String> functions,
        Set<String> statesMembers,
        List<String> regexes,
        int nesting,
        boolean usesRoot,
        Optional<String> reservedName) {

    static JsonataSource scan(String text) {
        return new Scanner(text).scan();
    }

    private static final class Scanner {
        private final String text;
        private final Set<String> read = new LinkedHashSet<>();
        private final Set<String> bound = new LinkedHashSet<>();
        private final Set<String> called = new LinkedHashSet<>();
        private final Set<String> members = new LinkedHashSet<>();
        private final List<String> regexes = new ArrayList<>();
        private Optional<String> reserved = Optional.empty();
        private boolean usesRoot;
        private int depth;
        private int deepest;
        private int at;
        // A slash begins a regular expression only where a value is expected.
        private boolean afterValue;
        private int parametersDepth = -1;

        Scanner(String text) {
            this.text = text;
        }

        JsonataSource scan() {
            while (at < text.length()) {
                step(text.charAt(at));
            }
            read.removeAll(bound);
            return new JsonataSource(
                    Set.copyOf(read),
                    Set.copyOf(called),
                    Set.copyOf(members),
                    List.copyOf(regexes),
                    deepest,
                    usesRoot,
                    reserved);
        }

        private void step(char c) {
            if (c == '"' || c == '\'' || c == '`') {
                skipQuoted(c);
                afterValue = true;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '/' && !afterValue) {
                regex();
            } else if (c == '$') {
                variable();
            } else if (Character.isLetterOrDigit(c) || c == '_') {
                word();
            } else {
                bracket(c);
                afterValue =
                        c == ')' || c == ']' || c == '}' || Character.isWhitespace(c) && afterValue;
                at++;
            }
        }

        private void bracket(char c) {
            if (c == '(' || c == '[' || c == '{') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == ')' || c == ']' || c == '}') {
                if (depth == parametersDepth) {
                    parametersDepth = -1;
                }
                depth--;
            }
        }

        private void skipQuoted(char quote) {
            at++;
            while (at < text.length() && text.charAt(at) != quote) {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }

        private void regex() {
            int start = ++at;
            while (at < text.length() && text.charAt(at) != '/') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            regexes.add(text.substring(start, Math.min(at, text.length())));
            at++;
            afterValue = true;
        }

        private void word() {
            int start = at;
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            String word = text.substring(start, at);
            if ((word.equals("function") || word.equals("λ")) && nextIs('(')) {
                parametersDepth = depth + 1;
            }
            afterValue = !word.equals("and") && !word.equals("or") && !word.equals("in");
        }

        private void variable() {
            int start = ++at;
            if (at < text.length() && text.charAt(at) == '$') {
                usesRoot = true;
                at++;
                afterValue = true;
                return;
            }
            while (at < text.length()
                    && (Character.isUnicodeIdentifierPart(text.charAt(at))
                            || text.charAt(at) == '_')) {
                at++;
            }
            String name = text.substring(start, at);
            afterValue = true;
            if (name.startsWith("__")) {
                reserved = Optional.of("$" + name);
            }
            if (!name.isEmpty()) {
                classify(name);
            }
        }

        private void classify(String name) {
            if (depth == parametersDepth || nextIsBinding()) {
                bound.add(name);
            } else if (nextIs('(')) {
                called.add(name);
            } else if (name.equals("states")) {
                member().ifPresent(members::add);
            } else {
                read.add(name);
            }
        }

        private Optional<String> member() {
            if (!nextIs('.')) {
                return Optional.empty();
            }
            int start = text.indexOf('.', at) + 1;
            int end = start;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return Optional.of(text.substring(start, end));
        }

        private boolean nextIsBinding() {
            int next = afterBlanks();
            return text.startsWith(":=", next);
        }

        private boolean nextIs(char c) {
            int next = afterBlanks();
            return next < text.length() && text.charAt(next) == c;
        }

        private int afterBlanks() {
            int next = at;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            return next;
        }
    }
}

package dev.statecraft.web.editor;

import java.util.Set;

/**
 * A script without what only its readers need: comments, indentation, and blanks between signs. New lines stay, since they can
 * end a statement; so do names, which a page that is debugged shows.
 */
public final class SlimScript {
    private static final String BEFORE_REGEX = "(,=:[!&|?{};+-*%<>~^";
    private static final Set<String> WORDS_BEFORE_REGEX =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "else", "do");

    private final String source;
    private final StringBuilder out;
    private int at;

    private SlimScript(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length());
    }

    public static String of(String source) {
        return new SlimScript(source).written();
    }

    private String written() {
        code(false);
        return out.toString();
    }

    /** @param isInTemplate true for what stands in the braces of a template, which end it */
    private void code(boolean isInTemplate) {
        int depth = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\'' || c == '"') {
                quoted(c);
            } else if (c == '`') {
                template();
            } else if (source.startsWith("//", at)) {
                at = until("\n", 0);
            } else if (source.startsWith("/*", at)) {
                comment();
            } else if (c == '/' && isRegexHere()) {
                regex();
            } else if (Character.isWhitespace(c)) {
                blanks();
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (isInTemplate && depth < 0) {
                    return;
                }
                keep();
            }
        }
    }

    private void keep() {
        out.append(source.charAt(at++));
    }

    /** Where {@code mark} stands next, or the end. */
    private int until(String mark, int after) {
        int found = source.indexOf(mark, at);
        return found < 0 ? source.length() : found + after;
    }

    private void quoted(char quote) {
        keep();
        while (at < source.length() && source.charAt(at) != quote) {
            escapedOrPlain();
        }
        keepIfAny();
    }

    private void escapedOrPlain() {
        if (source.charAt(at) == '\\') {
            keep();
        }
        keepIfAny();
    }

    private void keepIfAny() {
        if (at < source.length()) {
            keep();
        }
    }

    private void template() {
        keep();
        while (at < source.length() && source.charAt(at) != '`') {
            if (source.startsWith("${", at)) {
                keep();
                keep();
                code(true);
                keepIfAny();
            } else {
                escapedOrPlain();
            }
        }
        keepIfAny();
    }

    /** A comment is a blank, or a new line if it has one. */
    private void comment() {
        int start = at;
        at = until("*/", 2);
        separate(source.substring(start, at).contains("\n"));
    }

    private void blanks() {
        int start = at;
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        separate(source.substring(start, at).contains("\n"));
    }

    private void separate(boolean hasLineFeed) {
        char before = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
        if (hasLineFeed && before != '\n') {
            if (before == ' ') {
                out.setLength(out.length() - 1);
            }
            out.append('\n');
        } else if (!hasLineFeed && isNeeded(before)) {
            out.append(' ');
        }
    }

    /** Between two words, and where two signs would make another: {@code a + +b}, {@code a / /b/}. */
    private boolean isNeeded(char before) {
        if (at >= source.length() || before == '\n' || before == ' ') {
            return false;
        }
        char after = source.charAt(at);
        boolean areWords = isWord(before) && isWord(after);
        boolean areSigns = "+-/*".indexOf(before) >= 0 && "+-/*".indexOf(after) >= 0;
        // A comment may follow, which says nothing about what follows it.
        return areWords || areSigns || after == '/';
    }

    private static boolean isWord(char c) {
        return Character.isJavaIdentifierPart(c) || c == '#' || c == '"' || c == '\'';
    }

    private boolean isRegexHere() {
        int end = out.length();
        while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        if (end == 0 || BEFORE_REGEX.indexOf(out.charAt(end - 1)) >= 0) {
            return true;
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(out.charAt(start - 1))) {
            start--;
        }
        return WORDS_BEFORE_REGEX.contains(out.substring(start, end));
    }

    private void regex() {
        keep();
        boolean isInClass = false;
        while (at < source.length() && (isInClass || source.charAt(at) != '/')) {
            char c = source.charAt(at);
            isInClass = c == '[' || (isInClass && c != ']');
            escapedOrPlain();
        }
        keepIfAny();
    }
}

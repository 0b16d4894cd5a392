package dev.statecraft.asl.notation;

import dev.statecraft.asl.problems.JsonRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.source.Place;

/** A place in a text that is being read, and where to report what is wrong there. */
final class SourceCursor {
    private static final int MAX_SYNTAX_PROBLEMS = 20;

    private final String text;
    private final Problems problems;
    private int at;
    private int syntaxProblems;

    SourceCursor(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    int at() {
        return at;
    }

    void moveTo(int offset) {
        at = offset;
    }

    void skip(int characters) {
        at += characters;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The character here; 0 at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    String text() {
        return text;
    }

    String from(int start) {
        return text.substring(start, at);
    }

    void skipBlanks() {
        while (at < text.length() && (Character.isWhitespace(peek()) || peek() == '\uFEFF')) {
            at++;
        }
    }

    /** The end of the characters from here that stand for themselves in a text that {@code quote} ends. */
    int plainUntil(char quote) {
        int end = at;
        while (end < text.length() && isPlain(text.charAt(end), quote)) {
            end++;
        }
        return end;
    }

    private static boolean isPlain(char c, char quote) {
        return c != quote && c != '\\' && c >= ' ' && !Character.isSurrogate(c);
    }

    /** The whole character here, for messages. */
    String shown() {
        return text.substring(at, text.offsetByCodePoints(at, 1));
    }

    int line(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    void report(JsonRule rule, int start, int end, Object... words) {
        reportWith(rule.remedy(), rule, start, end, words);
    }

    void reportWith(String remedy, JsonRule rule, int start, int end, Object... words) {
        if (syntaxProblems++ < MAX_SYNTAX_PROBLEMS) {
            problems.reportWith(remedy, rule, new Place("", start, end), words);
        }
    }
}

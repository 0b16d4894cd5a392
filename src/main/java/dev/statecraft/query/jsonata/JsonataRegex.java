package dev.statecraft.query.jsonata;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import dev.statecraft.query.InvalidExpression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Regular expressions of learners, run by RE2/J: time is linear in the text, and what cannot be had in linear time (look-around,
 * back-references) is refused.
 */
final class JsonataRegex {
    static final int MAX_LENGTH = 1_000;
    private static final int MAX_PROGRAM = 5_000;
    private static final long MAX_WORK = 50_000_000;
    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{(\\d{1,6})(?:,(\\d{0,6}))?\\}");

    private JsonataRegex() {}

    static void checkAll(List<String> regexes) {
        regexes.forEach(regex -> compile(regex, 0));
    }

    static Pattern compile(String regex, int flags) {
        if (regex.length() > MAX_LENGTH) {
            throw new InvalidExpression(
                    "The regular expression has " + regex.length() + " characters.",
                    "Write at most " + MAX_LENGTH + ".");
        }
        if (expandedSize(regex) > MAX_PROGRAM) {
            throw tooLarge(regex);
        }
        try {
            Pattern pattern = Pattern.compile(regex, flags);
            if (pattern.programSize() > MAX_PROGRAM) {
                throw tooLarge(regex);
            }
            return pattern;
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new InvalidExpression(
                    "The regular expression is not supported: " + regex,
                    "Look-around and back-references are not available. " + e.getMessage());
        }
    }

    private static InvalidExpression tooLarge(String regex) {
        return new InvalidExpression(
                "The regular expression is too large: " + regex, "Use smaller repetition counts.");
    }

    /**
     * About how many steps the program has, found before it is built: a repetition is written out, and repetitions in repetitions
     * multiply.
     */
    private static long expandedSize(String regex) {
        Deque<Long> outer = new ArrayDeque<>();
        long size = 0;
        long last = 0;
        for (int i = 0; i < regex.length() && size <= MAX_PROGRAM; i++) {
            char c = regex.charAt(i);
            Matcher repetition = REPETITION.matcher(regex).region(i, regex.length());
            if (c == '(') {
                outer.push(size);
                size = 0;
                last = 0;
            } else if (c == ')' && !outer.isEmpty()) {
                last = size;
                size += outer.pop();
            } else if (c == '{' && repetition.lookingAt()) {
                long most = Math.max(number(repetition.group(1)), number(repetition.group(2)));
                size += last * Math.max(0, most - 1);
                i = repetition.end() - 1;
            } else {
                last = 1;
                size++;
                if (c == '\\') {
                    i++;
                }
            }
        }
        return size;
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** The library's compiled expression, compiled again for linear time. */
    static Pattern of(java.util.regex.Pattern pattern, CharSequence text) {
        int flags = 0;
        if ((pattern.flags() & java.util.regex.Pattern.CASE_INSENSITIVE) != 0) {
            flags |= Pattern.CASE_INSENSITIVE;
        }
        if ((pattern.flags() & java.util.regex.Pattern.MULTILINE) != 0) {
            flags |= Pattern.MULTILINE;
        }
        Pattern compiled = compile(pattern.pattern(), flags);
        if ((long) compiled.programSize() * text.length() > MAX_WORK) {
            throw JsonataFunctions.stopped("a regular expression is too large for this text");
        }
        return compiled;
    }
}

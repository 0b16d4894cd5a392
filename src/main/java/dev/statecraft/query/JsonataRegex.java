package dev.statecraft.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import java.util.List;

/**
 * Regular expressions of learners, run by RE2/J: time is linear in the text, and what cannot be had in linear time (look-around,
 * back-references) is refused.
 */
final class JsonataRegex {
    static final int MAX_LENGTH = 1_000;
    private static final int MAX_PROGRAM = 5_000;
    private static final long MAX_WORK = 50_000_000;

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
        try {
            Pattern pattern = Pattern.compile(regex, flags);
            if (pattern.programSize() > MAX_PROGRAM) {
                throw new InvalidExpression(
                        "The regular expression is too large: " + regex,
                        "Use smaller repetition counts.");
            }
            return pattern;
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new InvalidExpression(
                    "The regular expression is not supported: " + regex,
                    "Look-around and back-references are not available. " + e.getMessage());
        }
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

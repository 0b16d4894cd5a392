package dev.statecraft.query.jsonata;

import com.dashjoin.jsonata.Functions;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSONata does with the matches of a pattern. */
final class JsonataMatch {

    private JsonataMatch() {}

    /** {@code {match, index, start, end, groups}}. */
    static Map<String, Object> of(Matcher matcher) {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("match", matcher.group());
        match.put("index", matcher.start());
        match.put("groups", groups(matcher));
        return match;
    }

    private static List<Object> groups(Matcher matcher) {
        List<Object> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String group = matcher.group(i);
            groups.add(group == null ? "" : group);
        }
        return groups;
    }

    static void split(String text, Pattern pattern, List<Object> parts) {
        Matcher matcher = pattern.matcher(text);
        int start = 0;
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                parts.add(text.substring(start, matcher.start()));
                start = matcher.end();
            }
        }
        parts.add(text.substring(start));
    }

    static void split(String text, String separator, List<Object> parts) {
        if (separator.isEmpty()) {
            text.codePoints().forEach(c -> parts.add(Character.toString(c)));
            return;
        }
        int start = 0;
        for (int i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, start)) {
            parts.add(text.substring(start, i));
            start = i + separator.length();
        }
        parts.add(text.substring(start));
    }

    static String replace(String text, String wanted, String replacement, int limit) {
        var replaced = new JsonataTexts.BoundedText();
        int start = 0;
        int count = 0;
        for (int i = text.indexOf(wanted);
                i >= 0 && count < limit;
                i = text.indexOf(wanted, start)) {
            replaced.append(text.substring(start, i)).append(replacement);
            start = i + wanted.length();
            count++;
        }
        return replaced.append(text.substring(start)).toString();
    }

    /** @param replacement a text with {@code $1}, or a function of the match */
    static String replace(String text, Pattern pattern, Object replacement, int limit) {
        var replaced = new JsonataTexts.BoundedText();
        Matcher matcher = pattern.matcher(text);
        int start = 0;
        for (int count = 0; count < limit && matcher.find(); count++) {
            if (matcher.end() == matcher.start()) {
                throw JsonataFunctions.stopped(
                        "the regular expression of $replace matches an empty text");
            }
            replaced.append(text.substring(start, matcher.start()))
                    .append(replacementOf(matcher, replacement));
            start = matcher.end();
        }
        return replaced.append(text.substring(start)).toString();
    }

    private static String replacementOf(Matcher matcher, Object replacement) {
        if (replacement instanceof String template) {
            return filled(template, matcher);
        }
        try {
            Object result = Functions.funcApply(replacement, List.of(of(matcher)));
            if (result instanceof String text) {
                return text;
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw JsonataFunctions.stopped(
                    "the function given to $replace failed: " + e.getMessage());
        }
        throw JsonataFunctions.stopped("the function given to $replace did not return a text");
    }

    /** {@code $1} is a group, {@code $$} a dollar sign; of {@code $12} only what is a group counts. */
    private static String filled(String template, Matcher matcher) {
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i);
            if (c != '$' || i + 1 == template.length()) {
                filled.append(c);
                i++;
            } else if (template.charAt(i + 1) == '$') {
                filled.append('$');
                i += 2;
            } else {
                i = group(template, i, matcher, filled);
            }
        }
        return filled.toString();
    }

    private static int group(String template, int dollar, Matcher matcher, StringBuilder filled) {
        int end = dollar + 1;
        while (end < template.length()
                && end < dollar + 3
                && Character.isDigit(template.charAt(end))) {
            end++;
        }
        while (end > dollar + 2
                && Integer.parseInt(template.substring(dollar + 1, end)) > matcher.groupCount()) {
            end--;
        }
        if (end == dollar + 1) {
            filled.append('$');
            return end;
        }
        int number = Integer.parseInt(template.substring(dollar + 1, end));
        String group = number <= matcher.groupCount() ? matcher.group(number) : "";
        filled.append(group == null ? "" : group);
        return end;
    }
}

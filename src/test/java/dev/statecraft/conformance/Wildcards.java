package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the placeholders in a case's recording may stand for. */
final class Wildcards {
    private static final String MARK = "<<?[A-Za-z_][\\w. -]*>?(?::\\d+)?>";
    private static final Pattern MARKED = Pattern.compile(MARK);

    /** Placeholders that stand for one value throughout a case; the others are free at each place. */
    private static final Pattern LASTING =
            Pattern.compile("<region>|<partition>|.*:\\d+>|.*idx>", Pattern.DOTALL);

    /** Words that recordings write in the place of a whole value. */
    private static final Set<String> WHOLE_VALUES =
            Set.of(
                    "timestamp",
                    "date",
                    "datetime",
                    "start-date",
                    "stop-date",
                    "time",
                    "RequestId",
                    "x-amzn-RequestId",
                    "x-amzn-requestid",
                    "X-Amzn-Trace-Id",
                    "x-amz-crc32",
                    "snf_role_arn",
                    "sfn_role_arn",
                    "uuid",
                    "generated-uuid");

    private final Set<String> wholeValues = new HashSet<>(WHOLE_VALUES);
    private final Pattern placeholder;

    /** @param volatiles the case's list of what was replaced when it was recorded */
    Wildcards(JsonNode volatiles) {
        List<String> words = new ArrayList<>();
        for (JsonNode it : volatiles) {
            String replacement = it.path("replacement").asText("");
            if (replacement.isEmpty()) {
                continue;
            }
            if (it.has("path") && !it.path("reference").asBoolean()) {
                wholeValues.add(replacement);
            }
            if (it.has("regex") && !MARKED.matcher(replacement).find()) {
                words.add(replacement);
            }
        }
        words.sort(Comparator.comparing(word -> -word.length()));
        var pattern = new StringBuilder(MARK);
        words.forEach(word -> pattern.append('|').append(Pattern.quote(word)));
        this.placeholder = Pattern.compile(pattern.toString());
    }

    boolean matchesAnything(String expected) {
        return wholeValues.contains(expected);
    }

    static boolean isOnePlaceholder(String expected) {
        return MARKED.matcher(expected).matches();
    }

    static boolean hasPlaceholder(String expected) {
        return MARKED.matcher(expected).find();
    }

    /** True if {@code actual} is {@code expected} for some values of its placeholders; those are then bound. */
    boolean matches(String expected, String actual, Bound bound) {
        if (expected.equals(actual)) {
            return true;
        }
        List<String> names = new ArrayList<>();
        Matcher match = pattern(expected, names).matcher(actual);
        if (names.isEmpty() || !match.matches()) {
            return false;
        }
        Bound trial = bound.copy();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String value = match.group(i + 1);
            // Replayed answers hold the placeholder itself; that says nothing about its value.
            if (!value.equals(name)
                    && LASTING.matcher(name).matches()
                    && !trial.accepts(name, value)) {
                return false;
            }
        }
        bound.become(trial);
        return true;
    }

    private Pattern pattern(String expected, List<String> names) {
        var pattern = new StringBuilder();
        Matcher found = placeholder.matcher(expected);
        int from = 0;
        while (found.find()) {
            pattern.append(Pattern.quote(expected.substring(from, found.start()))).append("(.+?)");
            names.add(found.group());
            from = found.end();
        }
        pattern.append(Pattern.quote(expected.substring(from)));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    /** The values that lasting placeholders have taken so far. */
    static final class Bound {
        private final Map<String, String> values = new HashMap<>();

        Bound copy() {
            var copy = new Bound();
            copy.values.putAll(values);
            return copy;
        }

        void become(Bound other) {
            values.putAll(other.values);
        }

        private boolean accepts(String name, String value) {
            String before = values.putIfAbsent(name, value);
            return before == null || before.equals(value);
        }
    }
}

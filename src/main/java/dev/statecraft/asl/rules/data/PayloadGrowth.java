package dev.statecraft.asl.rules.data;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a state enlarges what it was given, each time: it puts the whole inside something new, or adds a constant at its end.
 *
 * @param field that does it
 * @param rounds after how many times 256 KiB are passed at the latest, however small the data was before
 */
record PayloadGrowth(Field field, long rounds) {
    private static final long MAX_BYTES = 262_144;

    /** From one byte, doubling passes 256 KiB after so many rounds. */
    private static final long DOUBLINGS = 18;

    private static final Pattern WHOLE_INPUT = Pattern.compile("\\{%\\s*\\$states\\.input\\s*%}");

    private static final String TEXT = "('[^'\\\\]*'|\"[^\"\\\\]*\")";

    /** Looks only for what is certain; empty where the growth depends on data. */
    static Optional<PayloadGrowth> of(Entry entry) {
        return entry.language() == QueryLanguage.JSONata ? ofJsonata(entry) : ofJsonPath(entry);
    }

    private static Optional<PayloadGrowth> ofJsonPath(Entry entry) {
        Fields state = entry.node();
        boolean whole =
                entry.is("Pass")
                        && !state.has("Result")
                        && !state.has("InputPath")
                        && !state.has("ResultPath")
                        && !state.has("OutputPath");
        return whole ? nesting(state, "Parameters") : Optional.empty();
    }

    private static Optional<PayloadGrowth> ofJsonata(Entry entry) {
        Fields state = entry.node();
        return nesting(state, "Output")
                .filter(it -> !entry.is("Task") && !entry.is("Map") && !entry.is("Parallel"))
                .or(() -> adding(state, "Assign", "$"))
                .or(() -> adding(state, "Output", "$states.input."));
    }

    /** A template that holds all that the state was given. */
    private static Optional<PayloadGrowth> nesting(Fields state, String name) {
        return state.field(name)
                .filter(field -> field.value() instanceof Fields)
                .flatMap(
                        field -> {
                            JsonNode template = field.value().json();
                            int copies = copies(template);
                            return copies == 0
                                    ? Optional.empty()
                                    : Optional.of(
                                            new PayloadGrowth(
                                                    field,
                                                    copies > 1
                                                            ? DOUBLINGS
                                                            : MAX_BYTES / leastSize(template) + 1));
                        });
    }

    private static int copies(JsonNode node) {
        if (node.isContainerNode()) {
            int copies = 0;
            for (JsonNode inner : node) {
                copies += copies(inner);
            }
            return copies;
        }
        return isWhole(node) ? 1 : 0;
    }

    private static boolean isWhole(JsonNode node) {
        String text = node.asText();
        return text.equals("$") || (text.startsWith("{%") && WHOLE_INPUT.matcher(text).matches());
    }

    /** The bytes of {@code node} around what is put into it; what is evaluated has one at least. */
    private static long leastSize(JsonNode node) {
        if (node.isObject()) {
            long size = 2 + Math.max(0, node.size() - 1);
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String name = field.getKey().replaceFirst("\\.\\$$", "");
                boolean evaluated = !name.equals(field.getKey());
                size +=
                        name.getBytes(StandardCharsets.UTF_8).length
                                + 3
                                + (evaluated
                                        ? (isWhole(field.getValue()) ? 0 : 1)
                                        : leastSize(field.getValue()));
            }
            return size;
        }
        if (node.isArray()) {
            long size = 2 + Math.max(0, node.size() - 1);
            for (JsonNode element : node) {
                size += leastSize(element);
            }
            return size;
        }
        if (isWhole(node)) {
            return 0;
        }
        return node.asText().startsWith("{%") ? 1 : node.toString().length();
    }

    /** An expression that adds a constant to what its own name held before. */
    private static Optional<PayloadGrowth> adding(Fields state, String name, String prefix) {
        if (!(state.value(name).orElse(null) instanceof Fields fields)) {
            return Optional.empty();
        }
        for (Field field : fields.fields()) {
            String itself = prefix + field.name();
            String text =
                    field.value() instanceof SourceNode.Scalar scalar ? scalar.json().asText() : "";
            // Most expressions do neither: patterns are for those that may.
            if (!text.contains(itself) || (!text.contains("&") && !text.contains("$append("))) {
                continue;
            }
            OptionalLong rounds = rounds(text, Pattern.quote(itself));
            if (rounds.isPresent()) {
                return Optional.of(new PayloadGrowth(field, rounds.getAsLong()));
            }
        }
        return Optional.empty();
    }

    private static OptionalLong rounds(String text, String itself) {
        if (text.matches("\\{%\\s*" + itself + "\\s*&\\s*" + itself + "\\s*%}")
                || text.matches(
                        "\\{%\\s*\\$append\\(\\s*"
                                + itself
                                + "\\s*,\\s*"
                                + itself
                                + "\\s*\\)\\s*%}")) {
            return OptionalLong.of(DOUBLINGS);
        }
        return constantIn(text, "\\{%\\s*" + itself + "\\s*&\\s*" + TEXT + "\\s*%}", 0)
                .or(() -> constantIn(text, "\\{%\\s*" + TEXT + "\\s*&\\s*" + itself + "\\s*%}", 0))
                .or(
                        () ->
                                constantIn(
                                        text,
                                        "\\{%\\s*\\$append\\(\\s*"
                                                + itself
                                                + "\\s*,\\s*"
                                                + TEXT
                                                + "\\s*\\)\\s*%}",
                                        // In a list, a text has quotation marks and a comma.
                                        3))
                .map(bytes -> OptionalLong.of(MAX_BYTES / bytes + 1))
                .orElse(OptionalLong.empty());
    }

    private static Optional<Long> constantIn(String text, String pattern, int more) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.matches() || matcher.group(1).length() <= 2) {
            return Optional.empty();
        }
        return Optional.of((long) matcher.group(1).length() - 2 + more);
    }
}

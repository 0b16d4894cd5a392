package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.ComparisonOperator;
import dev.statecraft.editing.design.StateForm.Entry;
import dev.statecraft.editing.design.StateForm.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entries of a condition in JSONPath: how it is combined, what it compares, how and with what. */
final class ConditionEntries {
    private static final Map<String, String> COMBINATIONS =
            Map.of("", "this comparison", "And", "all of", "Or", "any of", "Not", "not");

    private static final List<String> IN_ORDER = List.of("", "And", "Or", "Not");

    private ConditionEntries() {}

    static List<Entry> of(JsonNode condition, String pointer, Entries entries) {
        String combined = IN_ORDER.stream().filter(condition::has).findFirst().orElse("");
        List<Entry> all = new ArrayList<>();
        all.add(
                entries.entry("Applies if", pointer, "combine", Input.CHOICE)
                        .choosing(combinations(combined), "One comparison, or several combined."));
        if (combined.isEmpty()) {
            all.addAll(comparison(condition, pointer, entries));
        } else if (combined.equals("Not")) {
            JsonNode inner = condition.path("Not");
            if (RuleChange.operator(inner).isPresent()) {
                all.addAll(comparison(inner, pointer + "/Not", entries));
            } else {
                all.add(entries.set(pointer + "/Not", Input.JSON, "What must not be true."));
            }
        }
        return all;
    }

    /** The pointer of the list of conditions that a rule combines; empty if it has none. */
    static String listOf(JsonNode condition, String pointer) {
        return Stream.of("And", "Or")
                .filter(it -> condition.path(it).isArray())
                .map(it -> pointer + "/" + it)
                .findFirst()
                .orElse("");
    }

    private static List<Option> combinations(String chosen) {
        return IN_ORDER.stream()
                .map(it -> new Option(it, COMBINATIONS.get(it), it.equals(chosen)))
                .toList();
    }

    private static List<Entry> comparison(JsonNode condition, String pointer, Entries entries) {
        String operator = RuleChange.operator(condition).orElse("");
        String operand = operator.isEmpty() ? "" : condition.path(operator).asText();
        List<Entry> all = new ArrayList<>();
        all.add(entries.set(pointer + "/Variable", Input.PATH, "A path to what is compared."));
        all.add(
                entries.entry("Compares by", pointer, "compare", Input.CHOICE)
                        .choosing(operators(operator), "How it is compared."));
        boolean isFlag = operator.startsWith("Is") || operator.equals("BooleanEquals");
        var draft = entries.entry("With", pointer, "operand", Input.TEXT);
        all.add(
                isFlag
                        ? draft.choosing(flags(operand), "What the comparison must give.")
                        : draft.showing(operand, "What it is compared with."));
        return all;
    }

    private static List<Option> flags(String chosen) {
        return Stream.of("true", "false").map(it -> new Option(it, it, it.equals(chosen))).toList();
    }

    private static List<Option> operators(String chosen) {
        Stream<String> names =
                Stream.of(ComparisonOperator.values())
                        .flatMap(
                                it ->
                                        it.hasPathForm()
                                                ? Stream.of(it.name(), it.name() + "Path")
                                                : Stream.of(it.name()));
        Stream<String> all = chosen.isEmpty() ? Stream.concat(Stream.of(""), names) : names;
        return all.map(it -> new Option(it, it.isEmpty() ? "not set" : it, it.equals(chosen)))
                .toList();
    }
}

package dev.statecraft.grading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A definition with one small mistake, such as people make.
 *
 * @param definition the whole definition, changed in one place
 * @param change the mistake in a sentence: {@code in the retrier of Charge, "MaxAttempts" is 4 instead of 3}
 */
public record Mutant(JsonNode definition, String change) {
    private static final Map<String, String> ENTRIES =
            Map.of("Retry", "retrier", "Catch", "catcher", "Choices", "rule");
    private static final List<String> ORDINALS = List.of("first", "second", "third");

    /** Every mistake that the operators can make in {@code definition}, in the order of the text. */
    public static List<Mutant> of(JsonNode definition) {
        List<Mutant> mutants = new ArrayList<>();
        walk(definition, definition, JsonPointer.empty(), mutants);
        return mutants;
    }

    private static void walk(
            JsonNode root, JsonNode node, JsonPointer place, List<Mutant> mutants) {
        if (node instanceof ObjectNode object) {
            int count = MutationOperator.edits(object).size();
            for (int i = 0; i < count; i++) {
                mutants.add(mutant(root, place, i));
            }
            object.properties()
                    .forEach(
                            it ->
                                    walk(
                                            root,
                                            it.getValue(),
                                            place.appendProperty(it.getKey()),
                                            mutants));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(root, node.get(i), place.appendIndex(i), mutants);
            }
        }
    }

    private static Mutant mutant(JsonNode root, JsonPointer place, int index) {
        JsonNode copy = root.deepCopy();
        ObjectNode target = (ObjectNode) copy.at(place);
        MutationOperator.Edit edit = MutationOperator.edits(target).get(index);
        edit.apply().run();
        return new Mutant(copy, "in " + placeIn(root, place) + ", " + edit.change());
    }

    /** The innermost state around a place, and which of its entries: {@code Charge}, {@code the second retrier of Charge}. */
    private static String placeIn(JsonNode root, JsonPointer place) {
        String state = "the definition";
        String entry = "";
        JsonNode node = root;
        for (JsonPointer at = place; !at.matches(); at = at.tail()) {
            String step = at.getMatchingProperty();
            boolean isLast = at.tail().matches();
            if ("States".equals(step) && !isLast) {
                state = at.tail().getMatchingProperty();
                entry = "";
            }
            // A state may be called Retry; its States object holds objects, and no lists.
            if (ENTRIES.containsKey(step) && node.path(step).isArray() && !isLast) {
                entry = entry(step, at.tail().getMatchingIndex(), node.path(step).size());
            }
            node = node.isArray() ? node.path(at.getMatchingIndex()) : node.path(step);
        }
        return entry.isEmpty() ? state : "the " + entry + " of " + state;
    }

    private static String entry(String list, int index, int size) {
        String name = ENTRIES.get(list);
        if (size == 1) {
            return name;
        }
        return index < ORDINALS.size()
                ? ORDINALS.get(index) + " " + name
                : name + " number " + (index + 1);
    }
}

package dev.statecraft.grading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * A definition with one small mistake, such as people make.
 *
 * @param definition the whole definition, changed in one place
 * @param change the mistake in a sentence: {@code in Charge, "MaxAttempts" is 4 instead of 3}
 */
public record Mutant(JsonNode definition, String change) {

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
        return new Mutant(copy, "in " + stateAt(place) + ", " + edit.change());
    }

    /** The name of the innermost state around a place. */
    private static String stateAt(JsonPointer place) {
        String name = "the definition";
        for (JsonPointer at = place; !at.matches(); at = at.tail()) {
            if ("States".equals(at.getMatchingProperty()) && !at.tail().matches()) {
                name = at.tail().getMatchingProperty();
            }
        }
        return name;
    }
}

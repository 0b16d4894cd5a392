package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The concrete texts that a case uses where its recording has placeholders. */
final class Bindings {
    private static final String REGION = "us-east-1";

    private final List<Replacement> replacements;

    private Bindings(List<Replacement> replacements) {
        this.replacements = replacements;
    }

    /** @param bindings placeholder to list of concrete texts */
    static Bindings of(JsonNode bindings) {
        List<Replacement> found = new ArrayList<>();
        bindings.properties()
                .forEach(
                        entry ->
                                entry.getValue()
                                        .forEach(
                                                concrete ->
                                                        found.add(
                                                                new Replacement(
                                                                        concrete.asText(),
                                                                        entry.getKey()))));
        found.removeIf(it -> it.concrete().isEmpty());
        // The longest first, so that a name inside a longer name does not tear it apart.
        found.sort(Comparator.comparing(it -> -it.concrete().length()));
        found.add(new Replacement("arn:aws:", "arn:<partition>:"));
        found.add(new Replacement(REGION, "<region>"));
        return new Bindings(found);
    }

    /** {@code actual} with placeholders in the place of concrete texts, in keys too. */
    JsonNode hide(JsonNode actual) {
        if (actual.isObject()) {
            ObjectNode hidden = JsonNodeFactory.instance.objectNode();
            actual.properties().forEach(it -> hidden.set(hide(it.getKey()), hide(it.getValue())));
            return hidden;
        }
        if (actual.isArray()) {
            ArrayNode hidden = JsonNodeFactory.instance.arrayNode();
            actual.forEach(it -> hidden.add(hide(it)));
            return hidden;
        }
        return actual.isTextual() ? TextNode.valueOf(hide(actual.textValue())) : actual;
    }

    private String hide(String text) {
        String hidden = text;
        for (Replacement it : replacements) {
            hidden = hidden.replace(it.concrete(), it.placeholder());
        }
        return hidden;
    }

    private record Replacement(String concrete, String placeholder) {}
}

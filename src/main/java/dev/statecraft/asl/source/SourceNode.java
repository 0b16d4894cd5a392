package dev.statecraft.asl.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a definition's text, JSON or YAML, that knows where it stands: offsets in UTF-16 code units, the end exclusive.
 */
public sealed interface SourceNode {
    int start();

    int end();

    JsonNode json();

    /** A text, number, boolean or null. */
    record Scalar(JsonNode json, int start, int end) implements SourceNode {}

    record Elements(List<SourceNode> elements, int start, int end) implements SourceNode {
        @Override
        public JsonNode json() {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
            elements.forEach(element -> array.add(element.json()));
            return array;
        }
    }

    record Fields(Map<String, Field> byName, int start, int end) implements SourceNode {

        static Fields empty(int at) {
            return new Fields(new LinkedHashMap<>(), at, at);
        }

        public Optional<Field> field(String name) {
            return Optional.ofNullable(byName.get(name));
        }

        public Optional<SourceNode> value(String name) {
            return field(name).map(Field::value);
        }

        public boolean has(String name) {
            return byName.containsKey(name);
        }

        public Collection<Field> fields() {
            return byName.values();
        }

        @Override
        public JsonNode json() {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            byName.forEach((name, field) -> object.set(name, field.value().json()));
            return object;
        }
    }

    /** @param nameStart where the opening quotation mark of the name stands */
    record Field(String name, int nameStart, int nameEnd, SourceNode value) {}
}

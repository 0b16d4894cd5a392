package dev.statecraft.editing.mending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.editing.mending.PathToJsonata.Unconvertible;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says a payload template of JSONPath in JSONata: as JSON with expressions in it, or as one expression. */
record TemplateToJsonata(PathToJsonata paths) {

    static TemplateToJsonata over(String root) {
        return new TemplateToJsonata(new PathToJsonata(root));
    }

    static JsonNode quoted(String expression) {
        return TextNode.valueOf("{% " + expression + " %}");
    }

    /** JSON in which only the fields that were evaluated are expressions. */
    JsonNode json(JsonNode template) {
        if (template.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            template.forEach(it -> list.add(json(it)));
            return list;
        }
        if (!template.isObject()) {
            if (template.asText().startsWith("{%")) {
                throw new Unconvertible("a text begins with \"{%\", which JSONata would evaluate");
            }
            return template;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : template.properties()) {
            if (isEvaluated(field)) {
                object.set(
                        plain(field.getKey()), quoted(paths.expression(field.getValue().asText())));
            } else {
                object.set(field.getKey(), json(field.getValue()));
            }
        }
        return object;
    }

    /** One expression that builds the same value. */
    String expression(JsonNode template) {
        if (template.isArray()) {
            List<String> parts = new ArrayList<>();
            template.forEach(it -> parts.add(expression(it)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (template.isTextual()) {
            return PathToJsonata.literal(template.textValue());
        }
        if (!template.isObject()) {
            return template.toString();
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : template.properties()) {
            boolean evaluated = isEvaluated(field);
            String name = evaluated ? plain(field.getKey()) : field.getKey();
            String value =
                    evaluated
                            ? paths.expression(field.getValue().asText())
                            : expression(field.getValue());
            parts.add(PathToJsonata.literal(name) + ": " + value);
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static boolean isEvaluated(Map.Entry<String, JsonNode> field) {
        return field.getKey().endsWith(".$") && field.getValue().isTextual();
    }

    private static String plain(String name) {
        return name.substring(0, name.length() - 2);
    }
}

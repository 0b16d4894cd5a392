package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.query.jsonata.JsonataExpression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * JSON in which every text of the form <code>{% expression %}</code>, at any depth, is JSONata. Parts without expressions are handed
 * out as they stand.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data, read 2026-11</a>
 */
public final class JsonataTemplate implements Expression {
    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    private final Part root;

    private JsonataTemplate(Part root) {
        this.root = root;
    }

    /**
     * @param field the field of the state that holds the template, for error messages and locations such as {@code Output/total}
     * @throws InvalidExpression if an expression cannot be parsed or is not allowed
     */
    public static JsonataTemplate compile(String field, JsonNode template) {
        return new JsonataTemplate(part(field, template));
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        return root.render(scope);
    }

    /** The expression, if the whole template is one. */
    public Optional<JsonataExpression> expression() {
        return root instanceof Dynamic dynamic
                ? Optional.of(dynamic.expression())
                : Optional.empty();
    }

    /** True if there is nothing to evaluate. */
    public boolean isConstant() {
        return root instanceof Constant;
    }

    /** Hands every expression in the template to {@code visitor}. */
    public void forEachExpression(Consumer<JsonataExpression> visitor) {
        root.forEach(visitor);
    }

    /**
     * True if {@code text} means to be an expression, whole or badly opened or closed. A blank before the first marker and after the
     * last makes it a plain text (recorded 2024-11).
     */
    private static boolean isMeant(String text) {
        return text.startsWith(OPEN) || text.endsWith(CLOSE);
    }

    private static Part part(String location, JsonNode node) {
        if (node.isTextual() && isMeant(node.textValue())) {
            return new Dynamic(expression(node.textValue(), location));
        }
        if (node.isObject()) {
            return object(location, (ObjectNode) node);
        }
        return node.isArray() ? array(location, (ArrayNode) node) : new Constant(node);
    }

    private static JsonataExpression expression(String text, String location) {
        String inside = inside(text);
        try {
            return JsonataExpression.compile(inside.strip(), location);
        } catch (InvalidExpression invalid) {
            throw invalid.shifted(OPEN.length() + inside.length() - inside.stripLeading().length());
        }
    }

    private static String inside(String text) {
        if (!text.startsWith(OPEN)
                || !text.endsWith(CLOSE)
                || text.length() < OPEN.length() + CLOSE.length()) {
            throw new InvalidExpression(
                    InvalidExpression.Kind.NOT_DELIMITED,
                    "JSONata string must start with {% and end with %}",
                    "Begin the text with \"{%\" and end it with \"%}\", with nothing outside, not even a blank.",
                    -1);
        }
        return text.substring(OPEN.length(), text.length() - CLOSE.length());
    }

    private static Part object(String location, ObjectNode node) {
        Map<String, Part> fields = new LinkedHashMap<>();
        node.properties()
                .forEach(
                        field ->
                                fields.put(
                                        field.getKey(),
                                        part(location + "/" + field.getKey(), field.getValue())));
        return fields.values().stream().allMatch(Constant.class::isInstance)
                ? new Constant(node)
                : new Fields(fields);
    }

    private static Part array(String location, ArrayNode node) {
        List<Part> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(part(location + "[" + i + "]", node.get(i)));
        }
        return elements.stream().allMatch(Constant.class::isInstance)
                ? new Constant(node)
                : new Elements(elements);
    }

    private sealed interface Part {
        JsonNode render(Scope scope);

        void forEach(Consumer<JsonataExpression> visitor);
    }

    private record Constant(JsonNode value) implements Part {
        @Override
        public JsonNode render(Scope scope) {
            return value;
        }

        @Override
        public void forEach(Consumer<JsonataExpression> visitor) {}
    }

    private record Dynamic(JsonataExpression expression) implements Part {
        @Override
        public JsonNode render(Scope scope) {
            return expression.evaluate(scope);
        }

        @Override
        public void forEach(Consumer<JsonataExpression> visitor) {
            visitor.accept(expression);
        }
    }

    private record Fields(Map<String, Part> fields) implements Part {
        @Override
        public JsonNode render(Scope scope) {
            ObjectNode rendered = JsonNodeFactory.instance.objectNode();
            fields.forEach((name, part) -> rendered.set(name, part.render(scope)));
            return rendered;
        }

        @Override
        public void forEach(Consumer<JsonataExpression> visitor) {
            fields.values().forEach(part -> part.forEach(visitor));
        }
    }

    private record Elements(List<Part> elements) implements Part {
        @Override
        public JsonNode render(Scope scope) {
            ArrayNode rendered = JsonNodeFactory.instance.arrayNode(elements.size());
            elements.forEach(part -> rendered.add(part.render(scope)));
            return rendered;
        }

        @Override
        public void forEach(Consumer<JsonataExpression> visitor) {
            elements.forEach(part -> part.forEach(visitor));
        }
    }
}

package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * JSON in which every field whose name ends in {@code .$} holds a path or an intrinsic function.
 *
 * <p>Parts that hold no such field are handed out as they stand, shared between all executions.
 *
 * @see <a href="https://states-language.net/spec.html#payload-template">ASL specification, Payload Template</a>
 */
public final class PayloadTemplate implements Expression {
    private static final String SUFFIX = ".$";

    private final Part root;

    private PayloadTemplate(Part root) {
        this.root = root;
    }

    /** @throws InvalidExpression if a {@code .$} field holds neither a path nor an intrinsic function */
    public static PayloadTemplate compile(JsonNode template) {
        return new PayloadTemplate(part(template));
    }

    /** Compiles what a {@code .$} field holds. */
    public static Expression compileField(String field, JsonNode value) {
        if (!value.isTextual()) {
            throw notAPath(field);
        }
        String text = value.textValue();
        if (!text.startsWith("$") && !text.startsWith("States.")) {
            throw notAPath(field);
        }
        try {
            return text.startsWith("$") ? JsonPath.compile(text) : IntrinsicCall.compile(text);
        } catch (InvalidExpression invalid) {
            throw new InvalidExpression(notAPath(field).getMessage(), invalid.remedy());
        }
    }

    private static InvalidExpression notAPath(String field) {
        return new InvalidExpression(
                "The value for the field '"
                        + field
                        + "' must be a valid JSONPath or a valid intrinsic function call",
                "Write a path such as \"$.field\" or a call such as \"States.Format('Hi {}', $.name)\", or drop the \".$\" from the"
                        + " field's name to keep the value as it stands.");
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        return root.render(scope);
    }

    /** Hands every path and call in the template to {@code visitor}. */
    public void forEachExpression(Consumer<Expression> visitor) {
        root.forEach(visitor);
    }

    private static Part part(JsonNode node) {
        if (node.isObject()) {
            return object((ObjectNode) node);
        }
        return node.isArray() ? array((ArrayNode) node) : new Constant(node);
    }

    private static Part object(ObjectNode node) {
        Map<String, Part> fields = new LinkedHashMap<>();
        boolean constant = true;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            boolean dynamic = field.getKey().endsWith(SUFFIX);
            String name =
                    dynamic
                            ? field.getKey().substring(0, field.getKey().length() - SUFFIX.length())
                            : field.getKey();
            Part part =
                    dynamic
                            ? new Dynamic(
                                    field.getKey(), compileField(field.getKey(), field.getValue()))
                            : part(field.getValue());
            if (fields.put(name, part) != null) {
                throw new InvalidExpression(
                        "The fields '"
                                + name
                                + "' and '"
                                + name
                                + SUFFIX
                                + "' name the same thing.",
                        "Keep one of the two.");
            }
            constant &= part instanceof Constant;
        }
        return constant ? new Constant(node) : new Fields(fields);
    }

    private static Part array(ArrayNode node) {
        List<Part> elements = new ArrayList<>();
        node.forEach(element -> elements.add(part(element)));
        return elements.stream().allMatch(Constant.class::isInstance)
                ? new Constant(node)
                : new Elements(elements);
    }

    private sealed interface Part {
        JsonNode render(Scope scope);

        void forEach(Consumer<Expression> visitor);
    }

    private record Constant(JsonNode value) implements Part {
        @Override
        public JsonNode render(Scope scope) {
            return value;
        }

        @Override
        public void forEach(Consumer<Expression> visitor) {}
    }

    private record Dynamic(String field, Expression expression) implements Part {
        @Override
        public JsonNode render(Scope scope) {
            if (expression instanceof JsonPath path && path.isDefinite()) {
                return read(path, scope);
            }
            return expression.evaluate(scope);
        }

        private JsonNode read(JsonPath path, Scope scope) {
            try {
                return path.evaluate(scope);
            } catch (QueryFailure failure) {
                // The same failure has other words where a template's field names the path.
                throw notFound(path.text(), field, scope);
            }
        }

        @Override
        public void forEach(Consumer<Expression> visitor) {
            visitor.accept(expression);
        }
    }

    /** The service's words for a path that finds nothing where {@code field} names it. */
    public static QueryFailure notFound(String path, String field, Scope scope) {
        JsonNode searched = path.startsWith("$$") ? scope.context() : scope.input();
        return new QueryFailure(
                QueryFailure.RUNTIME,
                "The JSONPath '"
                        + path
                        + "' specified for the field '"
                        + field
                        + "' could not be found in the input '"
                        + searched
                        + "'");
    }

    private record Fields(Map<String, Part> fields) implements Part {
        @Override
        public JsonNode render(Scope scope) {
            ObjectNode rendered = JsonNodeFactory.instance.objectNode();
            fields.forEach((name, part) -> rendered.set(name, part.render(scope)));
            return rendered;
        }

        @Override
        public void forEach(Consumer<Expression> visitor) {
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
        public void forEach(Consumer<Expression> visitor) {
            elements.forEach(part -> part.forEach(visitor));
        }
    }
}

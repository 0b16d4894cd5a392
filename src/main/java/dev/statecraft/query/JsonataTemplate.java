package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON in which every text of the form <code>{% expression %}</code>, at any depth, is JSONata. */
public final class JsonataTemplate implements Expression {
    private final JsonNode template;

    private JsonataTemplate(JsonNode template) {
        this.template = template;
    }

    /**
     * @param field the field of the state that holds the template, for error messages and locations
     * @throws InvalidExpression if an expression cannot be parsed or is not allowed
     */
    public static JsonataTemplate compile(String field, JsonNode template) {
        throw new InvalidExpression(
                "JSONata is not supported by this sandbox yet: field '" + field + "'",
                "Write the state in JSONPath.");
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        return template;
    }
}

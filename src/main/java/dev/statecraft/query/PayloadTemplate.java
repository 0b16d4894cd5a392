package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON in which every field whose name ends in {@code .$} holds a path or an intrinsic function. */
public final class PayloadTemplate implements Expression {
    private final JsonNode template;

    private PayloadTemplate(JsonNode template) {
        this.template = template;
    }

    /** @throws InvalidExpression if a {@code .$} field holds neither a path nor an intrinsic function */
    public static PayloadTemplate compile(JsonNode template) {
        return new PayloadTemplate(template);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        throw new UnsupportedOperationException("PayloadTemplate.evaluate " + template);
    }
}

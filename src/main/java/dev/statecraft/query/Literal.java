package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

/** A value that is the same in every execution. */
public record Literal(JsonNode value) implements Expression {

    @Override
    public JsonNode evaluate(Scope scope) {
        return value;
    }
}

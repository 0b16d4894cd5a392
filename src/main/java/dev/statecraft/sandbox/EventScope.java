package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.query.Budget;
import dev.statecraft.query.RandomSource;
import dev.statecraft.query.Scope;

import java.time.Instant;
import java.util.Optional;

/** What a simulated function's template sees: its event is {@code $}. */
public record EventScope(JsonNode input, Instant now, RandomSource random, Budget budget)
        implements Scope {

    static EventScope of(JsonNode event) {
        return new EventScope(event, Instant.EPOCH, new RandomSource(0), Budget.standard());
    }

    @Override
    public JsonNode context() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public Optional<JsonNode> variable(String name) {
        return Optional.empty();
    }

    @Override
    public JsonNode states() {
        return JsonNodeFactory.instance.objectNode().set("input", input);
    }
}

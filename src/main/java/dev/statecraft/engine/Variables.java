package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of one {@code States} object. A branch or iteration reads the variables around it and writes only its own.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Variables, read 2026-11</a>
 */
final class Variables {
    private final @Nullable Variables outer;
    private final Map<String, JsonNode> values = new HashMap<>(4);

    private Variables(@Nullable Variables outer) {
        this.outer = outer;
    }

    static Variables none() {
        return new Variables(null);
    }

    /** A scope inside this one. */
    Variables inner() {
        return new Variables(this);
    }

    Optional<JsonNode> get(String name) {
        for (Variables scope = this; scope != null; scope = scope.outer) {
            JsonNode value = scope.values.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    void assign(Map<String, JsonNode> assigned) {
        if (!assigned.isEmpty()) {
            values.putAll(assigned);
        }
    }

    /** All variables that can be read here. */
    Map<String, JsonNode> visible() {
        Map<String, JsonNode> visible = outer == null ? new java.util.TreeMap<>() : outer.visible();
        visible.putAll(values);
        return visible;
    }
}

package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.ErrorName;
import dev.statecraft.query.PayloadSize;
import dev.statecraft.query.QueryFailure;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of one {@code States} object. A branch or iteration reads the variables around it and writes only its own.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Variables, read 2026-11</a>
 */
public final class Variables {
    /** The largest variable, and the most that one Assign may set. */
    private static final long MAX_ASSIGNED_BYTES = 256 * 1024;

    /** The most that all variables of an execution may hold together. */
    private static final long MAX_STORED_BYTES = 10 * 1024 * 1024;

    private final @Nullable Variables outer;
    private final Map<String, JsonNode> values = new HashMap<>(4);
    private final Stored stored;
    private long bytes;

    private Variables(@Nullable Variables outer, Stored stored) {
        this.outer = outer;
        this.stored = stored;
    }

    public static Variables none() {
        return new Variables(null, new Stored());
    }

    /** A scope inside this one. */
    public Variables inner() {
        return new Variables(this, stored);
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

    /** @throws QueryFailure where the service's limits to variables would be passed; nothing is assigned then */
    public void require(Map<String, JsonNode> assigned) {
        long added = 0;
        long replaced = 0;
        for (Map.Entry<String, JsonNode> variable : assigned.entrySet()) {
            long size = PayloadSize.of(variable.getValue());
            if (size > MAX_ASSIGNED_BYTES) {
                throw exceeded("The variable '" + variable.getKey() + "' has", MAX_ASSIGNED_BYTES);
            }
            added += size;
            replaced += sizeOf(variable.getKey());
        }
        if (added > MAX_ASSIGNED_BYTES) {
            throw exceeded("The variables of one Assign field have", MAX_ASSIGNED_BYTES);
        }
        if (stored.bytes + added - replaced > MAX_STORED_BYTES) {
            throw exceeded("All variables of the execution have", MAX_STORED_BYTES);
        }
    }

    private static QueryFailure exceeded(String whose, long limit) {
        return new QueryFailure(
                ErrorName.DATA_LIMIT_EXCEEDED,
                whose + " a size exceeding the service limit of " + limit + " bytes.");
    }

    private long sizeOf(String name) {
        JsonNode value = values.get(name);
        return value == null ? 0 : PayloadSize.of(value);
    }

    public void assign(Map<String, JsonNode> assigned) {
        for (Map.Entry<String, JsonNode> variable : assigned.entrySet()) {
            keep(PayloadSize.of(variable.getValue()) - sizeOf(variable.getKey()));
            values.put(variable.getKey(), variable.getValue());
        }
    }

    /** The scope has ended: what it held no longer counts. */
    public void forget() {
        keep(-bytes);
    }

    /** The scope goes on after a redrive. */
    public void remember() {
        keep(values.values().stream().mapToLong(PayloadSize::of).sum() - bytes);
    }

    private void keep(long more) {
        bytes += more;
        stored.bytes += more;
    }

    /** What all scopes of an execution hold together. */
    private static final class Stored {
        private long bytes;
    }

    /** All variables that can be read here. */
    public Map<String, JsonNode> visible() {
        Map<String, JsonNode> visible = outer == null ? new java.util.TreeMap<>() : outer.visible();
        visible.putAll(values);
        return visible;
    }
}

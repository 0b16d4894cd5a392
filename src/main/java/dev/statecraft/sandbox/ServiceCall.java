package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.query.QueryFailure;

import java.time.Instant;

/** A task's call of a service. */
public record ServiceCall(ResourceArn resource, TaskRequest task, int number, Account account) {

    public JsonNode parameters() {
        return task.input();
    }

    public String text(String field) {
        return parameters().path(field).asText("");
    }

    public Instant at() {
        return task.at();
    }

    /** Reads a definition's path in the event of this call. */
    public static JsonNode at(JsonNode event, String path) {
        try {
            return dev.statecraft.query.JsonPath.compile(path)
                    .find(EventScope.of(event))
                    .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
        } catch (QueryFailure | dev.statecraft.query.InvalidExpression e) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }
}

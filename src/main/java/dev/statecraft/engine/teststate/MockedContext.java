package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.function.Predicate;

/** Checks a Context object that a caller of TestState made up. */
final class MockedContext {
    private record Type(String words, Predicate<JsonNode> fits) {}

    private static final Type TEXT = new Type("a string", JsonNode::isTextual);
    private static final Type NUMBER = new Type("a number", JsonNode::isNumber);

    private static final Map<String, Map<String, Type>> FIELDS =
            Map.of(
                    "Execution",
                    Map.of(
                            "Id", TEXT,
                            "Name", TEXT,
                            "RoleArn", TEXT,
                            "StartTime", TEXT,
                            "RedriveCount", NUMBER,
                            "RedriveTime", TEXT),
                    "State",
                    Map.of("EnteredTime", TEXT, "Name", TEXT, "RetryCount", NUMBER),
                    "StateMachine",
                    Map.of("Id", TEXT, "Name", TEXT),
                    "Task",
                    Map.of("Token", TEXT));

    private MockedContext() {}

    /** @throws Refused {@code ValidationException} if the service would not take it */
    static ObjectNode checked(JsonNode given, TestedState state) {
        if (!(given instanceof ObjectNode context)) {
            throw refused("Context object must be a JSON object");
        }
        if (context.has("Map")) {
            throw refused("'Map' field is not supported when mocking a Context object");
        }
        if (context.has("Task") && !state.waitsForResult()) {
            throw refused(
                    "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service"
                            + " integration pattern");
        }
        context.properties().forEach(it -> checkGroup(it.getKey(), it.getValue()));
        return context;
    }

    private static void checkGroup(String name, JsonNode group) {
        Map<String, Type> fields = FIELDS.getOrDefault(name, Map.of());
        if (!fields.isEmpty() && !group.isObject()) {
            throw refused(name + " must be an object");
        }
        // What is not known to us may be known to a later service.
        fields.forEach(
                (field, type) -> {
                    if (group.has(field) && !type.fits().test(group.get(field))) {
                        throw refused(name + "." + field + " must be " + type.words());
                    }
                });
    }

    static Refused refused(String message) {
        return Refused.validation("Invalid Context object provided: " + message);
    }
}

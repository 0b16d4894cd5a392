package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * Checks a mocked result against the response that the service of a task gives. The shapes are data: {@code "string"}, {@code "number"},
 * {@code "boolean"}, {@code "any"}, {@code {"text": {"min", "max"}}}, {@code {"number": {"min", "max"}}}, {@code {"enum": [...]}}, {@code [shape]} for a
 * list, {@code {"*": shape}} for a map, {@code "= name"} for another shape, and an object of fields otherwise; {@code Field!} must be there. A service that has no shape
 * here is not checked.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">TestState, validation of mocks,
 *     read 2026-11</a>
 */
final class MockShapes {
    private static final JsonNode SHAPES = load();
    private static final String SAME_AS = "= ";

    /** How closely a mock is compared with the response. */
    enum Mode {
        STRICT,
        PRESENT,
        NONE
    }

    private final Mode mode;

    private MockShapes(Mode mode) {
        this.mode = mode;
    }

    private static JsonNode load() {
        try (InputStream file = MockShapes.class.getResourceAsStream("mock-shapes.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refused {@code ValidationException} if {@code result} could not be that service's response */
    static void check(String resource, JsonNode result, Mode mode) {
        JsonNode shape = shape(resource);
        if (mode != Mode.NONE && !shape.isMissingNode()) {
            new MockShapes(mode).check("", result, shape);
        }
    }

    private static JsonNode shape(String resource) {
        int start = resource.indexOf(":::");
        // The result of a job, or of somebody with a token, is not the response to the request.
        if (start < 0 || resource.contains(".sync") || resource.endsWith(".waitForTaskToken")) {
            return MissingNode.getInstance();
        }
        return SHAPES.path(resource.substring(start + 3).replace("aws-sdk:", ""));
    }

    private void check(String field, JsonNode value, JsonNode shape) {
        if (shape.asText().startsWith(SAME_AS)) {
            check(field, value, SHAPES.path(shape.textValue().substring(SAME_AS.length())));
        } else if (shape.isTextual()) {
            checkType(field, value, shape.textValue());
        } else if (shape.isArray()) {
            require(value.isArray(), field, "must be an array");
            value.forEach(item -> check(field, item, shape.get(0)));
        } else if (shape.has("text")) {
            require(value.isTextual(), field, "must be a string");
            checkLength(field, value.textValue().length(), shape.get("text"));
        } else if (shape.has("number")) {
            require(value.isNumber(), field, "must be a number");
            checkRange(field, value.doubleValue(), shape.get("number"));
        } else if (shape.has("enum")) {
            require(value.isTextual(), field, "must be a string");
            require(contains(shape.get("enum"), value), field, "is not an expected value");
        } else {
            require(value.isObject(), field, "must be an object");
            checkFields(value, shape);
        }
    }

    private void checkFields(JsonNode value, JsonNode shape) {
        for (Map.Entry<String, JsonNode> entry : shape.properties()) {
            boolean required = entry.getKey().endsWith("!");
            String name = required ? entry.getKey().replace("!", "") : entry.getKey();
            if (name.equals("*")) {
                value.properties()
                        .forEach(it -> check(it.getKey(), it.getValue(), entry.getValue()));
            } else if (value.hasNonNull(name)) {
                check(name, value.get(name), entry.getValue());
            } else if (required && mode == Mode.STRICT) {
                throw refused("Required field '" + name + "' is missing");
            }
        }
    }

    private static void checkType(String field, JsonNode value, String type) {
        switch (type) {
            case "string" -> require(value.isTextual(), field, "must be a string");
            case "number" -> require(value.isNumber(), field, "must be a number");
            case "boolean" -> require(value.isBoolean(), field, "must be a boolean");
            default -> {
                // Anything will do.
            }
        }
    }

    private static void checkLength(String field, int length, JsonNode limits) {
        require(length >= limits.path("min").asInt(0), field, "is smaller than the minimum length");
        require(
                length <= limits.path("max").asInt(Integer.MAX_VALUE),
                field,
                "exceeds the maximum length");
    }

    private static void checkRange(String field, double number, JsonNode limits) {
        require(
                !limits.has("min") || number >= limits.get("min").doubleValue(),
                field,
                "is less than the minimum value");
        require(
                !limits.has("max") || number <= limits.get("max").doubleValue(),
                field,
                "exceeds the maximum value");
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode item : list) {
            if (item.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw refused(
                    field.isEmpty()
                            ? "The result " + otherwise
                            : "Field '" + field + "' " + otherwise);
        }
    }

    private static Refused refused(String message) {
        return Refused.validation("Mock result schema validation error: " + message);
    }
}

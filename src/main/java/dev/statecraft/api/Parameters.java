package dev.statecraft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.ServiceError;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of a request, read field by field. Constraints that are not met are collected, since the service names them all in
 * one {@code ValidationException}; a value of the wrong JSON type is a {@code SerializationException} at once.
 */
final class Parameters {
    private final JsonNode body;
    private final String path;
    private final List<String> violations;

    private Parameters(JsonNode body, String path, List<String> violations) {
        this.body = body;
        this.path = path;
        this.violations = violations;
    }

    static Parameters of(ObjectNode body) {
        return new Parameters(body, "", new ArrayList<>());
    }

    /** The whole body. */
    JsonNode json() {
        return body;
    }

    /** To be called when all fields are read and before anything is done. */
    void check() {
        if (violations.isEmpty()) {
            return;
        }
        throw ServiceError.validation(
                violations.size()
                        + (violations.size() == 1
                                ? " validation error detected: "
                                : " validation errors detected: ")
                        + String.join("; ", violations));
    }

    boolean has(String field) {
        return body.hasNonNull(field);
    }

    /** A text that must be there; an empty one stands in for it until {@link #check}. */
    String requiredText(String field, int min, int max) {
        Optional<String> text = text(field, min, max);
        if (text.isEmpty()) {
            missing(field);
        }
        return text.orElse("");
    }

    /** An ARN: 1 to 256 characters, required. */
    String arn(String field) {
        return requiredText(field, 1, 256);
    }

    Optional<String> text(String field) {
        return text(field, 0, Integer.MAX_VALUE);
    }

    Optional<String> text(String field, int min, int max) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrongType(value, "a String");
        }
        String text = value.textValue();
        if (text.length() < min) {
            violated(field, text, "Member must have length greater than or equal to " + min);
        } else if (text.length() > max) {
            violated(field, text, "Member must have length less than or equal to " + max);
        }
        return Optional.of(text);
    }

    /** Adds a violation if {@code text} does not have that form. */
    void mustMatch(String field, String text, Pattern pattern) {
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            violated(
                    field,
                    text,
                    "Member must satisfy regular expression pattern: " + pattern.pattern());
        }
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> type, List<String> inOrder) {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text.get())) {
                return Optional.of(constant);
            }
        }
        violated(field, text.get(), "Member must satisfy enum value set: " + inOrder);
        return Optional.empty();
    }

    Optional<Boolean> flag(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw wrongType(value, "a Boolean");
        }
        return Optional.of(value.booleanValue());
    }

    /** A whole number between {@code min} and {@code max}. */
    Optional<Long> number(String field, long min, long max) {
        Optional<Double> number = decimal(field, min, max);
        return number.map(Double::longValue);
    }

    Optional<Double> decimal(String field, double min, double max) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw wrongType(value, "an Integer");
        }
        double number = value.doubleValue();
        if (number < min) {
            violated(
                    field,
                    value.asText(),
                    "Member must have value greater than or equal to " + plain(min));
        } else if (number > max) {
            violated(
                    field,
                    value.asText(),
                    "Member must have value less than or equal to " + plain(max));
        }
        return Optional.of(number);
    }

    private static String plain(double number) {
        return String.valueOf((long) number);
    }

    /** An object as it is; empty if it is not there. */
    Optional<ObjectNode> object(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!(value instanceof ObjectNode object)) {
            throw new ServiceError("SerializationException", "Expected an object for " + field);
        }
        return Optional.of(object);
    }

    Optional<Parameters> structure(String field) {
        return object(field).map(it -> new Parameters(it, path + field + ".", violations));
    }

    Optional<List<Parameters>> structures(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        List<Parameters> all = new ArrayList<>();
        for (JsonNode item : listed(value, field)) {
            if (!item.isObject()) {
                throw new ServiceError("SerializationException", "Expected an object in " + field);
            }
            String place = path + field + "." + (all.size() + 1) + ".member.";
            all.add(new Parameters(item, place, violations));
        }
        return Optional.of(all);
    }

    Optional<List<String>> texts(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (JsonNode item : listed(value, field)) {
            if (!item.isTextual()) {
                throw wrongType(item, "a String");
            }
            all.add(item.textValue());
        }
        return Optional.of(all);
    }

    private static JsonNode listed(JsonNode value, String field) {
        if (!value.isArray()) {
            throw new ServiceError("SerializationException", "Expected a list for " + field);
        }
        return value;
    }

    void missing(String field) {
        violations.add(
                "Value null at '"
                        + path
                        + field
                        + "' failed to satisfy constraint: Member must not be null");
    }

    private void violated(String field, String value, String constraint) {
        violations.add(
                "Value '"
                        + value
                        + "' at '"
                        + path
                        + field
                        + "' failed to satisfy constraint: "
                        + constraint);
    }

    private static ServiceError wrongType(JsonNode value, String wanted) {
        String found =
                switch (value.getNodeType()) {
                    case STRING -> "STRING_VALUE";
                    case NUMBER -> "NUMBER_VALUE";
                    case BOOLEAN -> value.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
                    case ARRAY -> "START_ARRAY";
                    case OBJECT -> "START_OBJECT";
                    default -> "VALUE";
                };
        return new ServiceError(
                "SerializationException", found + " can not be converted to " + wanted);
    }
}

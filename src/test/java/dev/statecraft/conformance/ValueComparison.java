package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.conformance.Wildcards.Bound;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compares an actual value with a recorded one, which may hold placeholders and parsed JSON texts. */
final class ValueComparison {
    private final Wildcards wildcards;

    ValueComparison(Wildcards wildcards) {
        this.wildcards = wildcards;
    }

    /** Empty if {@code actual} is what {@code expected} says. */
    Optional<Difference> compare(JsonNode expected, JsonNode actual, Bound bound, String where) {
        if (expected.isTextual() && wildcards.matchesAnything(expected.textValue())) {
            return Optional.empty();
        }
        if (expected.isTextual()
                && Wildcards.isOnePlaceholder(expected.textValue())
                && !actual.isTextual()) {
            return claim(!actual.isNull(), expected, actual, where);
        }
        if (expected.isObject()) {
            JsonNode value = Json.unwrapped(actual);
            return value.isObject()
                    ? objects(expected, value, bound, where)
                    : claim(false, expected, value, where);
        }
        if (expected.isArray()) {
            JsonNode value = Json.unwrapped(actual);
            return value.isArray()
                    ? arrays(expected, value, bound, where)
                    : claim(false, expected, value, where);
        }
        return claim(sameScalar(expected, actual, bound), expected, actual, where);
    }

    private Optional<Difference> objects(
            JsonNode expected, JsonNode actual, Bound bound, String where) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        actual.properties().forEach(it -> left.put(it.getKey(), it.getValue()));
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String place = where + "." + field.getKey();
            Optional<String> key = matchingKey(field.getKey(), left, bound);
            if (key.isEmpty()) {
                return Optional.of(Difference.at(place, field.getValue(), "(absent)"));
            }
            Optional<Difference> difference =
                    compare(field.getValue(), left.remove(key.get()), bound, place);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return left.entrySet().stream()
                .findFirst()
                .map(it -> Difference.at(where + "." + it.getKey(), "(absent)", it.getValue()));
    }

    private Optional<String> matchingKey(String key, Map<String, JsonNode> left, Bound bound) {
        if (left.containsKey(key)) {
            return Optional.of(key);
        }
        if (!Wildcards.hasPlaceholder(key)) {
            return Optional.empty();
        }
        return left.keySet().stream().filter(it -> wildcards.matches(key, it, bound)).findFirst();
    }

    private Optional<Difference> arrays(
            JsonNode expected, JsonNode actual, Bound bound, String where) {
        int common = Math.min(expected.size(), actual.size());
        for (int i = 0; i < common; i++) {
            Optional<Difference> difference =
                    compare(expected.get(i), actual.get(i), bound, where + "[" + i + "]");
            if (difference.isPresent()) {
                return difference;
            }
        }
        return expected.size() == actual.size()
                ? Optional.empty()
                : Optional.of(
                        Difference.at(where, expected.size() + " items", actual.size() + " items"));
    }

    private boolean sameScalar(JsonNode expected, JsonNode actual, Bound bound) {
        if (expected.isNumber() && actual.isNumber()) {
            return sameNumber(expected, actual);
        }
        if (expected.isTextual() && actual.isTextual()) {
            return wildcards.matches(expected.textValue(), actual.textValue(), bound)
                    || sameJsonText(expected.textValue(), actual.textValue(), bound);
        }
        return expected.equals(actual);
    }

    /** Two texts that hold the same JSON are the same, however they are spaced. */
    private boolean sameJsonText(String expected, String actual, Bound bound) {
        Optional<JsonNode> one = Json.read(expected);
        Optional<JsonNode> other = Json.read(actual);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        JsonNode value = one.get();
        if (value.isNumber()) {
            // 1 and 1.0 are equal numbers but different texts.
            return value.isIntegralNumber() == other.get().isIntegralNumber()
                    && value.isNumber() == other.get().isNumber()
                    && sameNumber(value, other.get());
        }
        boolean comparable = value.isContainerNode() || value.isTextual();
        return (comparable || expected.strip().equals(actual.strip()))
                && compare(value, other.get(), bound, "").isEmpty();
    }

    private static boolean sameNumber(JsonNode one, JsonNode other) {
        return one.decimalValue().compareTo(other.decimalValue()) == 0
                || ((one.isFloatingPointNumber() || other.isFloatingPointNumber())
                        && one.doubleValue() == other.doubleValue());
    }

    private static Optional<Difference> claim(
            boolean equal, JsonNode expected, JsonNode actual, String where) {
        return equal ? Optional.empty() : Optional.of(Difference.at(where, expected, actual));
    }
}

package dev.statecraft.query.intrinsics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.query.QueryFailure;

import java.util.List;

/** Checks the types of an intrinsic function's arguments. */
final class IntrinsicArguments {
    /** The longest text that Base64 functions and Hash take. */
    static final int MAX_CHARACTERS = 10_000;

    private IntrinsicArguments() {}

    static QueryFailure failure(String cause) {
        return new QueryFailure(QueryFailure.INTRINSIC_FAILURE, cause);
    }

    static ArrayNode array(List<JsonNode> arguments, int index) {
        if (arguments.get(index) instanceof ArrayNode array) {
            return array;
        }
        throw wrongType(arguments, index, "an array");
    }

    static ObjectNode object(List<JsonNode> arguments, int index) {
        if (arguments.get(index) instanceof ObjectNode object) {
            return object;
        }
        throw wrongType(arguments, index, "an object");
    }

    static String text(List<JsonNode> arguments, int index) {
        if (arguments.get(index).isTextual()) {
            return arguments.get(index).textValue();
        }
        throw wrongType(arguments, index, "a string");
    }

    static String shortText(List<JsonNode> arguments, int index) {
        String text = text(arguments, index);
        if (text.length() > MAX_CHARACTERS) {
            throw failure(
                    "The argument has "
                            + text.length()
                            + " characters; at most "
                            + MAX_CHARACTERS
                            + " are allowed.");
        }
        return text;
    }

    /** A whole number; a fraction is rounded half up, -1.5 to -1 (recorded 2023-06). */
    static long integer(List<JsonNode> arguments, int index) {
        JsonNode value = arguments.get(index);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isNumber()) {
            return Math.round(value.doubleValue());
        }
        throw wrongType(arguments, index, "a number");
    }

    private static QueryFailure wrongType(List<JsonNode> arguments, int index, String expected) {
        return failure(
                "Argument "
                        + (index + 1)
                        + " must be "
                        + expected
                        + ", but was: "
                        + arguments.get(index));
    }
}

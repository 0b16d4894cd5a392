package dev.statecraft.query.intrinsics;

import static dev.statecraft.query.intrinsics.IntrinsicArguments.array;
import static dev.statecraft.query.intrinsics.IntrinsicArguments.failure;
import static dev.statecraft.query.intrinsics.IntrinsicArguments.integer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The intrinsic functions on arrays. */
final class ArrayFunctions {
    /** How many elements States.ArrayRange may make. */
    static final int MAX_RANGE = 1_000;

    private ArrayFunctions() {}

    static JsonNode array(List<JsonNode> arguments) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(arguments.size());
        arguments.forEach(array::add);
        return array;
    }

    static JsonNode partition(List<JsonNode> arguments) {
        ArrayNode elements = IntrinsicArguments.array(arguments, 0);
        long size = integer(arguments, 1);
        // 0.6 is not rounded up to 1 (publicly reported, 2026).
        if (size <= 0 || arguments.get(1).doubleValue() < 1) {
            throw failure("The chunk size must be 1 or more, but was: " + arguments.get(1) + ".");
        }
        ArrayNode chunks = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < elements.size(); i++) {
            if (i % size == 0) {
                chunks.addArray();
            }
            ((ArrayNode) chunks.get(chunks.size() - 1)).add(elements.get(i));
        }
        return chunks;
    }

    static JsonNode contains(List<JsonNode> arguments) {
        JsonNode wanted = comparable(arguments.get(1));
        return BooleanNode.valueOf(
                StreamSupport.stream(IntrinsicArguments.array(arguments, 0).spliterator(), false)
                        .anyMatch(element -> comparable(element).equals(wanted)));
    }

    static JsonNode range(List<JsonNode> arguments) {
        long first = integer(arguments, 0);
        long last = integer(arguments, 1);
        long step = integer(arguments, 2);
        if (step == 0) {
            throw failure("The step must not be 0.");
        }
        ArrayNode range = JsonNodeFactory.instance.arrayNode();
        for (long value = first; step > 0 ? value <= last : value >= last; value += step) {
            if (range.size() == MAX_RANGE) {
                throw failure("The range has more than " + MAX_RANGE + " elements.");
            }
            range.add(number(value));
        }
        return range;
    }

    static JsonNode getItem(List<JsonNode> arguments) {
        ArrayNode elements = IntrinsicArguments.array(arguments, 0);
        long index = integer(arguments, 1);
        if (index < 0 || index >= elements.size()) {
            throw failure(
                    "The index "
                            + index
                            + " is out of range for an array of "
                            + elements.size()
                            + " elements.");
        }
        return elements.get((int) index);
    }

    static JsonNode length(List<JsonNode> arguments) {
        return IntNode.valueOf(IntrinsicArguments.array(arguments, 0).size());
    }

    static JsonNode unique(List<JsonNode> arguments) {
        Set<JsonNode> seen = new LinkedHashSet<>();
        ArrayNode unique = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : IntrinsicArguments.array(arguments, 0)) {
            if (seen.add(comparable(element))) {
                unique.add(element);
            }
        }
        return unique;
    }

    /** Whole numbers compare by value, however they are held. */
    private static JsonNode comparable(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong()
                ? LongNode.valueOf(value.longValue())
                : value;
    }

    static JsonNode number(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }
}

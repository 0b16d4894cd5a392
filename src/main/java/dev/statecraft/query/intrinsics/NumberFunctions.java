package dev.statecraft.query.intrinsics;

import static dev.statecraft.query.intrinsics.IntrinsicArguments.failure;
import static dev.statecraft.query.intrinsics.IntrinsicArguments.integer;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.RandomSource;
import dev.statecraft.query.Scope;

import java.util.List;

/** The intrinsic functions on numbers. */
final class NumberFunctions {

    private NumberFunctions() {}

    /** Each argument is rounded first, and must then fit in 32 bits; so must the sum. */
    static JsonNode add(List<JsonNode> arguments) {
        long sum = int32(arguments, 0) + int32(arguments, 1);
        if (sum != (int) sum) {
            throw failure(
                    "The sum must lie between -2147483648 and 2147483647, but was: " + sum + ".");
        }
        return ArrayFunctions.number(sum);
    }

    private static long int32(List<JsonNode> arguments, int index) {
        long value = integer(arguments, index);
        if (value != (int) value) {
            throw failure(
                    "Argument "
                            + (index + 1)
                            + " must lie between -2147483648 and 2147483647, but was: "
                            + value);
        }
        return value;
    }

    /**
     * From the first number, inclusive, to the second, exclusive; a seed makes the same number every time. Unlike elsewhere, fractions
     * of the bounds are cut off (publicly reported, 2026).
     */
    static JsonNode random(List<JsonNode> arguments, Scope scope) {
        long start = cut(arguments, 0);
        long end = cut(arguments, 1);
        if (start >= end) {
            throw failure("The start " + start + " must be less than the end " + end + ".");
        }
        RandomSource random =
                arguments.size() == 3 ? new RandomSource(integer(arguments, 2)) : scope.random();
        return ArrayFunctions.number(random.nextLong(start, end));
    }

    private static long cut(List<JsonNode> arguments, int index) {
        integer(arguments, index);
        return arguments.get(index).longValue();
    }
}

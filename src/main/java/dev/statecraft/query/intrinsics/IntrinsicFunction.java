package dev.statecraft.query.intrinsics;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.InvalidExpression;
import dev.statecraft.query.Scope;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The intrinsic functions of JSONPath states.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">Intrinsic functions, read 2026-11</a>
 */
public enum IntrinsicFunction {
    Array(0, Integer.MAX_VALUE, (arguments, scope) -> ArrayFunctions.array(arguments)),
    ArrayPartition(2, 2, (arguments, scope) -> ArrayFunctions.partition(arguments)),
    ArrayContains(2, 2, (arguments, scope) -> ArrayFunctions.contains(arguments)),
    ArrayRange(3, 3, (arguments, scope) -> ArrayFunctions.range(arguments)),
    ArrayGetItem(2, 2, (arguments, scope) -> ArrayFunctions.getItem(arguments)),
    ArrayLength(1, 1, (arguments, scope) -> ArrayFunctions.length(arguments)),
    ArrayUnique(1, 1, (arguments, scope) -> ArrayFunctions.unique(arguments)),
    Base64Encode(1, 1, (arguments, scope) -> TextFunctions.base64Encode(arguments)),
    Base64Decode(1, 1, (arguments, scope) -> TextFunctions.base64Decode(arguments)),
    Hash(2, 2, (arguments, scope) -> TextFunctions.hash(arguments)),
    JsonMerge(3, 3, (arguments, scope) -> JsonFunctions.merge(arguments)),
    StringToJson(1, 1, (arguments, scope) -> JsonFunctions.parse(arguments)),
    JsonToString(1, 1, (arguments, scope) -> JsonFunctions.write(arguments)),
    MathRandom(2, 3, NumberFunctions::random),
    MathAdd(2, 2, (arguments, scope) -> NumberFunctions.add(arguments)),
    StringSplit(2, 2, (arguments, scope) -> TextFunctions.split(arguments)),
    UUID(0, 0, (arguments, scope) -> TextFunctions.uuid(scope)),
    Format(1, Integer.MAX_VALUE, (arguments, scope) -> TextFunctions.format(arguments));

    /** What a function does with its arguments. */
    interface Body {
        public JsonNode apply(List<JsonNode> arguments, Scope scope);
    }

    private final int fewest;
    private final int most;
    private final Body body;

    IntrinsicFunction(int fewest, int most, Body body) {
        this.fewest = fewest;
        this.most = most;
        this.body = body;
    }

    /** The name in a definition, such as {@code States.Format}. */
    public String fullName() {
        return "States." + name();
    }

    static Optional<IntrinsicFunction> named(String fullName) {
        return Arrays.stream(values()).filter(it -> it.fullName().equals(fullName)).findFirst();
    }

    static String names() {
        return Arrays.stream(values())
                .map(IntrinsicFunction::fullName)
                .collect(Collectors.joining(", "));
    }

    void checkCount(int count) {
        if (count < fewest || count > most) {
            throw new InvalidExpression(
                    "Invalid number of arguments for " + fullName() + ": " + count,
                    fullName() + " takes " + (fewest == most ? fewest : fewest + " or more") + ".");
        }
    }

    public JsonNode apply(List<JsonNode> arguments, Scope scope) {
        return body.apply(arguments, scope);
    }
}

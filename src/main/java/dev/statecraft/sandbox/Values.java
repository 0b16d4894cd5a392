package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.InvalidExpression;
import dev.statecraft.query.JsonPath;
import dev.statecraft.query.QueryFailure;

import java.util.Optional;

/** Finding and comparing values in what a run left behind. */
public final class Values {

    private Values() {}

    /** The value at a JSONPath, if there is one. */
    public static Optional<JsonNode> find(JsonNode root, String path) {
        try {
            return JsonPath.compile(path).find(EventScope.of(root));
        } catch (QueryFailure | InvalidExpression e) {
            return Optional.empty();
        }
    }

    /** True if the two are the same JSON; numbers compare by value. */
    public static boolean equal(JsonNode left, JsonNode right) {
        return left.equals(
                (a, b) ->
                        a.isNumber() && b.isNumber()
                                ? Double.compare(a.doubleValue(), b.doubleValue())
                                : a.equals(b) ? 0 : 1,
                right);
    }
}

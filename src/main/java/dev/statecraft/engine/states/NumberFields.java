package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.Expression;
import dev.statecraft.query.JsonPath;
import dev.statecraft.query.QueryFailure;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads the fields of a state that must yield a number. Where a path names it, a text that spells one will do (recorded 2024-11); a
 * JSONata expression must yield the number itself.
 */
public final class NumberFields {

    private NumberFields() {}

    /** A whole number of seconds above 0; empty where there is no expression. */
    static OptionalLong seconds(Optional<Expression> expression, String field, StateScope scope) {
        if (expression.isEmpty()) {
            return OptionalLong.empty();
        }
        JsonNode value = number(expression.get(), scope);
        OptionalLong seconds = whole(value);
        if (seconds.isEmpty() || seconds.getAsLong() <= 0) {
            throw refused(expression.get(), field, value, "a valid positive integer");
        }
        return seconds;
    }

    /** A whole number that is 0 or more; 0 where there is no expression. */
    public static long count(Optional<Expression> expression, String field, StateScope scope) {
        if (expression.isEmpty()) {
            return 0;
        }
        JsonNode value = number(expression.get(), scope);
        long count =
                whole(value)
                        .orElseThrow(
                                () -> refused(expression.get(), field, value, "a valid integer"));
        if (count < 0) {
            throw ResultTypes.refused(expression.get(), field + " cannot be negative.");
        }
        return count;
    }

    /** A number from 0 to 100; 0 where there is no expression. */
    public static double percentage(
            Optional<Expression> expression, String field, StateScope scope) {
        if (expression.isEmpty()) {
            return 0;
        }
        JsonNode value = number(expression.get(), scope);
        double percentage =
                number(value)
                        .orElseThrow(
                                () -> refused(expression.get(), field, value, "a valid float"));
        if (percentage < 0 || percentage > 100) {
            throw ResultTypes.refused(expression.get(), field + " must be between 0 and 100.");
        }
        return percentage;
    }

    private static JsonNode number(Expression expression, StateScope scope) {
        JsonNode value = expression.evaluate(scope);
        return value.isNumber() ? value : ResultTypes.require("number", expression, value);
    }

    private static OptionalLong whole(JsonNode value) {
        try {
            return value.isIntegralNumber() || value.isTextual()
                    ? OptionalLong.of(Long.parseLong(value.asText()))
                    : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalDouble number(JsonNode value) {
        try {
            return value.isNumber() || value.isTextual()
                    ? OptionalDouble.of(Double.parseDouble(value.asText()))
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static QueryFailure refused(
            Expression expression, String field, JsonNode value, String wanted) {
        boolean byPath = expression instanceof JsonPath;
        return ResultTypes.refused(
                expression,
                "The "
                        + field
                        + (byPath ? "Path" : "")
                        + " field refers to value \""
                        + (value.isTextual() ? value.textValue() : value.toString())
                        + "\" which is not "
                        + wanted
                        + (byPath ? ": " + expression : ""));
    }
}

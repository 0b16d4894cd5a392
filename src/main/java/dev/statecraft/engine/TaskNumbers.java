package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.Expression;
import dev.statecraft.query.QueryFailure;

import java.util.Optional;
import java.util.OptionalLong;

/** Reads the fields of a state that must yield a whole number. */
final class TaskNumbers {

    private TaskNumbers() {}

    static OptionalLong seconds(Optional<Expression> expression, String field, StateScope scope) {
        if (expression.isEmpty()) {
            return OptionalLong.empty();
        }
        JsonNode value = expression.get().evaluate(scope);
        if (!value.isIntegralNumber() || value.longValue() <= 0) {
            throw new QueryFailure(
                    ErrorName.RUNTIME,
                    "The "
                            + field
                            + " field refers to value "
                            + value
                            + " which is not a valid positive integer.");
        }
        return OptionalLong.of(value.longValue());
    }

    /** A whole number that is 0 or more; 0 where there is no expression. */
    static long count(Optional<Expression> expression, String field, StateScope scope) {
        if (expression.isEmpty()) {
            return 0;
        }
        JsonNode value = expression.get().evaluate(scope);
        if (!value.isIntegralNumber()) {
            throw new QueryFailure(
                    ErrorName.RUNTIME,
                    "The "
                            + field
                            + " field refers to value "
                            + value
                            + " which is not a valid integer");
        }
        if (value.longValue() < 0) {
            throw new QueryFailure(ErrorName.RUNTIME, field + " cannot be negative.");
        }
        return value.longValue();
    }
}

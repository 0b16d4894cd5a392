package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.WaitState;
import dev.statecraft.asl.WaitState.Moment;
import dev.statecraft.engine.ErrorName;
import dev.statecraft.query.Expression;
import dev.statecraft.query.JsonPath;
import dev.statecraft.query.QueryFailure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The moment a Wait state waits for. */
final class WaitMoment {
    /** The largest value the service documents for {@code Seconds}. */
    static final long MAX_SECONDS = 99_999_999;

    private WaitMoment() {}

    static Instant of(WaitState wait, StateScope scope) {
        return switch (wait.until()) {
            case Moment.Seconds seconds -> scope.now().plus(seconds(seconds.seconds(), scope));
            case Moment.Timestamp timestamp -> instant(timestamp.timestamp(), scope);
        };
    }

    private static Duration seconds(Expression expression, StateScope scope) {
        JsonNode value = value(expression, "SecondsPath", scope);
        if (!value.isNumber()) {
            ResultTypes.require("number", expression, value);
        }
        if (!value.isIntegralNumber()) {
            throw failure("Seconds", "cannot be parsed as a long value", expression, value);
        }
        if (!value.canConvertToLong() || value.longValue() > MAX_SECONDS) {
            throw tooLong(expression);
        }
        if (value.longValue() < 0) {
            throw failure("Seconds", "references a negative value", expression, value);
        }
        return Duration.ofSeconds(value.longValue());
    }

    private static Instant instant(Expression expression, StateScope scope) {
        JsonNode value = value(expression, "TimestampPath", scope);
        if (!value.isTextual()) {
            ResultTypes.require("string", expression, value);
        }
        Instant when = parsed(expression, value);
        if (Duration.between(scope.now(), when).toSeconds() > Integer.MAX_VALUE) {
            throw tooLong(expression);
        }
        return when;
    }

    private static Instant parsed(Expression expression, JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeException e) {
            throw failure(
                    "Timestamp",
                    "does not reference a valid ISO-8601 extended offset date-time format string",
                    expression,
                    value);
        }
    }

    private static JsonNode value(Expression expression, String field, StateScope scope) {
        if (!(expression instanceof JsonPath path)) {
            return expression.evaluate(scope);
        }
        return path.find(scope)
                .orElseThrow(
                        () ->
                                new QueryFailure(
                                        ErrorName.RUNTIME,
                                        "The "
                                                + field
                                                + " parameter does not reference an input value: "
                                                + path));
    }

    private static QueryFailure failure(
            String field, String complaint, Expression expression, JsonNode value) {
        boolean byPath = expression instanceof JsonPath;
        return ResultTypes.refused(
                expression,
                "The "
                        + field
                        + (byPath ? "Path" : "")
                        + " parameter "
                        + complaint
                        + ": "
                        + (byPath ? expression + " == " : "")
                        + (value.isTextual() ? value.textValue() : value.toString()));
    }

    private static QueryFailure tooLong(Expression expression) {
        return ResultTypes.refused(expression, "Wait state delay is too long.");
    }
}

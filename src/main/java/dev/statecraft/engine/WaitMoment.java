package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.WaitState;
import dev.statecraft.asl.WaitState.Moment;
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
            case Moment.Seconds seconds ->
                    scope.now().plus(seconds(seconds.seconds().evaluate(scope)));
            case Moment.Timestamp timestamp -> instant(timestamp.timestamp().evaluate(scope));
        };
    }

    private static Duration seconds(JsonNode value) {
        if (!value.isIntegralNumber() || value.longValue() < 0) {
            throw new QueryFailure(
                    ErrorName.RUNTIME,
                    "The SecondsPath parameter does not reference a valid seconds value: " + value);
        }
        if (value.longValue() > MAX_SECONDS) {
            throw new QueryFailure(ErrorName.RUNTIME, "Wait state delay is too long.");
        }
        return Duration.ofSeconds(value.longValue());
    }

    private static Instant instant(JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new QueryFailure(
                    ErrorName.RUNTIME,
                    "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format"
                            + " string: "
                            + value);
        }
    }
}

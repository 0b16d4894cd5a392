package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;

/** Everything an expression can see while a state runs. */
public interface Scope {

    /** What {@code $} means in JSONPath here: the state's input, or the result in ResultSelector and Assign. */
    JsonNode input();

    /** The Context object: {@code $$} in JSONPath, {@code $states.context} in JSONata. Made only when asked for. */
    JsonNode context();

    /** The value of the variable {@code name} (without the dollar sign), if one is assigned. */
    Optional<JsonNode> variable(String name);

    /** {@code $states}: the object with input, context and, where they exist, result and errorOutput. JSONata only. */
    JsonNode states();

    /** The same without {@code context}, for an expression that does not look at it: making it costs more than most expressions. */
    default JsonNode statesWithoutContext() {
        return states();
    }

    /** The virtual time, for {@code $now()} and {@code $millis()}. */
    Instant now();

    /** Where {@code States.UUID}, {@code States.MathRandom}, {@code $random} and {@code $uuid} take their bits from. */
    RandomSource random();

    /** What this run may still spend. */
    Budget budget();
}

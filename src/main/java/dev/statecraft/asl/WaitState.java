package dev.statecraft.asl;

import dev.statecraft.query.Expression;

import java.util.Optional;

/**
 * A Wait state: hands its input on once a moment has come.
 *
 * @see <a href="https://states-language.net/spec.html#wait-state">ASL specification, Wait State</a>
 */
public record WaitState(
        String name, Optional<String> comment, DataFlow flow, Moment until, Transition transition)
        implements State {

    /** {@code Seconds}, {@code Timestamp} or their {@code ...Path} forms. */
    public sealed interface Moment {
        record Seconds(Expression seconds) implements Moment {}

        record Timestamp(Expression timestamp) implements Moment {}
    }
}

package dev.statecraft.engine.tasks;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Optional;

/** What a {@link TaskRuntime} answers to a task. */
public sealed interface TaskOutcome {

    /** The task completed with {@code output} after that much virtual time. */
    record Succeeded(JsonNode output, Duration after) implements TaskOutcome {}

    /** The task failed; {@code phase} says how far it came. */
    record Failed(Optional<String> error, Optional<String> cause, Duration after, Phase phase)
            implements TaskOutcome {
        public static Failed of(String error, String cause) {
            return new Failed(Optional.of(error), Optional.of(cause), Duration.ZERO, Phase.RUN);
        }
    }

    /**
     * The service took the request ({@code TaskSubmitted} follows, after {@code after}) and the result comes later,
     * through {@link TaskSignals}: a callback, or a job that {@code .sync} waits for.
     *
     * @param submitted the service's answer to the request
     * @param external true if somebody outside the simulated world has to answer, such as a person at the screen; the
     *     clock does not jump past their chance to do so
     */
    record Submitted(JsonNode submitted, Duration after, boolean external) implements TaskOutcome {}

    /** An activity: nothing happens until a worker takes it and {@link TaskSignals#started} is called. */
    record Queued(boolean external) implements TaskOutcome {}

    /**
     * The task runs into its {@code TimeoutSeconds}, or into its {@code HeartbeatSeconds}; at once if the state has no such limit.
     *
     * @param submitted the service's answer to the request, where a result would have come later
     */
    record TimesOut(boolean heartbeat, Optional<JsonNode> submitted) implements TaskOutcome {}

    /**
     * The task has begun and says no more by itself: only {@link TaskSignals} or a timeout end it.
     *
     * @param external true if somebody outside the simulated world will answer; the clock does not jump past that
     */
    record Silent(boolean external) implements TaskOutcome {
        /** Nobody outside will answer. */
        public Silent() {
            this(false);
        }
    }

    /** How far a failed task came; each phase has its own event. */
    enum Phase {
        SCHEDULE,
        START,
        SUBMIT,
        RUN
    }
}

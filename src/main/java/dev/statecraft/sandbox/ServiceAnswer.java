package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;

/** What a simulated service answers. */
public sealed interface ServiceAnswer {

    record Returned(JsonNode response, Duration after) implements ServiceAnswer {}

    record Failed(String error, String cause, Duration after) implements ServiceAnswer {}

    /**
     * An execution was started. A task that runs a job waits for its end; any other has the response as its result.
     *
     * @param textual true if input and output of the child are shown as JSON text
     */
    record Child(JsonNode response, String executionArn, boolean textual)
            implements ServiceAnswer {}

    /**
     * Nothing for now.
     *
     * @param expected true if an answer comes through the task's signals, so that the clock waits for it; false: nothing, ever
     */
    record Silence(boolean expected) implements ServiceAnswer {
        public Silence() {
            this(false);
        }
    }

    static ServiceAnswer returned(JsonNode response) {
        return new Returned(response, Duration.ZERO);
    }

    static ServiceAnswer failed(String error, String cause) {
        return new Failed(error, cause, Duration.ZERO);
    }
}

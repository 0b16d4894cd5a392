package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;

/** What a simulated service answers. */
sealed interface ServiceAnswer {

    record Returned(JsonNode response, Duration after) implements ServiceAnswer {}

    record Failed(String error, String cause, Duration after) implements ServiceAnswer {}

    /** Nothing, ever. */
    record Silence() implements ServiceAnswer {}

    static ServiceAnswer returned(JsonNode response) {
        return new Returned(response, Duration.ZERO);
    }

    static ServiceAnswer failed(String error, String cause) {
        return new Failed(error, cause, Duration.ZERO);
    }
}

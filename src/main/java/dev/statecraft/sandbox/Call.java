package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call that a task made.
 *
 * @param target what was called: a function's name, or {@code service:action}
 * @param number which call of this target it was, counted from 1
 * @param response what the service answered; empty if it failed or never answered
 * @param error the error's name
 * @param faulty true if the answer was the work of a {@link Fault}, and not of the world
 */
public record Call(
        Instant at,
        String executionArn,
        String stateName,
        int attempt,
        String target,
        int number,
        JsonNode request,
        Optional<JsonNode> response,
        Optional<String> error,
        Optional<String> cause,
        Duration duration,
        boolean faulty) {}

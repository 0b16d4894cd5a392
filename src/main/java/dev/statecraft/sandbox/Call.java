package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.TaskRequest;

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
        boolean faulty) {

    static Call of(
            TaskRequest task, String target, int number, ServiceAnswer answer, boolean faulty) {
        Optional<JsonNode> response = Optional.empty();
        Optional<String> error = Optional.empty();
        Optional<String> cause = Optional.empty();
        Duration duration = Duration.ZERO;
        switch (answer) {
            case ServiceAnswer.Returned returned -> {
                response = Optional.of(returned.response());
                duration = returned.after();
            }
            case ServiceAnswer.Failed failed -> {
                error = Optional.of(failed.error());
                cause = Optional.of(failed.cause());
                duration = failed.after();
            }
            case ServiceAnswer.Child child -> response = Optional.of(child.response());
            case ServiceAnswer.Silence silence -> {}
        }
        return new Call(
                task.at(),
                task.executionArn(),
                task.stateName(),
                task.attempt(),
                target,
                number,
                task.input(),
                response,
                error,
                cause,
                duration,
                faulty);
    }
}

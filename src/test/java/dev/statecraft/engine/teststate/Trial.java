package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.tasks.TaskOutcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A request of TestState, put together field by field, and what is answered to it. */
final class Trial {
    private final ObjectNode request = JsonNodeFactory.instance.objectNode();
    private TaskOutcome outcome =
            TaskOutcome.Failed.of("Nobody.IsThere", "The test gave no function.");

    private Trial(String definition) {
        request.put("definition", definition);
    }

    static Trial of(String definition) {
        return new Trial(definition);
    }

    /** Sets a text parameter of the request. */
    Trial with(String field, String text) {
        request.put(field, text);
        return this;
    }

    Trial input(String json) {
        return with("input", json);
    }

    Trial debug() {
        return with("inspectionLevel", "DEBUG");
    }

    Trial mockedResult(String json) {
        request.withObject("/mock").put("result", json);
        return this;
    }

    Trial validating(String mode) {
        request.withObject("/mock").put("fieldValidationMode", mode);
        return this;
    }

    Trial mockedError(String error, String cause) {
        request.withObject("/mock/errorOutput").put("error", error).put("cause", cause);
        return this;
    }

    Trial configured(String field, int number) {
        request.withObject("/stateConfiguration").put(field, number);
        return this;
    }

    Trial configured(String field, String text) {
        request.withObject("/stateConfiguration").put(field, text);
        return this;
    }

    Trial revealingSecrets() {
        request.put("revealSecrets", true);
        return this;
    }

    /** Calls a function, in a role, that answers this after so many seconds. */
    Trial calling(String answer, int afterSeconds) {
        outcome = new TaskOutcome.Succeeded(json(answer), Duration.ofSeconds(afterSeconds));
        return with("roleArn", "arn:aws:iam::123456789012:role/tester");
    }

    Trial callingWhatFails(String error) {
        outcome =
                new TaskOutcome.Failed(
                        Optional.of(error),
                        Optional.of("because"),
                        Duration.ZERO,
                        TaskOutcome.Phase.RUN);
        return with("roleArn", "arn:aws:iam::123456789012:role/tester");
    }

    TestStateAnswer answer() {
        var laboratory =
                new Laboratory(
                        "eu-west-1",
                        "123456789012",
                        Instant.parse("2026-03-01T08:00:00Z"),
                        7,
                        task -> outcome);
        return TestState.of(request).run(laboratory);
    }

    JsonNode response() {
        return switch (answer()) {
            case TestStateAnswer.Response response -> response.json();
            case TestStateAnswer.Refusal refusal ->
                    throw new AssertionError("The request was refused: " + refusal.message());
        };
    }

    /** {@code code: message}. */
    String refusal() {
        return switch (answer()) {
            case TestStateAnswer.Response response ->
                    throw new AssertionError("The request was answered: " + response.json());
            case TestStateAnswer.Refusal refusal -> refusal.code() + ": " + refusal.message();
        };
    }

    /** A field of {@code inspectionData}, a JSON text or a number. */
    String inspected(String field) {
        return debug().response().path("inspectionData").path(field).asText("(absent)");
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

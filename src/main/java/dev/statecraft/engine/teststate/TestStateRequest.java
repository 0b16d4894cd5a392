package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.Optional;

/** The parameters of TestState, as the API's own names for them say; see {@link TestState}. */
record TestStateRequest(
        String definition,
        Optional<String> stateName,
        Optional<String> roleArn,
        String input,
        Optional<String> variables,
        Optional<String> context,
        InspectionLevel inspectionLevel,
        boolean revealSecrets,
        Optional<Mock> mock,
        Configuration configuration) {

    enum InspectionLevel {
        INFO,
        DEBUG,
        TRACE
    }

    record Mock(Optional<String> result, Optional<ErrorOutput> errorOutput, MockShapes.Mode mode) {}

    record ErrorOutput(Optional<String> error, Optional<String> cause) {}

    /** {@code stateConfiguration}: what happened before the test, or inside the tested state. */
    record Configuration(
            Optional<Integer> retrierRetryCount,
            Optional<String> errorCausedByState,
            Optional<Integer> mapIterationFailureCount,
            Optional<String> mapItemReaderData) {}

    /** What is missing or of another type counts as absent; the API has refused it before. */
    static TestStateRequest of(JsonNode json) {
        return new TestStateRequest(
                text(json, "definition").orElse(""),
                text(json, "stateName"),
                text(json, "roleArn"),
                text(json, "input").orElse("{}"),
                text(json, "variables"),
                text(json, "context"),
                choice(json, "inspectionLevel", InspectionLevel.INFO),
                json.path("revealSecrets").asBoolean(),
                json.path("mock").isObject()
                        ? Optional.of(mock(json.get("mock")))
                        : Optional.empty(),
                configuration(json.path("stateConfiguration")));
    }

    private static Mock mock(JsonNode json) {
        JsonNode error = json.path("errorOutput");
        return new Mock(
                text(json, "result"),
                error.isObject()
                        ? Optional.of(new ErrorOutput(text(error, "error"), text(error, "cause")))
                        : Optional.empty(),
                choice(json, "fieldValidationMode", MockShapes.Mode.STRICT));
    }

    private static Configuration configuration(JsonNode json) {
        return new Configuration(
                number(json, "retrierRetryCount"),
                text(json, "errorCausedByState"),
                number(json, "mapIterationFailureCount"),
                text(json, "mapItemReaderData"));
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }

    private static Optional<Integer> number(JsonNode json, String field) {
        return json.path(field).isNumber()
                ? Optional.of(json.get(field).intValue())
                : Optional.empty();
    }

    private static <E extends Enum<E>> E choice(JsonNode json, String field, E otherwise) {
        Optional<String> word = text(json, field);
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        return word.isEmpty()
                ? otherwise
                : Arrays.stream(all)
                        .filter(it -> it.name().equals(word.get()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refused.validation(
                                                "1 validation error detected: Value '"
                                                        + word.get()
                                                        + "' at '"
                                                        + field
                                                        + "' failed to satisfy constraint: Member must satisfy enum value set: "
                                                        + Arrays.toString(all)));
    }
}

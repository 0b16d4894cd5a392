package dev.statecraft.engine.history;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a history event says beside its type. Values are references to immutable JSON; text is made only when the history
 * is written out.
 */
public sealed interface EventDetails {
    EventDetails NONE = new None();

    record None() implements EventDetails {}

    record Started(JsonNode input, String roleArn) implements EventDetails {}

    /** The output of an execution or of a direct Lambda or activity task. */
    record Succeeded(JsonNode output) implements EventDetails {}

    /** An error and its cause; both may be absent. */
    record Failure(Optional<String> error, Optional<String> cause) implements EventDetails {}

    record Redriven(int redriveCount) implements EventDetails {}

    record StateEntered(String name, JsonNode input) implements EventDetails {}

    record StateExited(String name, JsonNode output, Map<String, JsonNode> assignedVariables)
            implements EventDetails {}

    record MapStarted(int length) implements EventDetails {}

    record Iteration(String name, int index) implements EventDetails {}

    record MapRun(String mapRunArn) implements EventDetails {}

    record MapRunRedriven(String mapRunArn, int redriveCount) implements EventDetails {}

    /** @param region of the account, such as {@code us-east-1} */
    record TaskScheduled(
            String resourceType,
            String resource,
            String region,
            JsonNode parameters,
            OptionalLong timeoutSeconds,
            OptionalLong heartbeatSeconds,
            Optional<String> credentialsRoleArn)
            implements EventDetails {}

    record TaskStarted(String resourceType, String resource) implements EventDetails {}

    /** TaskSubmitted and TaskSucceeded. */
    record TaskOutput(String resourceType, String resource, JsonNode output)
            implements EventDetails {}

    /** TaskFailed, TaskTimedOut, TaskStartFailed and TaskSubmitFailed. */
    record TaskFailure(
            String resourceType, String resource, Optional<String> error, Optional<String> cause)
            implements EventDetails {}

    record LambdaScheduled(
            String resource,
            JsonNode input,
            OptionalLong timeoutSeconds,
            Optional<String> credentialsRoleArn)
            implements EventDetails {}

    record ActivityScheduled(
            String resource,
            JsonNode input,
            OptionalLong timeoutSeconds,
            OptionalLong heartbeatSeconds)
            implements EventDetails {}

    record ActivityStarted(Optional<String> workerName) implements EventDetails {}

    /** @param location the field, such as {@code Arguments} or {@code Output/total} */
    record EvaluationFailure(String error, String cause, String location, String state)
            implements EventDetails {}
}

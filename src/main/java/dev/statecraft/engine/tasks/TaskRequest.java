package dev.statecraft.engine.tasks;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One attempt of a Task state.
 *
 * @param executionArn of the execution that asks
 * @param stateName the Task state
 * @param attempt 0 for the first try in this stay in the state
 * @param resource the ARN in {@code Resource}
 * @param input the effective input: after Parameters or Arguments
 * @param taskToken names this attempt; unique in the account, and unguessable outside the sandbox
 * @param roleArn the role in force: that of {@code Credentials}, or the state machine's
 * @param at the virtual time
 */
public record TaskRequest(
        String executionArn,
        String stateName,
        int attempt,
        String resource,
        JsonNode input,
        String taskToken,
        String roleArn,
        OptionalLong timeoutSeconds,
        OptionalLong heartbeatSeconds,
        Optional<String> credentialsRoleArn,
        Instant at) {}

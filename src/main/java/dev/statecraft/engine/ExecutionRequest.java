package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.StateMachine;

import java.time.Instant;
import java.util.Optional;

/**
 * All that an execution is started with.
 *
 * @param stateMachineName and {@code name} make the ARN {@code arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME}
 * @param inputText the caller's own spelling of the input, kept for the history; empty where there is none
 * @param seed of all randomness in this execution
 */
public record ExecutionRequest(
        StateMachine stateMachine,
        String stateMachineName,
        String stateMachineArn,
        String name,
        String executionArn,
        StateMachineType type,
        String roleArn,
        String region,
        JsonNode input,
        Optional<String> inputText,
        long seed,
        Quotas quotas) {
    /** A Standard execution in the account of that number, under the ARNs that follow from the names, with a role named like the machine. */
    public static ExecutionRequest standard(
            StateMachine stateMachine,
            String machineName,
            String name,
            String account,
            String region,
            JsonNode input,
            Optional<String> inputText,
            long seed) {
        String arn = "arn:aws:states:" + region + ":" + account + ":";
        return new ExecutionRequest(
                stateMachine,
                machineName,
                arn + "stateMachine:" + machineName,
                name,
                arn + "execution:" + machineName + ":" + name,
                StateMachineType.STANDARD,
                "arn:aws:iam::" + account + ":role/" + machineName,
                region,
                input,
                inputText,
                seed,
                Quotas.STANDARD);
    }

    /** When an execution that started at {@code start} and is given its time at {@code now} is timed out. */
    Instant deadline(Instant start, Instant now) {
        Instant atTheLatest = start.plus(quotas.executionTime());
        return stateMachine.timeoutSeconds().stream()
                .mapToObj(now::plusSeconds)
                .filter(atTheLatest::isAfter)
                .findFirst()
                .orElse(atTheLatest);
    }
}

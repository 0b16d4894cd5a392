package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.world.World;

import java.util.Optional;

/**
 * Something to start from in the sandbox: a definition that shows one thing that Step Functions is for, with all it needs to run.
 *
 * @param id part of the address
 * @param says what it shows, in a sentence for the learner
 * @param definition as text, with its formatting
 * @param mocks answers in place of services that the sandbox does not have
 * @param ending how a run of it must end
 */
public record Template(
        String id,
        String title,
        String says,
        String definition,
        JsonNode input,
        World world,
        FaultPlan faults,
        TestCase mocks,
        Ending ending) {

    /**
     * How a run ends.
     *
     * @param status such as {@code SUCCEEDED}; for a run that waits for somebody, the status after they approved
     * @param output the output, if the run succeeds
     * @param error the error, if it fails
     * @param answer what the person at the screen answers each task that waits for them
     */
    public record Ending(
            String status,
            Optional<JsonNode> output,
            Optional<String> error,
            Optional<JsonNode> answer) {}
}

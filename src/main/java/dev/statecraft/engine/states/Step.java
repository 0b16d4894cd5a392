package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.statecraft.asl.Transition;
import dev.statecraft.engine.Failure;
import dev.statecraft.engine.RunningExecution;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What must happen next in a branch; {@link Interpreter} decides it, {@link RunningExecution} makes it happen. */
public sealed interface Step {

    /** The state is done: assign, hand the output on, follow the transition. */
    record Advance(Transition transition, JsonNode output, Map<String, JsonNode> assigned)
            implements Step {}

    /** Nothing happens until that moment; then {@link Interpreter#resume} says what follows. */
    record SleepUntil(Instant when) implements Step {}

    /** Have a task done with these parameters. */
    record Invoke(
            JsonNode parameters,
            OptionalLong timeoutSeconds,
            OptionalLong heartbeatSeconds,
            Optional<String> roleArn)
            implements Step {}

    /** Run all branches with this input. */
    record Fork(JsonNode input) implements Step {}

    /**
     * Run the item processor for each item.
     *
     * @param effectiveInput what {@code $} means in ItemSelector
     * @param maxConcurrency 0 means no limit of its own
     */
    record Iterate(ArrayNode items, JsonNode effectiveInput, long maxConcurrency) implements Step {}

    /** Start a Map Run; reading the items may itself fail. */
    record StartMapRun(JsonNode effectiveInput) implements Step {}

    /** The branch ended successfully. */
    record Succeed(JsonNode output) implements Step {}

    /** The branch ended with an error. */
    record Fail(Failure failure) implements Step {}
}

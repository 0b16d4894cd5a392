package dev.statecraft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.StateTest;
import dev.statecraft.region.JsonText;
import dev.statecraft.region.ServiceError;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The state that a request of TestState is about: given by itself, or by name in a whole definition.
 *
 * @param json the state as it is written
 * @param machine a state machine that consists of this state alone
 */
record TestedState(JsonNode json, StateMachine machine) {

    /** @throws ServiceError if the definition is faulty or has no such state */
    static TestedState of(String definition, Optional<String> stateName) {
        JsonNode given = parsed(definition);
        Optional<String> language = Optional.ofNullable(given.path("QueryLanguage").textValue());
        JsonNode state = given;
        if (given.has("States")) {
            Definitions.machine(definition, StateMachineType.STANDARD);
            String name =
                    stateName.orElseThrow(
                            () ->
                                    ServiceError.validation(
                                            "StateName must be specified when testing a state of a state machine"));
            state =
                    find(given, name)
                            .orElseThrow(
                                    () -> ServiceError.validation("State not found in definition"));
        } else if (stateName.isPresent()) {
            throw ServiceError.validation("State not found in definition");
        }
        ObjectNode alone = Answers.empty();
        language.ifPresent(it -> alone.put("QueryLanguage", it));
        alone.put("StartAt", StateTest.STATE_NAME);
        ObjectNode states = alone.putObject("States");
        states.set(StateTest.STATE_NAME, state);
        // The states that it leads to need not exist.
        for (String target : targets(state)) {
            if (!states.has(target)) {
                states.putObject(target).put("Type", "Succeed");
            }
        }
        return new TestedState(
                state, Definitions.machine(alone.toString(), StateMachineType.STANDARD));
    }

    private static JsonNode parsed(String definition) {
        try {
            JsonNode json = JsonText.parse(definition);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonText.Invalid e) {
            // Said below, as the service says it of a definition.
        }
        Definitions.machine(definition, StateMachineType.STANDARD);
        throw ServiceError.validation("The definition is not a JSON object");
    }

    private static Optional<JsonNode> find(JsonNode owner, String name) {
        JsonNode states = owner.path("States");
        if (states.has(name)) {
            return Optional.of(states.get(name));
        }
        for (JsonNode state : states) {
            for (String field : Set.of("ItemProcessor", "Iterator")) {
                Optional<JsonNode> inside = find(state.path(field), name);
                if (inside.isPresent()) {
                    return inside;
                }
            }
            for (JsonNode branch : state.path("Branches")) {
                Optional<JsonNode> inside = find(branch, name);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> targets(JsonNode state) {
        Set<String> targets = new LinkedHashSet<>();
        add(state.path("Next"), targets);
        add(state.path("Default"), targets);
        for (JsonNode choice : state.path("Choices")) {
            add(choice.path("Next"), targets);
        }
        for (JsonNode catcher : state.path("Catch")) {
            add(catcher.path("Next"), targets);
        }
        return targets;
    }

    private static void add(JsonNode target, Set<String> targets) {
        if (target.isTextual()) {
            targets.add(target.textValue());
        }
    }

    String type() {
        return json.path("Type").asText();
    }

    String resource() {
        return json.path("Resource").asText();
    }

    boolean isContainer() {
        return type().equals("Map") || type().equals("Parallel");
    }

    /** Whether the result comes later than the response: such a state can only be tested with a mock. */
    boolean waitsForResult() {
        return resource().contains(".sync")
                || resource().endsWith(".waitForTaskToken")
                || resource().contains(":activity:");
    }
}

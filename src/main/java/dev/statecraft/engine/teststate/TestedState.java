package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.Notation;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.Parsing;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.State;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.asl.States;
import dev.statecraft.asl.TaskState;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state that a request is about: given by itself, or by name in a whole definition.
 *
 * @param machine a state machine that consists of this state alone
 */
record TestedState(StateMachine machine) {

    /** @throws Refused if the definition is faulty or has no such state */
    static TestedState of(String definition, Optional<String> stateName) {
        JsonNode json = new GivenTexts().read(definition, TestedState::notJson);
        if (!json.isObject()) {
            throw notJson("The definition is not an object");
        }
        if (stateName.isEmpty()) {
            return alone(definition, QueryLanguage.JSONPath);
        }
        String name = stateName.get();
        StateMachine whole =
                valid(AslParser.parse(definition, AslParser.Workflow.STANDARD, Notation.JSON));
        State state = named(name, whole.states()).orElseThrow(TestedState::notFound);
        JsonNode written = written(name, json).orElseThrow(TestedState::notFound);
        return alone(written.toString(), state.flow().queryLanguage());
    }

    private static TestedState alone(String definition, QueryLanguage language) {
        return new TestedState(
                valid(AslParser.parseState(StateTest.STATE_NAME, definition, language)));
    }

    private static StateMachine valid(Parsing parsing) {
        return parsing.machine().orElseThrow(() -> refused(parsing));
    }

    private static Refused refused(Parsing parsing) {
        Diagnostic first =
                parsing.diagnostics().stream()
                        .filter(it -> it.severity() == Diagnostic.Severity.ERROR)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("No machine, and no error either"));
        return invalid(first.code(), first.message(), first.location());
    }

    private static Refused notJson(String fault) {
        return invalid("INVALID_JSON_DESCRIPTION", fault, "");
    }

    private static Refused invalid(String code, String message, String location) {
        return Refused.definition(
                "Invalid State Machine Definition: '%s: %s at %s'"
                        .formatted(code, message, location.isEmpty() ? "/" : location));
    }

    private static Refused notFound() {
        return Refused.validation("State not found in definition");
    }

    /** The state of that name, on whatever level. */
    private static Optional<State> named(String name, States states) {
        State here = states.byName().get(name);
        return here != null
                ? Optional.of(here)
                : states.all().stream()
                        .flatMap(TestedState::inside)
                        .flatMap(inner -> named(name, inner).stream())
                        .findFirst();
    }

    private static Stream<States> inside(State state) {
        if (state instanceof MapState map) {
            return Stream.of(map.processor());
        }
        return state instanceof ParallelState parallel
                ? parallel.branches().stream()
                : Stream.empty();
    }

    private static Optional<JsonNode> written(String name, JsonNode owner) {
        JsonNode states = owner.path("States");
        if (states.has(name)) {
            return Optional.of(states.get(name));
        }
        for (JsonNode state : states) {
            Optional<JsonNode> found =
                    Stream.concat(
                                    Stream.of(state.path("ItemProcessor"), state.path("Iterator")),
                                    state.path("Branches").valueStream())
                            .flatMap(inner -> written(name, inner).stream())
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    State state() {
        return machine.states().start();
    }

    String type() {
        return state().type();
    }

    boolean isContainer() {
        return state() instanceof MapState || state() instanceof ParallelState;
    }

    Optional<String> resource() {
        return state() instanceof TaskState task ? Optional.of(task.resource()) : Optional.empty();
    }

    /** The result comes later than the response, from a job or from somebody who knows the task's token. */
    boolean waitsForResult() {
        return resource()
                .filter(it -> it.contains(".sync") || it.endsWith(".waitForTaskToken"))
                .isPresent();
    }

    boolean isActivity() {
        return resource().filter(it -> it.contains(":activity:")).isPresent();
    }

    /** True if this state holds one of that name. */
    boolean holds(String name) {
        return inside(state()).anyMatch(it -> named(name, it).isPresent());
    }
}

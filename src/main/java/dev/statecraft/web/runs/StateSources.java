package dev.statecraft.web.runs;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.State;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.asl.States;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The states of a definition by name, as the engine sees them and as they are written; names are unique in a definition. */
final class StateSources {
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, JsonNode> sources = new HashMap<>();

    private StateSources() {}

    static StateSources of(StateMachine machine) {
        var all = new StateSources();
        all.add(machine.states());
        all.add(machine.source());
        return all;
    }

    private void add(States scope) {
        for (State state : scope.all()) {
            states.put(state.name(), state);
            if (state instanceof ParallelState parallel) {
                parallel.branches().forEach(this::add);
            } else if (state instanceof MapState map) {
                add(map.processor());
            }
        }
    }

    private void add(JsonNode scope) {
        scope.path("States")
                .properties()
                .forEach(
                        entry -> {
                            JsonNode state = entry.getValue();
                            sources.put(entry.getKey(), state);
                            state.path("Branches").forEach(this::add);
                            for (String field : List.of("ItemProcessor", "Iterator")) {
                                add(state.path(field));
                            }
                        });
    }

    Optional<State> state(String name) {
        return Optional.ofNullable(states.get(name));
    }

    /** The state as the definition has it. */
    Optional<JsonNode> source(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** True if any state assigns variables. */
    boolean assigns() {
        return sources.values().stream().anyMatch(it -> !it.findValues("Assign").isEmpty());
    }
}

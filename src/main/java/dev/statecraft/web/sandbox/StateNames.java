package dev.statecraft.web.sandbox;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.FailState;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.PassState;
import dev.statecraft.asl.State;
import dev.statecraft.asl.States;
import dev.statecraft.asl.SucceedState;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.WaitState;

import java.util.LinkedHashSet;
import java.util.Set;

/** The names of all states of a definition, also of those inside Map and Parallel. */
final class StateNames {

    private StateNames() {}

    /** Empty if the definition cannot be read. */
    static Set<String> in(String definition) {
        Set<String> names = new LinkedHashSet<>();
        AslParser.parse(definition).machine().ifPresent(it -> collect(it.states(), names));
        return names;
    }

    private static void collect(States states, Set<String> names) {
        for (State state : states.all()) {
            names.add(state.name());
            switch (state) {
                case ParallelState parallel ->
                        parallel.branches().forEach(it -> collect(it, names));
                case MapState map -> collect(map.processor(), names);
                case TaskState task -> {}
                case PassState pass -> {}
                case ChoiceState choice -> {}
                case WaitState wait -> {}
                case SucceedState succeed -> {}
                case FailState fail -> {}
            }
        }
    }
}

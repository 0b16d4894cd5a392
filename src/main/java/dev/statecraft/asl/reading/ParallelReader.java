package dev.statecraft.asl.reading;

import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.State;
import dev.statecraft.asl.States;
import dev.statecraft.asl.Transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Parallel state. */
final class ParallelReader {

    private ParallelReader() {}

    static Optional<State> read(StateReader reader) {
        Section section = reader.section();
        section.require("Branches");
        List<Section> sections = section.sections("Branches");
        section.notEmpty("Branches", "Add a branch: an object with StartAt and States.");
        List<States> branches = new ArrayList<>();
        for (Section branch : sections) {
            branch.require("States", "StartAt");
            branch.allowOnly(List.of("StartAt", "States", "Comment"), "A branch");
            MachineReader.states(branch, reader.machineLanguage(), inside(reader))
                    .ifPresent(branches::add);
        }
        Optional<Transition> transition = reader.transition();
        var parallel =
                new ParallelState(
                        reader.name(),
                        reader.comment(),
                        reader.flow(),
                        branches,
                        ErrorHandlingReader.retriers(section),
                        ErrorHandlingReader.catchers(section, reader.language()),
                        transition.orElse(Transition.END));
        return transition.map(it -> parallel);
    }

    /** States inside others speak the language of the machine, not that of the state around them, unless they say otherwise. */
    static QueryLanguage inside(StateReader reader) {
        return reader.machineLanguage();
    }
}

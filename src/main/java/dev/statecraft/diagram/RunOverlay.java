package dev.statecraft.diagram;

import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.trace.RunSummary;
import dev.statecraft.engine.Execution;

import java.util.Map;
import java.util.Optional;

/**
 * What an execution did, to be laid over the drawing of its definition.
 *
 * @param states by name; a state that was not reached is not there
 * @param passes how often each track was used; a track that was not used is not there
 */
public record RunOverlay(Map<String, StateRun> states, Map<Track, Integer> passes) {
    public static final RunOverlay NONE = new RunOverlay(Map.of(), Map.of());

    public RunOverlay {
        states = Map.copyOf(states);
        passes = Map.copyOf(passes);
    }

    /** All that has happened so far. */
    public static RunOverlay of(Execution execution) {
        return of(execution, execution.history().events().size());
    }

    /** How things stood after the event of that id; an id beyond the last one means all. */
    public static RunOverlay of(Execution execution, long upToEvent) {
        return RunSummary.of(execution, upToEvent);
    }

    public Optional<StateRun> state(String name) {
        return Optional.ofNullable(states.get(name));
    }

    public int passes(String from, String to, Edge.Kind kind) {
        return passes.getOrDefault(new Track(from, to, kind), 0);
    }

    /**
     * A track by the names at its ends.
     *
     * @param from empty where the line, or a branch, begins
     * @param to empty where the line, or a branch, ends
     */
    public record Track(String from, String to, Edge.Kind kind) {}

    /**
     * What became of one state.
     *
     * @param entries how often it was entered
     * @param retries attempts that were made again after a failure
     * @param iterations of the Map that it is or lies in, how many have completed it
     */
    public record StateRun(StateStatus status, int entries, int retries, Iterations iterations) {}

    /** So many of so many: {@code 12 of 15}; 0 of 0 where there is no Map. */
    public record Iterations(int done, int all) {
        public static final Iterations NONE = new Iterations(0, 0);
    }
}

package dev.statecraft.diagram.trace;

import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.RunOverlay.Iterations;
import dev.statecraft.diagram.RunOverlay.StateRun;
import dev.statecraft.diagram.RunOverlay.Track;
import dev.statecraft.diagram.StateGraph;
import dev.statecraft.diagram.StateGraph.Area;
import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.StateGraph.Node;
import dev.statecraft.diagram.StateGraph.Stop;
import dev.statecraft.diagram.StateGraph.Yard;
import dev.statecraft.diagram.StateStatus;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryEvent;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums the stays of an execution up by state and by track. */
public final class RunSummary {
    private record Passage(String from, String to) {}

    private final List<Stay> stays;
    private final StayStatus statuses;
    private final Map<Passage, Passages> passages;
    private final Map<Track, Integer> passes = new HashMap<>();

    private RunSummary(List<Stay> stays, StayStatus statuses) {
        this.stays = stays;
        this.statuses = statuses;
        this.passages = passages(stays);
    }

    public static RunOverlay of(Execution execution, long upToEvent) {
        List<HistoryEvent> events = execution.history().events();
        int shown = Math.clamp(upToEvent, 0, events.size());
        RunTrace trace = RunTrace.of(events.subList(0, shown));
        var statuses = StayStatus.at(execution, shown, trace);
        var summary = new RunSummary(trace.stays(), statuses);
        return summary.overlay(StateGraph.of(execution.request().stateMachine()));
    }

    private RunOverlay overlay(StateGraph graph) {
        Map<String, List<Stay>> byState =
                stays.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Stay::state, LinkedHashMap::new, Collectors.toList()));
        Map<String, StateRun> states = new HashMap<>();
        byState.forEach((name, its) -> states.put(name, run(its)));
        count(graph.root());
        return new RunOverlay(states, passes);
    }

    private StateRun run(List<Stay> its) {
        int retries = its.stream().mapToInt(stay -> Math.max(0, stay.attempts().size() - 1)).sum();
        return new StateRun(statuses.ofAll(its), its.size(), retries, iterations(its));
    }

    private Iterations iterations(List<Stay> its) {
        if (its.getFirst().kind() == StayKind.MAP) {
            return new Iterations(
                    its.stream().mapToInt(Stay::itemsDone).sum(),
                    its.stream().mapToInt(Stay::items).sum());
        }
        List<Stay> maps = its.stream().flatMap(stay -> map(stay).stream()).distinct().toList();
        long done =
                its.stream()
                        .filter(stay -> map(stay).isPresent())
                        .filter(stay -> statuses.of(stay) == StateStatus.SUCCEEDED)
                        .map(StayStatus.Line::of)
                        .distinct()
                        .count();
        return new Iterations((int) done, maps.stream().mapToInt(Stay::items).sum());
    }

    /** The innermost Map around a stay. */
    private static Optional<Stay> map(Stay stay) {
        Optional<Stay> it = stay.parent();
        while (it.isPresent() && it.get().kind() != StayKind.MAP) {
            it = it.get().parent();
        }
        return it;
    }

    private void count(Area area) {
        Map<Integer, String> names =
                area.nodes().stream()
                        .collect(
                                Collectors.toMap(
                                        Node::id, it -> it instanceof Stop s ? s.name() : ""));
        Map<Passage, List<Edge>> edges =
                area.edges().stream()
                        .collect(
                                Collectors.groupingBy(
                                        it ->
                                                new Passage(
                                                        names.get(it.from()), names.get(it.to()))));
        edges.forEach(this::count);
        area.nodes().stream()
                .filter(Yard.class::isInstance)
                .map(Yard.class::cast)
                .forEach(yard -> count(yard.inside()));
    }

    private void count(Passage passage, Collection<Edge> edges) {
        Passages counted = passages.getOrDefault(passage, Passages.NONE);
        for (Edge edge : edges) {
            // A failure before the first event of a task leaves no trace but the way that was
            // taken.
            boolean alone = edges.size() == 1;
            int count =
                    edge.kind() == Edge.Kind.CATCH
                            ? counted.caught() + (alone ? counted.regular() : 0)
                            : counted.regular() + (alone ? counted.caught() : 0);
            if (count > 0) {
                passes.put(new Track(passage.from(), passage.to(), edge.kind()), count);
            }
        }
    }

    private record Passages(int regular, int caught) {
        static final Passages NONE = new Passages(0, 0);
        static final Passages REGULAR = new Passages(1, 0);
        static final Passages CAUGHT = new Passages(0, 1);

        Passages plus(Passages other) {
            return new Passages(regular + other.regular, caught + other.caught);
        }
    }

    private static Map<Passage, Passages> passages(List<Stay> stays) {
        Map<Passage, Passages> result = new HashMap<>();
        Set<Stay> left = new HashSet<>();
        for (Stay stay : stays) {
            stay.origin().ifPresent(left::add);
            boolean caught = stay.origin().filter(Stay::isCaught).isPresent();
            var passage = new Passage(stay.origin().map(Stay::state).orElse(""), stay.state());
            result.merge(passage, caught ? Passages.CAUGHT : Passages.REGULAR, Passages::plus);
        }
        for (Stay stay : stays) {
            // A stay that was left for no other state was the last on its line.
            if (stay.end() == Stay.End.EXITED && !left.contains(stay)) {
                result.merge(new Passage(stay.state(), ""), Passages.REGULAR, Passages::plus);
            }
        }
        return result;
    }
}

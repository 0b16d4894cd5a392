package dev.statecraft.diagram;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.FailState;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.PassState;
import dev.statecraft.asl.Retrier;
import dev.statecraft.asl.State;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.asl.States;
import dev.statecraft.asl.SucceedState;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.Transition;
import dev.statecraft.asl.WaitState;
import dev.statecraft.diagram.StateGraph.Area;
import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.StateGraph.Node;
import dev.statecraft.diagram.StateGraph.Station;
import dev.statecraft.diagram.StateGraph.Terminal;
import dev.statecraft.diagram.StateGraph.Yard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns a definition into a {@link StateGraph}; numbers nodes and edges as it goes. */
final class StateGraphBuilder {
    private int nodes;
    private int edges;

    /** States with the JSON that they were read from. */
    private record Branch(States states, JsonNode source) {
        JsonNode source(String name) {
            return source.path("States").path(name);
        }
    }

    StateGraph graph(StateMachine machine) {
        var start = new Terminal(nodes++, Terminal.Role.START);
        var end = new Terminal(nodes++, Terminal.Role.END);
        var line = new Branch(machine.states(), machine.source());
        return new StateGraph(area(start, end, List.of(line)));
    }

    private Area area(Terminal start, Terminal end, List<Branch> branches) {
        var inside = new ArrayList<Node>();
        var tracks = new Tracks(end);
        inside.add(start);
        for (Branch branch : branches) {
            States states = branch.states();
            var stops = new LinkedHashMap<String, Node>();
            for (String name : FlowOrder.of(states)) {
                stops.put(name, stop(states.named(name), branch.source(name)));
            }
            inside.addAll(stops.values());
            tracks.enter(stops);
            tracks.add(start, states.startAt(), Edge.Kind.NEXT, "");
            for (State state : states.all()) {
                tracks.addAll(stops.get(state.name()), state, branch.source(state.name()));
            }
        }
        List<Edge> all = tracks.edges();
        // Where every line ends in a Succeed or Fail state, nothing leads to an end of its own.
        boolean ends = all.stream().anyMatch(edge -> edge.to() == end.id());
        if (ends || end.role() == Terminal.Role.JOIN) {
            inside.add(end);
        }
        return new Area(inside, all);
    }

    private Node stop(State state, JsonNode source) {
        int id = nodes++;
        String caption = Captions.of(state, source);
        return switch (state) {
            case ParallelState parallel ->
                    new Yard(
                            id,
                            state,
                            caption,
                            retries(parallel.retry()),
                            yard(branches(parallel, source)));
            case MapState map ->
                    new Yard(
                            id,
                            state,
                            caption,
                            retries(map.retry()),
                            yard(List.of(processor(map, source))));
            case TaskState task -> new Station(id, state, caption, retries(task.retry()));
            case PassState s -> new Station(id, state, caption, 0);
            case ChoiceState s -> new Station(id, state, caption, 0);
            case WaitState s -> new Station(id, state, caption, 0);
            case SucceedState s -> new Station(id, state, caption, 0);
            case FailState s -> new Station(id, state, caption, 0);
        };
    }

    private static List<Branch> branches(ParallelState parallel, JsonNode source) {
        JsonNode sources = source.path("Branches");
        return IntStream.range(0, parallel.branches().size())
                .mapToObj(i -> new Branch(parallel.branches().get(i), sources.path(i)))
                .toList();
    }

    private static Branch processor(MapState map, JsonNode source) {
        // Iterator is the field's old name, which the service still takes.
        String field = source.has("ItemProcessor") ? "ItemProcessor" : "Iterator";
        return new Branch(map.processor(), source.path(field));
    }

    private Area yard(List<Branch> branches) {
        var fork = new Terminal(nodes++, Terminal.Role.FORK);
        var join = new Terminal(nodes++, Terminal.Role.JOIN);
        return area(fork, join, branches);
    }

    private static long retries(List<Retrier> retriers) {
        // A retrier may allow 99,999,999 attempts and there may be many: the sum must not wrap.
        return retriers.stream().mapToLong(Retrier::maxAttempts).reduce(0, StateGraphBuilder::sum);
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** The edges of one area. Two rules of a Choice that lead to the same state share an edge. */
    private final class Tracks {
        private record Ends(int from, int to, Edge.Kind kind) {}

        private final Terminal end;
        private final Map<Ends, List<String>> labels = new LinkedHashMap<>();
        private Map<String, Node> stops = new HashMap<>();

        Tracks(Terminal end) {
            this.end = end;
        }

        void enter(Map<String, Node> stops) {
            this.stops = stops;
        }

        void add(Node from, String to, Edge.Kind kind, String label) {
            Node target = stops.get(to);
            if (target != null) {
                add(from, target, kind, label);
            }
        }

        private void add(Node from, Node to, Edge.Kind kind, String label) {
            labels.computeIfAbsent(new Ends(from.id(), to.id(), kind), k -> new ArrayList<>())
                    .add(label);
        }

        void addAll(Node from, State state, JsonNode source) {
            switch (state) {
                case ChoiceState choice -> addChoices(from, choice, source.path("Choices"));
                case TaskState task -> {
                    add(from, task.transition());
                    addCatchers(from, task.catchers());
                }
                case ParallelState parallel -> {
                    add(from, parallel.transition());
                    addCatchers(from, parallel.catchers());
                }
                case MapState map -> {
                    add(from, map.transition());
                    addCatchers(from, map.catchers());
                }
                case PassState pass -> add(from, pass.transition());
                case WaitState wait -> add(from, wait.transition());
                // In the machine itself these two are the end of the line and need no track to it.
                // In a yard
                // a branch that succeeds goes on with its Parallel or Map.
                case SucceedState succeed -> {
                    if (end.role() == Terminal.Role.JOIN) {
                        add(from, end, Edge.Kind.NEXT, "");
                    }
                }
                case FailState fail -> {}
            }
        }

        private void add(Node from, Transition transition) {
            switch (transition) {
                case Transition.Next next -> add(from, next.state(), Edge.Kind.NEXT, "");
                case Transition.End e -> add(from, end, Edge.Kind.NEXT, "");
            }
        }

        private void addChoices(Node from, ChoiceState choice, JsonNode rules) {
            for (int i = 0; i < choice.choices().size(); i++) {
                String condition = ConditionWords.of(rules.path(i));
                add(from, choice.choices().get(i).next(), Edge.Kind.CHOICE, condition);
            }
            choice.defaultState().ifPresent(next -> add(from, next, Edge.Kind.CHOICE, "otherwise"));
        }

        private void addCatchers(Node from, List<Catcher> catchers) {
            for (Catcher catcher : catchers) {
                String errors =
                        String.join(
                                ", ",
                                catcher.errorEquals().stream().map(Captions::errorName).toList());
                add(from, catcher.next(), Edge.Kind.CATCH, errors);
            }
        }

        List<Edge> edges() {
            var result = new ArrayList<Edge>();
            labels.forEach((ends, all) -> result.add(edge(ends, all)));
            return result;
        }

        private Edge edge(Ends ends, List<String> all) {
            String separator = ends.kind() == Edge.Kind.CHOICE ? " or " : ", ";
            String label = String.join(separator, all.stream().distinct().toList());
            return new Edge(edges++, ends.from(), ends.to(), ends.kind(), label);
        }
    }
}

package dev.statecraft.diagram;

import dev.statecraft.asl.State;
import dev.statecraft.asl.StateMachine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A definition as stations and tracks, without positions: what is connected with what, and what is said about it.
 *
 * @param root the states of the machine itself; those of branches and item processors lie inside a {@link Yard}
 */
public record StateGraph(Area root) {

    public static StateGraph of(StateMachine machine) {
        return new StateGraphBuilder().graph(machine);
    }

    /** All stations and yards, outer before inner, in the order in which the flow meets them. */
    public Stream<Stop> stops() {
        return root.stops();
    }

    /**
     * Nodes among which transitions are possible.
     *
     * @param nodes in the order of the flow, so that an edge to an earlier node is a way back
     */
    public record Area(List<Node> nodes, List<Edge> edges) {
        public Area {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
        }

        /** The node where the line ends; there is none if every line ends in a Succeed or Fail state. */
        public Optional<Integer> end() {
            return nodes.getLast() instanceof Terminal terminal
                            && terminal.role() != Terminal.Role.START
                    ? Optional.of(terminal.id())
                    : Optional.empty();
        }

        Stream<Stop> stops() {
            return nodes.stream()
                    .flatMap(
                            node ->
                                    switch (node) {
                                        case Station station -> Stream.of(station);
                                        case Yard yard ->
                                                Stream.concat(
                                                        Stream.of(yard), yard.inside().stops());
                                        case Terminal terminal -> Stream.empty();
                                    });
        }
    }

    /** Something that has a place in the drawing; {@code id} is unique in the graph. */
    public sealed interface Node {
        int id();
    }

    /** A node that stands for a state. */
    public sealed interface Stop extends Node {
        State state();

        /** One quiet line under the name: the resource, the time to wait, the number of branches. */
        String caption();

        /** How often a failure may be tried again, summed over the retriers; 0 without any. */
        long retries();

        default String name() {
            return state().name();
        }
    }

    public record Station(int id, State state, String caption, long retries) implements Stop {}

    /** A Parallel or Map state with the states inside it. */
    public record Yard(int id, State state, String caption, long retries, Area inside)
            implements Stop {}

    /** Where a line begins or ends. */
    public record Terminal(int id, Role role) implements Node {
        public enum Role {
            START,
            END,
            /** The way from a yard's frame to its branches. */
            FORK,
            /** The way from the ends of a yard's branches to its frame. */
            JOIN
        }
    }

    /**
     * A possible transition.
     *
     * @param label the condition or the error names in short words; empty where nothing need be said
     */
    public record Edge(int id, int from, int to, Kind kind, String label) {
        public enum Kind {
            NEXT,
            CHOICE,
            CATCH
        }
    }
}

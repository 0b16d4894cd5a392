package dev.statecraft.diagram.layout;

import dev.statecraft.diagram.StateGraph.Edge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The line that a reader follows first: from the start, always along the first way on, to an end. It should be straight
 * before all others.
 */
final class MainLine {

    private MainLine() {}

    /** The ids of its edges. */
    static Set<Integer> of(AreaPlan plan) {
        Map<Integer, List<Edge>> ways =
                plan.edges().stream()
                        .filter(edge -> edge.kind() != Edge.Kind.CATCH)
                        .collect(Collectors.groupingBy(Edge::from));
        Set<Integer> line = new HashSet<>();
        Set<Integer> seen = new HashSet<>();
        int start = plan.shapes().getFirst().id();
        List<Edge> branches = ways.getOrDefault(start, List.of());
        // Of several branches the middle one, so that a yard spreads to both sides of its line.
        Optional<Edge> next =
                branches.isEmpty()
                        ? Optional.empty()
                        : Optional.of(branches.get((branches.size() - 1) / 2));
        seen.add(start);
        while (next.isPresent()) {
            line.add(next.get().id());
            seen.add(next.get().to());
            next =
                    ways.getOrDefault(next.get().to(), List.of()).stream()
                            .filter(edge -> !seen.contains(edge.to()))
                            .findFirst();
        }
        return line;
    }
}

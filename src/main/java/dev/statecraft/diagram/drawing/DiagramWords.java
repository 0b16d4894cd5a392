package dev.statecraft.diagram.drawing;

import dev.statecraft.diagram.Captions;
import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.RunOverlay.StateRun;
import dev.statecraft.diagram.StateGraph;
import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.StateGraph.Node;
import dev.statecraft.diagram.StateGraph.Stop;
import dev.statecraft.diagram.StateStatus;
import dev.statecraft.diagram.SvgDiagram;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a drawing says to somebody who does not see it. */
final class DiagramWords {

    private DiagramWords() {}

    /** Such as "Workflow with 7 states, starting at Reserve. 4 reached: 3 succeeded, 1 failed." */
    static String summary(SvgDiagram diagram) {
        List<Stop> stops = diagram.graph().stops().toList();
        String states = Captions.counted(stops.size(), "state", "states");
        String start = startName(diagram.graph());
        String whole =
                "Workflow with "
                        + states
                        + (start.isEmpty() ? "." : ", starting at " + start + ".");
        return diagram.hasRun() ? whole + " " + reached(diagram.overlay()) : whole;
    }

    private static String startName(StateGraph graph) {
        Map<Integer, String> names =
                graph.root().nodes().stream()
                        .filter(Stop.class::isInstance)
                        .collect(Collectors.toMap(Node::id, node -> ((Stop) node).name()));
        int start = graph.root().nodes().getFirst().id();
        return graph.root().edges().stream()
                .filter(edge -> edge.from() == start)
                .map(Edge::to)
                .map(id -> names.getOrDefault(id, ""))
                .findFirst()
                .orElse("");
    }

    private static String reached(RunOverlay overlay) {
        if (overlay.states().isEmpty()) {
            return "No state was reached.";
        }
        String statuses =
                List.of(StateStatus.values()).stream()
                        .map(status -> counted(overlay, status))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "));
        return overlay.states().size() + " reached: " + statuses + ".";
    }

    private static String counted(RunOverlay overlay, StateStatus status) {
        long count =
                overlay.states().values().stream().filter(run -> run.status() == status).count();
        return count == 0 ? "" : count + " " + status.words();
    }

    /** Such as "Charge, Task, Lambda charge, succeeded, 2 retries". */
    static String of(Stop stop, SvgDiagram diagram) {
        String what =
                stop.name()
                        + ", "
                        + stop.state().type()
                        + (stop.caption().isEmpty() ? "" : ", " + stop.caption());
        if (!diagram.hasRun()) {
            return what;
        }
        return what
                + diagram.overlay()
                        .state(stop.name())
                        .map(DiagramWords::of)
                        .orElse(", not reached");
    }

    private static String of(StateRun run) {
        return ", "
                + run.status().words()
                + (run.iterations().all() > 0
                        ? ", " + run.iterations().done() + " of " + run.iterations().all()
                        : "")
                + (run.iterations().all() == 0 && run.entries() > 1
                        ? ", entered " + run.entries() + " times"
                        : "")
                + (run.retries() > 0
                        ? ", " + Captions.counted(run.retries(), "retry", "retries")
                        : "");
    }
}

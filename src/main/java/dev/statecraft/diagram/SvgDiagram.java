package dev.statecraft.diagram;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.diagram.drawing.DiagramWriter;
import dev.statecraft.diagram.drawing.Switches;
import dev.statecraft.diagram.layout.Flow;
import dev.statecraft.diagram.layout.GraphLayout;

import java.util.Optional;
import java.util.function.Function;

/**
 * The drawing of a definition, with what an execution did in it if there is one.
 *
 * <p>{@code SvgDiagram.of(machine).withOverlay(overlay).selecting("Charge").linking(name -> "?state=" + name).draw()}
 *
 * <p>The SVG is meant to stand inside a page that has {@code css/graph.css}: it holds classes only, no styles. The same
 * values give the same text.
 */
public record SvgDiagram(
        StateGraph graph,
        Flow flow,
        RunOverlay overlay,
        boolean hasRun,
        Optional<String> selected,
        Optional<Function<String, String>> links,
        boolean greyed,
        Optional<Switches> switches) {

    public static SvgDiagram of(StateMachine machine) {
        return new SvgDiagram(
                StateGraph.of(machine),
                Flow.DOWN,
                RunOverlay.NONE,
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    public SvgDiagram flowing(Flow way) {
        return new SvgDiagram(graph, way, overlay, hasRun, selected, links, greyed, switches);
    }

    /** Lays an execution over the drawing; states that it did not reach become quiet. */
    public SvgDiagram withOverlay(RunOverlay run) {
        return new SvgDiagram(graph, flow, run, true, selected, links, greyed, switches);
    }

    /** Puts the ring of the selection around the state of that name, if there is one. */
    public SvgDiagram selecting(String name) {
        return new SvgDiagram(
                graph, flow, overlay, hasRun, Optional.of(name), links, greyed, switches);
    }

    /** Makes each state a link, so that it can be selected without JavaScript. */
    public SvgDiagram linking(Function<String, String> urlOfState) {
        return new SvgDiagram(
                graph, flow, overlay, hasRun, selected, Optional.of(urlOfState), greyed, switches);
    }

    /** Shows that the text has moved on and cannot be drawn: this is the last good drawing. */
    public SvgDiagram greyedOut() {
        return new SvgDiagram(graph, flow, overlay, hasRun, selected, links, true, switches);
    }

    /** Says of each track and each empty place what a designer in the page needs to change the definition there. */
    public SvgDiagram withSwitches(Switches places) {
        return new SvgDiagram(
                graph, flow, overlay, hasRun, selected, links, greyed, Optional.of(places));
    }

    /** The SVG element as text. Never throws, whatever the names. */
    public String draw() {
        return new DiagramWriter(this, GraphLayout.of(graph, flow)).write();
    }
}

package dev.statecraft.web.runs;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.diagram.timeline.TimelineDiagram;
import dev.statecraft.diagram.trace.EventPlaces;
import dev.statecraft.diagram.trace.EventPlaces.Place;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.Recording;
import dev.statecraft.engine.history.HistoryEvent;

import io.quarkus.qute.RawString;

import java.util.List;
import java.util.Optional;

/**
 * What both kinds of run show: the graph, the timeline, the events, and what is to be seen at the selected one.
 *
 * @param newest true if no event was chosen, so that the view follows a run that goes on
 * @param unreached the name of the chosen state, if the run did not reach it
 */
record RunView(
        String self,
        RawString graph,
        RawString timeline,
        EventTable table,
        EventView event,
        Steps steps,
        boolean newest,
        String unreached,
        EventPlaces places) {

    /** Where one can go from the selected event; a step that leads nowhere is empty. */
    record Steps(
            String first,
            String previousState,
            String previous,
            String next,
            String nextState,
            String last) {}

    /** The address of this view at another event. */
    public String href(long other) {
        return new RunSelection(self, Optional.empty(), Optional.empty()).event(other);
    }

    static RunView of(Execution execution, Optional<Recording> recording, RunSelection selection) {
        List<HistoryEvent> events = execution.history().events();
        EventPlaces places = EventPlaces.of(events);
        long last = events.size();
        Optional<Place> chosen =
                selection.state().flatMap(it -> places.nearest(it, selection.in(last)));
        long selected =
                selection.event().isPresent()
                        ? selection.in(last)
                        : chosen.map(Place::enteredEvent).orElse(last);
        String unreached = selection.state().filter(it -> chosen.isEmpty()).orElse("");
        String shown = unreached.isEmpty() ? places.stateAt(selected) : unreached;
        StateMachine machine = execution.request().stateMachine();
        StateSources sources = StateSources.of(machine);
        String drawn =
                SvgDiagram.of(machine)
                        .withOverlay(RunOverlay.of(execution, selected))
                        .selecting(shown)
                        .linking(
                                name ->
                                        places.nearest(name, selected)
                                                .map(it -> selection.event(it.enteredEvent()))
                                                .orElseGet(() -> selection.state(selected, name)))
                        .draw();
        String timeline =
                TimelineDiagram.of(execution).selecting(selected).linking(selection::event).draw();
        return new RunView(
                selection.self(),
                new RawString(drawn),
                new RawString(timeline),
                EventTable.of(events, places, selected),
                EventView.of(execution, places, recording, sources, selected),
                steps(events, selected, selection),
                selection.event().isEmpty() && chosen.isEmpty(),
                unreached,
                places);
    }

    private static Steps steps(List<HistoryEvent> events, long selected, RunSelection selection) {
        long last = events.size();
        return new Steps(
                link(1, selected, selection),
                events.stream()
                        .filter(it -> it.type().isStateEntered() && it.id() < selected)
                        .reduce((earlier, later) -> later)
                        .map(it -> selection.event(it.id()))
                        .orElse(""),
                link(Math.max(1, selected - 1), selected, selection),
                link(Math.min(last, selected + 1), selected, selection),
                events.stream()
                        .filter(it -> it.type().isStateEntered() && it.id() > selected)
                        .findFirst()
                        .map(it -> selection.event(it.id()))
                        .orElse(""),
                link(last, selected, selection));
    }

    private static String link(long to, long selected, RunSelection selection) {
        return to == selected ? "" : selection.event(to);
    }
}

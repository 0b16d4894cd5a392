package dev.statecraft.web.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.statecraft.asl.State;
import dev.statecraft.diagram.trace.EventPlaces;
import dev.statecraft.diagram.trace.EventPlaces.Place;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.Recording;
import dev.statecraft.engine.Recording.Stage;
import dev.statecraft.engine.history.ExecutionHistory;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.engine.history.HistoryJson;
import dev.statecraft.web.Spans;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be seen at one event of an execution.
 *
 * @param stay which stay in the state this is, in words, where that is not plain
 * @param attempt which attempt of how many; empty if there is one only
 * @param stages why there are none is said in {@code noStages}
 * @param variables why there are none is said in {@code noVariables}
 */
record EventView(
        long id,
        String type,
        String tone,
        String at,
        String state,
        String stateType,
        String stay,
        String attempt,
        List<StageView> stages,
        String noStages,
        List<Variable> variables,
        String noVariables,
        JsonLines json) {

    /** @param fresh true if this event has set it */
    record Variable(String name, JsonLines value, boolean fresh) {}

    static EventView of(
            Execution execution,
            EventPlaces places,
            Optional<Recording> recording,
            StateSources sources,
            long id) {
        ExecutionHistory history = execution.history();
        HistoryEvent event = history.event(id);
        Optional<Place> place = places.of(id);
        String name = place.map(Place::state).orElse("");
        Optional<State> state = sources.state(name);
        List<Stage> all =
                recording.isPresent() && place.isPresent()
                        ? recording.get().stages(place.get().enteredEvent())
                        : List.of();
        int retry = retryAt(all, id);
        JsonNode source = sources.source(name).orElse(MissingNode.getInstance());
        List<StageView> stages =
                state.isEmpty()
                        ? place.isEmpty() ? StageView.of(event, execution) : List.of()
                        : StageView.of(
                                ofAttempt(all, retry),
                                state.get(),
                                source,
                                id,
                                failure(places, place.get(), history, retry));
        Map<String, JsonNode> variables = variables(recording, places, history, id);
        Map<String, JsonNode> before =
                id == 1 ? Map.of() : variables(recording, places, history, event.previousId());
        return new EventView(
                id,
                event.type().name(),
                EventTable.tone(event.type().name()),
                Spans.inWords(
                        Duration.between(
                                history.events().getFirst().timestamp(), event.timestamp())),
                name,
                state.map(State::type).orElse(""),
                stay(place, places),
                attempt(all, retry),
                stages,
                noStages(place, recording),
                listed(variables, before),
                variables.isEmpty() ? noVariables(sources, recording) : "",
                JsonLines.of(new HistoryJson(history).of(event)));
    }

    /** An attempt's first stages follow on the failure of the one before, and so belong to the event after it. */
    private static int retryAt(List<Stage> all, long event) {
        return all.stream()
                .filter(it -> it.afterEvent() < event)
                .mapToInt(Stage::retry)
                .max()
                .orElse(0);
    }

    private static List<Stage> ofAttempt(List<Stage> all, int retry) {
        List<Stage> stages = new ArrayList<>();
        for (Stage stage : all) {
            if (stage.name().equals("input") || stage.retry() == retry) {
                stages.add(stage);
            }
        }
        return stages;
    }

    /** The failure that ended an attempt: each attempt but a successful last one ends with one. */
    private static Optional<HistoryEvent> failure(
            EventPlaces places, Place place, ExecutionHistory history, int retry) {
        long end = place.endedEvent().orElse((long) history.events().size());
        List<HistoryEvent> failures =
                history.events().subList((int) place.enteredEvent() - 1, (int) end).stream()
                        .filter(it -> places.of(it.id()).equals(Optional.of(place)))
                        .filter(it -> EventTable.tone(it.type().name()).equals("bad"))
                        .toList();
        return retry < failures.size() ? Optional.of(failures.get(retry)) : Optional.empty();
    }

    private static String attempt(List<Stage> all, int retry) {
        int last = all.stream().mapToInt(Stage::retry).max().orElse(0);
        return last == 0 ? "" : "attempt " + (retry + 1) + " of " + (last + 1);
    }

    private static String stay(Optional<Place> place, EventPlaces places) {
        if (place.isEmpty()) {
            return "";
        }
        if (place.get().iteration().isPresent()) {
            return "item " + place.get().iteration().getAsInt();
        }
        List<Place> stays = places.in(place.get().state());
        return stays.size() == 1
                ? ""
                : "visit " + (stays.indexOf(place.get()) + 1) + " of " + stays.size();
    }

    private static String noStages(Optional<Place> place, Optional<Recording> recording) {
        if (place.isEmpty()) {
            return "This event is about the execution as a whole, so no state processes anything here.";
        }
        return recording.isEmpty() ? "The stages of this execution were not recorded." : "";
    }

    /** What could be read after an event: as the last entering or leaving of a state on the way to it left them. */
    private static Map<String, JsonNode> variables(
            Optional<Recording> recording, EventPlaces places, ExecutionHistory history, long id) {
        if (recording.isEmpty() || id < 1) {
            return Map.of();
        }
        Optional<Place> place = places.of(id);
        if (place.isPresent()) {
            boolean ended =
                    place.get().endedEvent().filter(end -> end <= id).isPresent()
                            && history.event(id).type().isStateExited();
            return recording.get().variables(ended ? id : place.get().enteredEvent());
        }
        HistoryEvent event = history.event(id);
        return event.previousId() == 0
                ? Map.of()
                : variables(recording, places, history, event.previousId());
    }

    private static List<Variable> listed(
            Map<String, JsonNode> variables, Map<String, JsonNode> before) {
        return variables.entrySet().stream()
                .map(
                        it ->
                                new Variable(
                                        it.getKey(),
                                        JsonLines.of(it.getValue()),
                                        !it.getValue().equals(before.get(it.getKey()))))
                .toList();
    }

    private static String noVariables(StateSources sources, Optional<Recording> recording) {
        if (recording.isEmpty()) {
            return "The variables of this execution were not recorded.";
        }
        return sources.assigns()
                ? "No variable has been assigned on the way to this event."
                : "No state of this workflow has an Assign field, so there are no variables.";
    }
}

package dev.statecraft.web.runs;

import dev.statecraft.diagram.trace.EventPlaces;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.sandbox.Call;
import dev.statecraft.web.Spans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One call that a task made, and its answer.
 *
 * @param event the event after which it was made
 * @param here true if the selected event belongs to it
 */
record CallView(
        long event,
        String url,
        String target,
        int number,
        String by,
        String at,
        String took,
        JsonLines request,
        JsonLines response,
        String error,
        String cause,
        boolean faulty,
        boolean here,
        boolean later) {
    private static final int MOST = 30;
    private static final JsonLines NOTHING = new JsonLines(List.of(), "");

    /** The calls of a run that was computed again, around the selected event; of very many, those nearest to it. */
    static List<CallView> of(RecordedRun run, RunSelection selection, long selected) {
        List<Call> calls = run.replay().account().calls();
        List<Long> events = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            events.add(run.eventOfCall(i));
        }
        return of(calls, events, run.replay().execution(), selection, selected);
    }

    /** The calls of an execution of which only the history is known: each task that was scheduled made one. */
    static List<CallView> of(
            List<Call> calls,
            Execution execution,
            EventPlaces places,
            RunSelection selection,
            long selected) {
        Map<String, Deque<Long>> scheduled = new HashMap<>();
        for (HistoryEvent event : execution.history().events()) {
            if (event.type().name().endsWith("Scheduled")) {
                scheduled
                        .computeIfAbsent(places.stateAt(event.id()), state -> new ArrayDeque<>())
                        .add(event.id());
            }
        }
        List<Long> events = new ArrayList<>();
        for (Call call : calls) {
            boolean own = call.executionArn().equals(execution.request().executionArn());
            Deque<Long> its = scheduled.getOrDefault(call.stateName(), new ArrayDeque<>());
            events.add(
                    own && !its.isEmpty()
                            ? its.remove()
                            : events.isEmpty() ? 1L : events.getLast());
        }
        return of(calls, events, execution, selection, selected);
    }

    private static List<CallView> of(
            List<Call> calls,
            List<Long> events,
            Execution execution,
            RunSelection selection,
            long selected) {
        int now = (int) events.stream().filter(it -> it <= selected).count();
        int from = Math.max(0, Math.min(now - MOST / 2, calls.size() - MOST));
        List<CallView> views = new ArrayList<>();
        for (int i = from; i < Math.min(from + MOST, calls.size()); i++) {
            boolean here = i == now - 1 && events.get(i) == selected;
            views.add(of(calls.get(i), execution, selection, events.get(i), here, selected));
        }
        return views;
    }

    private static CallView of(
            Call call,
            Execution execution,
            RunSelection selection,
            long event,
            boolean here,
            long selected) {
        Instant start = execution.startDate();
        boolean nested = !call.executionArn().equals(execution.request().executionArn());
        return new CallView(
                event,
                selection.event(event),
                call.target(),
                call.number(),
                call.stateName()
                        + (call.attempt() > 0 ? ", retry " + call.attempt() : "")
                        + (nested ? ", in an execution that this one started" : ""),
                Spans.inWords(Duration.between(start, call.at())),
                call.duration().isZero() ? "" : Spans.inWords(call.duration()),
                JsonLines.of(call.request()),
                call.response().map(JsonLines::of).orElse(NOTHING),
                call.error().orElse(""),
                call.cause().orElse(""),
                call.faulty(),
                here,
                event > selected);
    }
}

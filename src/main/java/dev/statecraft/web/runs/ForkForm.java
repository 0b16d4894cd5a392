package dev.statecraft.web.runs;

import dev.statecraft.diagram.trace.EventPlaces;
import dev.statecraft.diagram.trace.EventPlaces.Place;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.sandbox.Call;
import dev.statecraft.sandbox.world.World;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be changed when a run is forked at the selected event.
 *
 * @param inputOf whose input would be another one: the name of a state, or empty for the whole execution
 * @param targets what calls can be made to go wrong, those that come next first
 * @param problem why the last try was not accepted; empty if there was none
 */
record ForkForm(
        long event,
        String inputOf,
        String input,
        List<Target> targets,
        List<Ask> asks,
        List<Person> people,
        String problem,
        String tried) {

    /** @param next the number of the first call that has not been made yet at the event */
    record Target(String name, int next) {}

    /** A task that waited, or waits, for somebody outside. */
    record Ask(String token, String state, String said) {}

    record Person(String name, String says) {}

    static ForkForm of(RecordedRun run, EventPlaces places, long event) {
        Execution execution = run.replay().execution();
        Optional<Place> place = places.of(event);
        return new ForkForm(
                event,
                place.map(Place::state).orElse(""),
                place.map(it -> inputOf(execution.history().event(it.enteredEvent())))
                        .orElseGet(() -> RunPage.pretty(execution.request().input())),
                targets(run, event),
                asks(run.replay(), event),
                people(run.replay().account().world()),
                "",
                "");
    }

    ForkForm refusing(String why, String change) {
        return new ForkForm(event, inputOf, input, targets, asks, people, why, change);
    }

    private static String inputOf(HistoryEvent entered) {
        return entered.details() instanceof EventDetails.StateEntered details
                ? RunPage.pretty(details.input())
                : "{}";
    }

    private static List<Target> targets(RecordedRun run, long event) {
        List<Call> calls = run.replay().account().calls();
        Map<String, Integer> next = new LinkedHashMap<>();
        Map<String, Integer> later = new LinkedHashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (run.eventOfCall(i) >= event) {
                later.putIfAbsent(call.target(), call.number());
            } else {
                next.put(call.target(), call.number() + 1);
            }
        }
        // What is still to be called in this run is what one most likely means.
        Map<String, Integer> all = new LinkedHashMap<>(later);
        next.forEach(all::putIfAbsent);
        run.replay().account().world().functions().keySet().forEach(it -> all.putIfAbsent(it, 1));
        List<Target> targets = new ArrayList<>();
        all.forEach((name, number) -> targets.add(new Target(name, number)));
        return targets;
    }

    private static List<Ask> asks(Replay replay, long event) {
        List<Ask> asks = new ArrayList<>();
        for (Replay.Given given : replay.given()) {
            if (given.eventsBefore() >= event && !given.state().isEmpty()) {
                asks.add(
                        new Ask(
                                String.valueOf(given.signal().token),
                                given.state(),
                                "was answered with " + given.signal().payload));
            }
        }
        for (Execution.PendingTask task : replay.account().pendingTasks()) {
            if (task.external()) {
                asks.add(new Ask(task.taskToken(), task.stateName(), "waits"));
            }
        }
        return asks;
    }

    private static List<Person> people(World world) {
        return world.people().values().stream()
                .filter(it -> !it.outside() && !it.answers().isEmpty())
                .map(it -> new Person(it.name(), it.says()))
                .toList();
    }
}

package dev.statecraft.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.diagram.TimelineDiagram;
import dev.statecraft.engine.EventDetails;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionHistory;
import dev.statecraft.engine.HistoryEvent;
import dev.statecraft.engine.HistoryJson;
import dev.statecraft.engine.ObjectStore.StoredObject;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.Call;
import dev.statecraft.sandbox.EffectRecord;
import dev.statecraft.sandbox.Messages;
import dev.statecraft.sandbox.Pictures;

import io.quarkus.qute.RawString;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a run's page shows, with one event selected. */
record RunPage(
        String id,
        String scenario,
        String status,
        String statusMark,
        String ending,
        String took,
        boolean faithful,
        RawString graph,
        RawString timeline,
        List<Row> rows,
        Selected selected,
        List<Pending> pending,
        String nextDue,
        List<Picture> pictures,
        List<Call> calls,
        List<EffectRecord> effects,
        List<Messages.Message> messages,
        String input,
        String output,
        List<String> faults,
        String token) {
    private static final ObjectWriter PRETTY = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private static final int MOST_ROWS = 400;

    /** @param tone {@code ok}, {@code bad}, {@code wait} or {@code plain} */
    record Row(
            long id,
            long previous,
            String type,
            String state,
            String at,
            String tone,
            String mark,
            boolean selected) {}

    /** The selected event. */
    record Selected(
            long id,
            long last,
            long previous,
            long next,
            String type,
            String state,
            String at,
            String json,
            String stateInput,
            String stateOutput) {}

    record Pending(String state, String token, String since, String request, String limit) {}

    record Picture(String bucket, String key, String url, String size) {}

    static RunPage of(StoredRun stored, Replay replay, Optional<Long> wanted, String token) {
        Execution execution = replay.execution();
        ExecutionHistory history = execution.history();
        long last = history.events().size();
        long selected = wanted.map(it -> Math.clamp(it, 1, last)).orElse(last);
        Map<Long, String> states = statesOf(history);
        String drawn =
                SvgDiagram.of(replay.machine())
                        .withOverlay(RunOverlay.of(execution, selected))
                        .selecting(states.getOrDefault(selected, ""))
                        .linking(name -> "/runs/" + stored.id + "?e=" + firstEventOf(history, name))
                        .draw();
        String timeline =
                TimelineDiagram.of(execution)
                        .selecting(selected)
                        .linking(event -> "/runs/" + stored.id + "?e=" + event)
                        .draw();
        return new RunPage(
                stored.id,
                stored.scenario == null ? "" : stored.scenario,
                execution.status().name(),
                mark(execution),
                ending(execution),
                Spans.inWords(
                        Duration.between(
                                execution.startDate(),
                                execution.stopDate().orElse(replay.account().now()))),
                replay.faithful(),
                new RawString(drawn),
                new RawString(timeline),
                rows(history, states, selected),
                selected(history, states, selected, last),
                pending(execution, replay.account()),
                replay.account()
                        .nextDue()
                        .map(due -> Spans.inWords(Duration.between(replay.account().now(), due)))
                        .orElse(""),
                pictures(stored, replay.account()),
                replay.account().calls(),
                replay.account().effects(),
                replay.account().messages().sent(),
                stored.input,
                execution.output().map(RunPage::pretty).orElse(""),
                dev.statecraft.sandbox.FaultReader.read(Replay.json(stored.faults))
                        .faults()
                        .stream()
                        .map(dev.statecraft.sandbox.Fault::describe)
                        .toList(),
                token);
    }

    static String mark(Execution execution) {
        return switch (execution.status()) {
            case SUCCEEDED -> "✓";
            case FAILED, TIMED_OUT, ABORTED -> "✕";
            case RUNNING -> "◷";
        };
    }

    static String ending(Execution execution) {
        String why =
                execution
                        .error()
                        .map(it -> it + execution.cause().map(cause -> ": " + cause).orElse(""))
                        .orElse("");
        return switch (execution.status()) {
            case SUCCEEDED -> "";
            case RUNNING -> "The run waits.";
            case FAILED, TIMED_OUT, ABORTED -> why.isEmpty() ? "No error was given." : why;
        };
    }

    /** The state that each event belongs to, found along the chain of previous events. */
    private static Map<Long, String> statesOf(ExecutionHistory history) {
        Map<Long, String> states = new HashMap<>();
        for (HistoryEvent event : history.events()) {
            String own =
                    switch (event.details()) {
                        case EventDetails.StateEntered entered -> entered.name();
                        case EventDetails.StateExited exited -> exited.name();
                        case EventDetails.Iteration iteration -> iteration.name();
                        default -> states.getOrDefault(event.previousId(), "");
                    };
            boolean whole = event.type().name().startsWith("Execution");
            states.put(event.id(), whole ? "" : own);
        }
        return states;
    }

    private static long firstEventOf(ExecutionHistory history, String state) {
        return history.events().stream()
                .filter(
                        it ->
                                it.details() instanceof EventDetails.StateEntered entered
                                        && entered.name().equals(state))
                .mapToLong(HistoryEvent::id)
                .findFirst()
                .orElse(1);
    }

    private static List<Row> rows(
            ExecutionHistory history, Map<Long, String> states, long selected) {
        List<Row> rows = new ArrayList<>();
        Instant start = history.events().getFirst().timestamp();
        long from =
                Math.max(
                        1,
                        Math.min(
                                selected - MOST_ROWS / 2, history.events().size() - MOST_ROWS + 1));
        for (HistoryEvent event : history.events()) {
            if (event.id() >= from && rows.size() < MOST_ROWS) {
                String tone = tone(event.type().name());
                rows.add(
                        new Row(
                                event.id(),
                                event.previousId(),
                                event.type().name(),
                                states.getOrDefault(event.id(), ""),
                                Spans.inWords(Duration.between(start, event.timestamp())),
                                tone,
                                tone.equals("ok")
                                        ? "✓"
                                        : tone.equals("bad")
                                                ? "✕"
                                                : tone.equals("wait") ? "◷" : "·",
                                event.id() == selected));
            }
        }
        return rows;
    }

    private static String tone(String type) {
        if (type.endsWith("Failed") || type.endsWith("TimedOut") || type.endsWith("Aborted")) {
            return "bad";
        }
        if (type.endsWith("Succeeded")) {
            return "ok";
        }
        return type.startsWith("Wait") || type.endsWith("Submitted") ? "wait" : "plain";
    }

    private static Selected selected(
            ExecutionHistory history, Map<Long, String> states, long id, long last) {
        HistoryEvent event = history.event(id);
        String state = states.getOrDefault(id, "");
        Duration at = Duration.between(history.events().getFirst().timestamp(), event.timestamp());
        return new Selected(
                id,
                last,
                Math.max(1, id - 1),
                Math.min(last, id + 1),
                event.type().name(),
                state,
                Spans.inWords(at),
                pretty(new HistoryJson(history).of(event)),
                around(history, state, id, true),
                around(history, state, id, false));
    }

    /** The input of the last stay in {@code state} before the event, or the output of the first stay that ends after it. */
    private static String around(ExecutionHistory history, String state, long id, boolean input) {
        String found = "";
        for (HistoryEvent event : history.events()) {
            if (input
                    && event.id() <= id
                    && event.details() instanceof EventDetails.StateEntered entered
                    && entered.name().equals(state)) {
                found = pretty(entered.input());
            }
            if (!input
                    && event.id() >= id
                    && event.details() instanceof EventDetails.StateExited exited
                    && exited.name().equals(state)) {
                return pretty(exited.output());
            }
        }
        return found;
    }

    private static List<Pending> pending(Execution execution, Account account) {
        return execution.pendingTasks().stream()
                .filter(Execution.PendingTask::external)
                .map(
                        task ->
                                new Pending(
                                        task.stateName(),
                                        task.taskToken(),
                                        Spans.inWords(
                                                Duration.between(
                                                        execution.startDate(), task.since())),
                                        pretty(task.input()),
                                        task.timesOutAt()
                                                .map(
                                                        limit ->
                                                                Spans.inWords(
                                                                        Duration.between(
                                                                                account.now(),
                                                                                limit)))
                                                .orElse("")))
                .toList();
    }

    private static List<Picture> pictures(StoredRun stored, Account account) {
        List<Picture> pictures = new ArrayList<>();
        for (String bucket : account.buckets().names()) {
            for (StoredObject object : account.buckets().list(bucket, "")) {
                byte[] body = account.buckets().get(bucket, object.key()).orElseThrow();
                if (Pictures.mediaTypeOf(body).isPresent()) {
                    pictures.add(
                            new Picture(
                                    bucket,
                                    object.key(),
                                    "/runs/"
                                            + stored.id
                                            + "/objects/"
                                            + Addresses.part(bucket)
                                            + "/"
                                            + Addresses.path(object.key()),
                                    Pictures.widthOf(body).orElse(0)
                                            + " px wide, "
                                            + object.size()
                                            + " bytes"));
                }
            }
        }
        return pictures;
    }

    static String pretty(JsonNode json) {
        try {
            return PRETTY.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can be written", e);
        }
    }
}

package dev.statecraft.web.runs;

import dev.statecraft.diagram.trace.EventPlaces;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.web.Spans;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of a history's events: the one on which the selected event is.
 *
 * @param earlier the last event of the page before, if there is one
 * @param later the first event of the page after
 */
record EventTable(List<Row> rows, int all, Optional<Long> earlier, Optional<Long> later) {
    static final int PAGE = 200;

    /**
     * One event.
     *
     * @param tone {@code ok}, {@code bad}, {@code wait} or {@code plain}
     * @param about what the event is about beside its state, such as an error's name
     */
    record Row(
            long id,
            String type,
            String state,
            String about,
            String at,
            String tone,
            String mark,
            boolean selected,
            boolean later) {}

    static EventTable of(List<HistoryEvent> events, EventPlaces places, long selected) {
        int page = (int) ((selected - 1) / PAGE);
        int from = page * PAGE;
        int to = Math.min(from + PAGE, events.size());
        Instant start = events.getFirst().timestamp();
        return new EventTable(
                events.subList(from, to).stream()
                        .map(event -> row(event, places, start, selected))
                        .toList(),
                events.size(),
                from == 0 ? Optional.empty() : Optional.of((long) from),
                to == events.size() ? Optional.empty() : Optional.of(to + 1L));
    }

    public long first() {
        return rows.getFirst().id();
    }

    public long last() {
        return rows.getLast().id();
    }

    public boolean isPaged() {
        return all > PAGE;
    }

    static Row row(HistoryEvent event, EventPlaces places, Instant start, long selected) {
        String tone = tone(event.type().name());
        return new Row(
                event.id(),
                event.type().name(),
                places.stateAt(event.id()),
                about(event, places),
                Spans.inWords(Duration.between(start, event.timestamp())),
                tone,
                mark(tone),
                event.id() == selected,
                event.id() > selected);
    }

    static String tone(String type) {
        if (type.endsWith("Failed") || type.endsWith("TimedOut") || type.endsWith("Aborted")) {
            return "bad";
        }
        if (type.endsWith("Succeeded")) {
            return "ok";
        }
        return type.startsWith("Wait") || type.endsWith("Submitted") ? "wait" : "plain";
    }

    private static String mark(String tone) {
        return switch (tone) {
            case "ok" -> "✓";
            case "bad" -> "✕";
            case "wait" -> "◷";
            default -> "·";
        };
    }

    private static String about(HistoryEvent event, EventPlaces places) {
        String item =
                places.of(event.id())
                        .filter(it -> it.iteration().isPresent())
                        .map(it -> "item " + it.iteration().getAsInt())
                        .orElse("");
        return switch (event.details()) {
            case EventDetails.Failure failure -> failure.error().orElse(item);
            case EventDetails.TaskFailure failure -> failure.error().orElse(item);
            case EventDetails.EvaluationFailure failure -> failure.error();
            case EventDetails.Iteration iteration -> "item " + iteration.index();
            case EventDetails.MapStarted map -> map.length() + " items";
            default -> item;
        };
    }
}

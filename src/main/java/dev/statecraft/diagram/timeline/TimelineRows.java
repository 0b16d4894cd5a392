package dev.statecraft.diagram.timeline;

import dev.statecraft.diagram.Captions;
import dev.statecraft.diagram.Durations;
import dev.statecraft.diagram.StateStatus;
import dev.statecraft.diagram.timeline.TimelineRow.Bar;
import dev.statecraft.diagram.timeline.TimelineRow.Kind;
import dev.statecraft.diagram.trace.Attempt;
import dev.statecraft.diagram.trace.Stay;
import dev.statecraft.diagram.trace.StayKind;
import dev.statecraft.diagram.trace.StayStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Orders the stays of an execution into rows. */
final class TimelineRows {
    private static final int MOST_ROWS = 150;
    private static final int MOST_ITERATIONS = 12;

    private final StayStatus statuses;
    private final Map<Stay, List<Stay>> inside = new LinkedHashMap<>();
    private final List<TimelineRow> rows = new ArrayList<>();

    private TimelineRows(StayStatus statuses) {
        this.statuses = statuses;
    }

    static List<TimelineRow> of(List<Stay> stays, StayStatus statuses) {
        var builder = new TimelineRows(statuses);
        List<Stay> outermost = new ArrayList<>();
        for (Stay stay : stays) {
            stay.parent()
                    .ifPresentOrElse(
                            parent ->
                                    builder.inside
                                            .computeIfAbsent(parent, p -> new ArrayList<>())
                                            .add(stay),
                            () -> outermost.add(stay));
        }
        builder.addStates(0, outermost);
        return builder.rows;
    }

    private void addStates(int depth, List<Stay> stays) {
        Map<String, List<Stay>> byState =
                stays.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Stay::state, LinkedHashMap::new, Collectors.toList()));
        byState.forEach(
                (state, its) -> {
                    add(new TimelineRow(depth, state, Optional.of(statuses.ofAll(its)), bars(its)));
                    addInside(depth + 1, its);
                });
    }

    private void add(TimelineRow row) {
        // The table of events is the place for the rest; a picture of thousands of rows says
        // nothing.
        if (rows.size() < MOST_ROWS) {
            rows.add(row);
        }
    }

    private void addInside(int depth, List<Stay> outer) {
        List<Stay> all =
                outer.stream()
                        .flatMap(stay -> inside.getOrDefault(stay, List.of()).stream())
                        .toList();
        if (all.isEmpty()) {
            return;
        }
        if (outer.getFirst().kind() == StayKind.MAP) {
            addIterations(depth, all);
        } else {
            branches(all).forEach(branch -> addStates(depth, branch));
        }
    }

    /** The stays of each branch of a Parallel: those to which the same first stay has led. */
    private static Collection<List<Stay>> branches(List<Stay> all) {
        Map<Stay, Stay> first = new HashMap<>();
        // In the order of entering, so that the stay from which one came is known already.
        all.forEach(stay -> first.put(stay, stay.origin().map(first::get).orElse(stay)));
        Map<String, List<Stay>> branches =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        stay -> first.get(stay).state(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return branches.values();
    }

    private void addIterations(int depth, List<Stay> all) {
        Map<Integer, List<Stay>> byIndex =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Stay::iteration, TreeMap::new, Collectors.toList()));
        List<Integer> shown = shown(byIndex);
        shown.forEach(index -> addIteration(depth, index, byIndex.get(index)));
        int hidden = byIndex.size() - shown.size();
        if (hidden > 0) {
            List<Stay> rest =
                    byIndex.entrySet().stream()
                            .filter(entry -> !shown.contains(entry.getKey()))
                            .flatMap(entry -> entry.getValue().stream())
                            .toList();
            add(
                    new TimelineRow(
                            depth,
                            "and " + Captions.counted(hidden, "more item", "more items"),
                            Optional.of(statuses.ofAll(rest)),
                            bars(rest)));
        }
    }

    /** All iterations, or of many the first ones and those that failed. */
    private List<Integer> shown(Map<Integer, List<Stay>> byIndex) {
        return byIndex.keySet().stream()
                .sorted(
                        Comparator.comparing(
                                        (Integer index) ->
                                                statuses.ofAll(byIndex.get(index))
                                                        != StateStatus.FAILED)
                                .thenComparing(Comparator.naturalOrder()))
                .limit(byIndex.size() <= MOST_ITERATIONS + 1 ? byIndex.size() : MOST_ITERATIONS)
                .sorted()
                .toList();
    }

    private void addIteration(int depth, int index, List<Stay> stays) {
        boolean flat = stays.stream().noneMatch(inside::containsKey);
        add(
                new TimelineRow(
                        depth,
                        "item " + index,
                        Optional.of(statuses.ofAll(stays)),
                        flat ? bars(stays) : List.of()));
        if (!flat) {
            addStates(depth + 1, stays);
        }
    }

    private List<Bar> bars(List<Stay> stays) {
        return stays.stream().flatMap(stay -> bars(stay).stream()).toList();
    }

    private List<Bar> bars(Stay stay) {
        StateStatus status = statuses.of(stay);
        return switch (stay.kind()) {
            case PASS, CHOICE, SUCCEED, FAIL -> List.of(whole(Kind.INSTANT, stay, status));
            case WAIT -> List.of(whole(Kind.WAIT, stay, status));
            case PARALLEL, MAP -> List.of(whole(Kind.SPAN, stay, status));
            case TASK ->
                    stay.attempts().isEmpty()
                            ? List.of(whole(Kind.INSTANT, stay, status))
                            : attempts(stay, status);
        };
    }

    private static Bar whole(Kind kind, Stay stay, StateStatus status) {
        return new Bar(
                kind,
                status,
                stay.enteredEventId(),
                stay.endedEventId(),
                stay.state() + ", " + status.words() + took(stay.from(), stay.to()),
                "");
    }

    private static List<Bar> attempts(Stay stay, StateStatus status) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < stay.attempts().size(); i++) {
            Attempt attempt = stay.attempts().get(i);
            bars.add(
                    new Bar(
                            Kind.ATTEMPT,
                            status(attempt, stay, i, status),
                            attempt.firstEventId(),
                            attempt.lastEventId(),
                            words(stay, i),
                            ""));
            attempt.lastEventId()
                    .flatMap(last -> backoff(stay, attempt, last))
                    .ifPresent(bars::add);
        }
        return bars;
    }

    private static StateStatus status(Attempt attempt, Stay stay, int index, StateStatus whole) {
        boolean last = index == stay.attempts().size() - 1;
        return switch (attempt.outcome()) {
            case RUNNING -> StateStatus.RUNNING;
            case WAITING -> StateStatus.WAITING;
            case SUCCEEDED -> StateStatus.SUCCEEDED;
            case FAILED, TIMED_OUT ->
                    last && whole == StateStatus.CAUGHT ? StateStatus.CAUGHT : StateStatus.FAILED;
            case ABORTED -> StateStatus.ABORTED;
        };
    }

    private static Optional<Bar> backoff(Stay stay, Attempt failed, long lastEvent) {
        int next = stay.attempts().indexOf(failed) + 1;
        if (next >= stay.attempts().size()) {
            return Optional.empty();
        }
        Attempt again = stay.attempts().get(next);
        String length = failed.to().map(from -> span(from, again.from())).orElse("");
        return Optional.of(
                new Bar(
                        Kind.BACKOFF,
                        StateStatus.WAITING,
                        lastEvent,
                        Optional.of(again.firstEventId()),
                        "back-off, " + length,
                        length));
    }

    private static String words(Stay stay, int index) {
        Attempt attempt = stay.attempts().get(index);
        String which = stay.attempts().size() > 1 ? ", attempt " + (index + 1) : "";
        String outcome =
                switch (attempt.outcome()) {
                    case RUNNING -> "running";
                    case WAITING -> "waiting for an answer";
                    case SUCCEEDED -> "succeeded";
                    case FAILED -> "failed";
                    case TIMED_OUT -> "timed out";
                    case ABORTED -> "stopped";
                };
        String error = attempt.error().map(name -> " with " + name).orElse("");
        return stay.state() + which + ", " + outcome + error + took(attempt.from(), attempt.to());
    }

    private static String took(Instant from, Optional<Instant> to) {
        return to.map(end -> ", " + span(from, end)).orElse("");
    }

    private static String span(Instant from, Instant to) {
        return Durations.wordsOfMillis(Duration.between(from, to).toMillis());
    }
}

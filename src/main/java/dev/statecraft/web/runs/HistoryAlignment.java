package dev.statecraft.web.runs;

import dev.statecraft.diagram.trace.EventPlaces;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.HistoryEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two histories beside each other. Up to the first divergence they are the same, event for event; after it, what happened in
 * both stands in one row, and what happened in one only has a row of its own.
 *
 * @param firstDifference number of the row, from 1, in which they differ first; none if they never do
 */
public record HistoryAlignment(List<Row> rows, Optional<Integer> firstDifference) {
    /** Beyond this, events are put beside each other by their number. */
    private static final int MOST_TO_MATCH = 600;

    /**
     * @param same true if it is the same event in both: type, details and moment
     */
    public record Row(Optional<HistoryEvent> left, Optional<HistoryEvent> right, boolean same) {}

    public static HistoryAlignment of(Execution left, Execution right) {
        Side a = Side.of(left);
        Side b = Side.of(right);
        List<Row> rows = new ArrayList<>();
        int common = 0;
        int shorter = Math.min(a.size(), b.size());
        while (common < shorter && same(a.contents.get(common), b.contents.get(common))) {
            rows.add(row(a, common, b, common));
            common++;
        }
        Optional<Integer> first =
                common == a.size() && common == b.size()
                        ? Optional.empty()
                        : Optional.of(common + 1);
        addRest(a, b, common, rows);
        return new HistoryAlignment(List.copyOf(rows), first);
    }

    private static void addRest(Side a, Side b, int from, List<Row> rows) {
        int i = from;
        int j = from;
        int endA = Math.min(a.size(), from + MOST_TO_MATCH);
        int endB = Math.min(b.size(), from + MOST_TO_MATCH);
        int[][] longest = longest(a, b, from, endA, endB);
        while (i < endA && j < endB) {
            if (a.kinds.get(i).equals(b.kinds.get(j))) {
                rows.add(row(a, i++, b, j++));
            } else if (longest[i - from + 1][j - from] >= longest[i - from][j - from + 1]) {
                rows.add(new Row(Optional.of(a.events.get(i++)), Optional.empty(), false));
            } else {
                rows.add(new Row(Optional.empty(), Optional.of(b.events.get(j++)), false));
            }
        }
        while (i < a.size() || j < b.size()) {
            rows.add(
                    new Row(
                            i < a.size() ? Optional.of(a.events.get(i++)) : Optional.empty(),
                            j < b.size() ? Optional.of(b.events.get(j++)) : Optional.empty(),
                            false));
        }
    }

    /** How many events can be matched from each pair of places on. */
    private static int[][] longest(Side a, Side b, int from, int endA, int endB) {
        int[][] longest = new int[endA - from + 1][endB - from + 1];
        for (int i = endA - 1; i >= from; i--) {
            for (int j = endB - 1; j >= from; j--) {
                longest[i - from][j - from] =
                        a.kinds.get(i).equals(b.kinds.get(j))
                                ? longest[i - from + 1][j - from + 1] + 1
                                : Math.max(
                                        longest[i - from + 1][j - from],
                                        longest[i - from][j - from + 1]);
            }
        }
        return longest;
    }

    private static Row row(Side a, int i, Side b, int j) {
        return new Row(
                Optional.of(a.events.get(i)),
                Optional.of(b.events.get(j)),
                same(a.contents.get(i), b.contents.get(j)));
    }

    // A number that was computed and one that was read may be of different types, and are written
    // alike.
    private static boolean same(Content a, Content b) {
        return a.equals(b) || a.toString().equals(b.toString());
    }

    /**
     * All that can differ in an event: its number and that of the event before it only follow from what came before.
     */
    private record Content(String kind, Duration sinceStart, EventDetails details) {}

    /**
     * @param kinds what an event is, without its details: by this, events are matched
     */
    private record Side(List<HistoryEvent> events, List<String> kinds, List<Content> contents) {
        public static Side of(Execution execution) {
            List<HistoryEvent> events = execution.history().events();
            EventPlaces places = EventPlaces.of(events);
            List<String> kinds = new ArrayList<>();
            List<Content> contents = new ArrayList<>();
            for (HistoryEvent event : events) {
                String kind = event.type() + " " + places.stateAt(event.id());
                kinds.add(kind);
                contents.add(
                        new Content(
                                kind,
                                Duration.between(execution.startDate(), event.timestamp()),
                                event.details()));
            }
            return new Side(events, kinds, contents);
        }

        int size() {
            return events.size();
        }
    }
}

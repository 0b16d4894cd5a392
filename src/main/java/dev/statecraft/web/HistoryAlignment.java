package dev.statecraft.web;

import dev.statecraft.diagram.EventPlaces;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.engine.history.HistoryJson;

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
record HistoryAlignment(List<Row> rows, Optional<Integer> firstDifference) {
    /** Beyond this, events are put beside each other by their number. */
    private static final int MOST_TO_MATCH = 600;

    /**
     * @param same true if it is the same event in both: type, details and moment
     */
    record Row(Optional<HistoryEvent> left, Optional<HistoryEvent> right, boolean same) {}

    static HistoryAlignment of(Execution left, Execution right) {
        Side a = Side.of(left);
        Side b = Side.of(right);
        List<Row> rows = new ArrayList<>();
        int common = 0;
        int shorter = Math.min(a.size(), b.size());
        while (common < shorter && a.texts.get(common).equals(b.texts.get(common))) {
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
                a.texts.get(i).equals(b.texts.get(j)));
    }

    /**
     * @param kinds what an event is, without its details: by this, events are matched
     * @param texts all that can differ in an event, but for its number
     */
    private record Side(List<HistoryEvent> events, List<String> kinds, List<String> texts) {
        static Side of(Execution execution) {
            List<HistoryEvent> events = execution.history().events();
            EventPlaces places = EventPlaces.of(events);
            var json = new HistoryJson(execution.history());
            List<String> kinds = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (HistoryEvent event : events) {
                String kind = event.type() + " " + places.stateAt(event.id());
                kinds.add(kind);
                texts.add(
                        kind
                                + " "
                                + Duration.between(execution.startDate(), event.timestamp())
                                + " "
                                + json.of(event)
                                        .without(List.of("id", "previousEventId", "timestamp")));
            }
            return new Side(events, kinds, texts);
        }

        int size() {
            return events.size();
        }
    }
}

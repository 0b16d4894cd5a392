package dev.statecraft.web.runs;

import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.diagram.timeline.TimelineDiagram;
import dev.statecraft.diagram.trace.EventPlaces;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.engine.history.HistoryJson;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.web.Spans;

import io.quarkus.qute.RawString;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Two runs beside each other, with one row of their aligned histories selected.
 *
 * @param folded how many rows at the beginning are the same and left out
 */
record ComparisonPage(
        String self,
        Side left,
        Side right,
        List<String> causes,
        List<Row> rows,
        int folded,
        int selected,
        int last,
        Optional<Integer> firstDifference,
        String previous,
        String next,
        String difference,
        String verdict) {
    private static final int MOST_ROWS = 200;
    private static final int SHOWN_BEFORE = 3;

    /** One of the two runs, at the selected row. */
    record Side(
            String id,
            String status,
            String mark,
            String took,
            int events,
            String ending,
            RawString graph,
            RawString timeline,
            long event,
            String title,
            Optional<JsonLines> json,
            Optional<JsonLines> output) {}

    /** @param word {@code First} or {@code Second} */
    record Named(String word, Side side) {}

    public List<Named> sides() {
        return List.of(new Named("First", left), new Named("Second", right));
    }

    record Row(
            int number,
            String href,
            Cell left,
            Cell right,
            boolean different,
            boolean first,
            boolean selected) {}

    /** @param href the event in its own run; empty if nothing stands here */
    record Cell(String href, String text, String at, String tone) {}

    static ComparisonPage of(StoredRun a, Replay left, StoredRun b, Replay right, String wanted) {
        String self = "/runs/" + a.id + "/vs/" + b.id;
        HistoryAlignment alignment = HistoryAlignment.of(left.execution(), right.execution());
        int last = alignment.rows().size();
        int first = alignment.firstDifference().orElse(last);
        int selected =
                wanted.matches("[0-9]{1,9}")
                        ? Math.clamp(Integer.parseInt(wanted), 1, last)
                        : first;
        int from = Math.max(1, Math.min(first, selected) - SHOWN_BEFORE);
        return new ComparisonPage(
                self,
                side(a.id, left, right, alignment, selected, self, true),
                side(b.id, right, left, alignment, selected, self, false),
                causes(a, b),
                rows(a.id, left, b.id, right, alignment, from, selected, self),
                from - 1,
                selected,
                last,
                alignment.firstDifference(),
                self + "?e=" + Math.max(1, selected - 1),
                self + "?e=" + Math.min(last, selected + 1),
                self + "?e=" + first,
                verdict(alignment, left.execution(), right.execution()));
    }

    private static String verdict(HistoryAlignment alignment, Execution left, Execution right) {
        if (alignment.firstDifference().isEmpty()) {
            return "The two histories are the same, event for event.";
        }
        int first = alignment.firstDifference().get();
        String same =
                first == 1
                        ? "The runs differ from the first event on"
                        : "The runs are the same up to event " + (first - 1) + ", and part there";
        return left.status() == right.status()
                ? same + ". Both are " + left.status() + "."
                : same + ". One is " + left.status() + ", the other " + right.status() + ".";
    }

    private static List<String> causes(StoredRun a, StoredRun b) {
        Map<String, Boolean> causes = new TreeMap<>();
        causes.put("definition", a.definition.equals(b.definition));
        causes.put(
                "input",
                Replay.json(a.input).equals(Replay.json(b.input))
                        && a.substitutes.equals(b.substitutes));
        causes.put("account", a.world.equals(b.world));
        causes.put("faults", a.faults.equals(b.faults) && a.mocks.equals(b.mocks));
        causes.put("answers by script", a.answers.equals(b.answers));
        causes.put("seed", a.seed == b.seed);
        return causes.entrySet().stream()
                .filter(it -> !it.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Side side(
            String id,
            Replay own,
            Replay other,
            HistoryAlignment alignment,
            int selected,
            String self,
            boolean isLeft) {
        Execution execution = own.execution();
        EventPlaces places = EventPlaces.of(execution.history().events());
        Map<Long, Integer> rowOf = new TreeMap<>();
        List<HistoryAlignment.Row> rows = alignment.rows();
        for (int i = 0; i < rows.size(); i++) {
            int row = i + 1;
            (isLeft ? rows.get(i).left() : rows.get(i).right())
                    .ifPresent(it -> rowOf.put(it.id(), row));
        }
        Optional<HistoryEvent> event =
                isLeft ? rows.get(selected - 1).left() : rows.get(selected - 1).right();
        // Where nothing stands in the row, the run is as its last event before left it.
        long at =
                IntStream.rangeClosed(1, selected)
                        .mapToObj(it -> isLeft ? rows.get(it - 1).left() : rows.get(it - 1).right())
                        .flatMap(Optional::stream)
                        .mapToLong(HistoryEvent::id)
                        .max()
                        .orElse(1);
        return new Side(
                id,
                execution.status().name(),
                RunPage.mark(execution),
                Spans.inWords(
                        Duration.between(
                                execution.startDate(),
                                execution.stopDate().orElse(own.account().now()))),
                execution.history().events().size(),
                RunPage.ending(execution),
                new RawString(
                        SvgDiagram.of(own.machine())
                                .withOverlay(RunOverlay.of(execution, at))
                                .selecting(places.stateAt(at))
                                .linking(
                                        name ->
                                                places.nearest(name, at)
                                                        .map(it -> rowOf.get(it.enteredEvent()))
                                                        .map(it -> self + "?e=" + it)
                                                        .orElse(self + "?e=" + selected))
                                .draw()),
                new RawString(
                        TimelineDiagram.of(execution)
                                .selecting(at)
                                .linking(it -> self + "?e=" + rowOf.getOrDefault(it, selected))
                                .draw()),
                at,
                event.map(it -> title(it, places)).orElse("Nothing stands here in this run"),
                event.map(it -> json(execution, it, other, alignment, selected, isLeft)),
                execution.output().map(JsonLines::of));
    }

    private static String title(HistoryEvent event, EventPlaces places) {
        String state = places.stateAt(event.id());
        return event.id() + " " + event.type() + (state.isEmpty() ? "" : " in " + state);
    }

    /** The event, with what the other run has otherwise marked. */
    private static JsonLines json(
            Execution execution,
            HistoryEvent event,
            Replay other,
            HistoryAlignment alignment,
            int selected,
            boolean isLeft) {
        HistoryAlignment.Row row = alignment.rows().get(selected - 1);
        Optional<HistoryEvent> beside = isLeft ? row.right() : row.left();
        var own = new HistoryJson(execution.history()).of(event);
        return beside.isEmpty()
                ? JsonLines.of(own)
                : JsonLines.of(own, new HistoryJson(other.execution().history()).of(beside.get()));
    }

    private static List<Row> rows(
            String a,
            Replay left,
            String b,
            Replay right,
            HistoryAlignment alignment,
            int from,
            int selected,
            String self) {
        EventPlaces leftPlaces = EventPlaces.of(left.execution().history().events());
        EventPlaces rightPlaces = EventPlaces.of(right.execution().history().events());
        int start = Math.max(from, selected - MOST_ROWS / 2);
        int end = Math.min(alignment.rows().size(), start + MOST_ROWS - 1);
        List<Row> rows = new ArrayList<>();
        for (int number = start; number <= end; number++) {
            HistoryAlignment.Row row = alignment.rows().get(number - 1);
            rows.add(
                    new Row(
                            number,
                            self + "?e=" + number,
                            cell(a, left, row.left(), leftPlaces),
                            cell(b, right, row.right(), rightPlaces),
                            !row.same(),
                            alignment.firstDifference().equals(Optional.of(number)),
                            number == selected));
        }
        return rows;
    }

    private static Cell cell(
            String id, Replay run, Optional<HistoryEvent> event, EventPlaces places) {
        return event.map(
                        it -> {
                            EventTable.Row row =
                                    EventTable.row(
                                            it,
                                            places,
                                            run.execution().startDate(),
                                            Long.MAX_VALUE);
                            return new Cell(
                                    "/runs/" + id + "?e=" + it.id(),
                                    title(it, places)
                                            + (row.about().isEmpty() ? "" : ", " + row.about()),
                                    row.at(),
                                    row.tone());
                        })
                .orElse(new Cell("", "", "", "plain"));
    }
}

package dev.statecraft.web;

import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.diagram.TimelineDiagram;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.HistoryEvent;
import dev.statecraft.region.LiveExecution;
import dev.statecraft.sandbox.Account;

import io.quarkus.qute.RawString;

import java.time.Duration;
import java.util.List;

/** An execution that a program started, as it stands. */
record LivePage(
        String arn,
        String self,
        String machine,
        String name,
        String status,
        String mark,
        String ending,
        String took,
        boolean running,
        RawString graph,
        RawString timeline,
        List<Row> rows,
        List<Waiting> waiting,
        String input,
        String output) {
    private static final int MOST_ROWS = 400;

    record Row(long id, long previous, String type, String at) {}

    /** A task that a worker, or the holder of its token, has to answer. */
    record Waiting(String state, String token) {}

    static LivePage of(LiveExecution live, Account account) {
        Execution execution = account.execution(live.arn()).orElseThrow();
        List<HistoryEvent> events = execution.history().events();
        boolean running = !execution.status().isFinal();
        return new LivePage(
                live.arn(),
                "/cli/execution?arn=" + Addresses.part(live.arn()),
                live.machine().name(),
                execution.request().name(),
                execution.status().name(),
                RunPage.mark(execution),
                RunPage.ending(execution),
                Spans.inWords(
                        Duration.between(
                                execution.startDate(), execution.stopDate().orElse(account.now()))),
                running,
                new RawString(
                        SvgDiagram.of(live.revision().machine())
                                .withOverlay(RunOverlay.of(execution))
                                .draw()),
                new RawString(TimelineDiagram.of(execution).draw()),
                rows(events),
                execution.pendingTasks().stream()
                        .filter(Execution.PendingTask::external)
                        .map(task -> new Waiting(task.stateName(), task.taskToken()))
                        .toList(),
                RunPage.pretty(execution.request().input()),
                execution.output().map(RunPage::pretty).orElse(""));
    }

    private static List<Row> rows(List<HistoryEvent> events) {
        int from = Math.max(0, events.size() - MOST_ROWS);
        return events.subList(from, events.size()).stream()
                .map(
                        event ->
                                new Row(
                                        event.id(),
                                        event.previousId(),
                                        event.type().name(),
                                        Spans.inWords(
                                                Duration.between(
                                                        events.getFirst().timestamp(),
                                                        event.timestamp()))))
                .toList();
    }
}

package dev.statecraft.web.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.RedriveStatus;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.web.Spans;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that a run's page shows, with one event selected.
 *
 * @param mine true if the visitor started the run, and so may act on it
 * @param version changes when the run does
 * @param redrive why the run cannot be redriven; empty if it can
 */
public record RunPage(
        String id,
        boolean mine,
        String version,
        String link,
        String scenario,
        String status,
        String statusMark,
        String ending,
        String took,
        boolean faithful,
        RunView view,
        List<Pending> pending,
        String nextDue,
        List<CallView> calls,
        int allCalls,
        AccountView account,
        StartedExecutions started,
        JsonLines input,
        Optional<JsonLines> output,
        List<String> faults,
        Origin origin,
        List<Fork> forks,
        boolean running,
        String redrive,
        ForkForm fork,
        String token) {
    private static final ObjectWriter PRETTY = new ObjectMapper().writer(printer());

    private static DefaultPrettyPrinter printer() {
        var printer =
                new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return printer;
    }

    record Pending(String state, String token, String since, JsonLines request, String limit) {}

    /** Where a fork comes from; the parent is empty for a run that is no fork. */
    record Origin(String parent, long event, String changed) {}

    record Fork(String id, long event, String changed) {}

    /** Who looks, and from where. */
    record Looker(boolean mine, String link, String token) {}

    static RunPage of(
            StoredRun stored,
            RecordedRun run,
            RunSelection selection,
            Looker looker,
            List<StoredRun> forks) {
        Replay replay = run.replay();
        Execution execution = replay.execution();
        Account account = replay.account();
        RunView view = RunView.of(execution, Optional.of(run.recording()), selection);
        long event = view.event().id();
        return new RunPage(
                stored.id,
                looker.mine(),
                version(stored),
                looker.link(),
                stored.scenario == null ? "" : stored.scenario,
                execution.status().name(),
                mark(execution),
                ending(execution),
                Spans.inWords(
                        Duration.between(
                                execution.startDate(), execution.stopDate().orElse(account.now()))),
                replay.faithful(),
                view,
                pending(execution, account),
                account.nextDue()
                        .map(due -> Spans.inWords(Duration.between(account.now(), due)))
                        .orElse(""),
                CallView.of(run, selection, event),
                account.calls().size(),
                AccountView.of(run, stored.id),
                StartedExecutions.of(
                        account, execution, true, arn -> InnerPage.address(stored.id, arn)),
                JsonLines.of(execution.request().input()),
                execution.output().map(JsonLines::of),
                FaultReader.read(Replay.json(stored.faults)).faults().stream()
                        .map(Fault::describe)
                        .toList(),
                new Origin(
                        stored.parent == null ? "" : stored.parent,
                        stored.parentEvent,
                        stored.changed),
                forks.stream().map(it -> new Fork(it.id, it.parentEvent, it.changed)).toList(),
                !execution.status().isFinal(),
                redrive(execution.redriveStatus()),
                ForkForm.of(run, view.places(), event),
                looker.token());
    }

    RunPage refusing(String why, String change) {
        return new RunPage(
                id,
                mine,
                version,
                link,
                scenario,
                status,
                statusMark,
                ending,
                took,
                faithful,
                view,
                pending,
                nextDue,
                calls,
                allCalls,
                account,
                started,
                input,
                output,
                faults,
                origin,
                forks,
                running,
                redrive,
                fork.refusing(why, change),
                token);
    }

    /** Another one after each change of the run. */
    static String version(StoredRun stored) {
        return stored.historyHash.substring(0, Math.min(16, stored.historyHash.length()));
    }

    private static String redrive(RedriveStatus status) {
        return status.isRedrivable() ? "" : status.reason().orElse("It cannot be redriven.");
    }

    public static String mark(Execution execution) {
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

    private static List<Pending> pending(Execution execution, Account account) {
        return account.pendingTasks().stream()
                .filter(Execution.PendingTask::external)
                .map(
                        task ->
                                new Pending(
                                        task.stateName(),
                                        task.taskToken(),
                                        Spans.inWords(
                                                Duration.between(
                                                        execution.startDate(), task.since())),
                                        JsonLines.of(task.input()),
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

    static String pretty(JsonNode json) {
        try {
            return PRETTY.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can be written", e);
        }
    }
}

package dev.statecraft.web;

import dev.statecraft.engine.Execution;
import dev.statecraft.region.LiveExecution;
import dev.statecraft.sandbox.Account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An execution that a program started, as it stands, with one event selected.
 *
 * @param version changes when the execution does
 * @param redrive why it cannot be redriven; empty if it can
 */
record LivePage(
        String arn,
        String version,
        String changes,
        String machine,
        String name,
        String status,
        String mark,
        String ending,
        String took,
        boolean running,
        String redrive,
        RunView view,
        List<CallView> calls,
        int allCalls,
        List<Waiting> waiting,
        JsonLines input,
        Optional<JsonLines> output,
        String token) {

    /** A task that a worker, or the holder of its token, has to answer. */
    record Waiting(String state, String token, JsonLines request) {}

    static LivePage of(
            LiveExecution live, Account account, RunSelection selection, String formToken) {
        Execution execution = account.execution(live.arn()).orElseThrow();
        RunView view =
                RunView.of(
                        execution,
                        live.revision().machine(),
                        live.revision().definition(),
                        Optional.of(live.recording()),
                        selection);
        return new LivePage(
                live.arn(),
                version(execution),
                "/cli/execution/changes?arn=" + Addresses.part(live.arn()),
                live.machine().name(),
                execution.request().name(),
                execution.status().name(),
                RunPage.mark(execution),
                RunPage.ending(execution),
                Spans.inWords(
                        Duration.between(
                                execution.startDate(), execution.stopDate().orElse(account.now()))),
                !execution.status().isFinal(),
                execution.redriveStatus().isRedrivable()
                        ? ""
                        : execution.redriveStatus().reason().orElse("It cannot be redriven"),
                view,
                CallView.of(
                        account.calls(), execution, view.places(), selection, view.event().id()),
                account.calls().size(),
                execution.pendingTasks().stream()
                        .filter(Execution.PendingTask::external)
                        .map(
                                task ->
                                        new Waiting(
                                                task.stateName(),
                                                task.taskToken(),
                                                JsonLines.of(task.input())))
                        .toList(),
                JsonLines.of(execution.request().input()),
                execution.output().map(JsonLines::of),
                formToken);
    }

    static String version(Execution execution) {
        return execution.history().events().size() + "-" + execution.status();
    }
}

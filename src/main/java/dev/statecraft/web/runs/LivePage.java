package dev.statecraft.web.runs;

import dev.statecraft.engine.Execution;
import dev.statecraft.region.LiveExecution;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.Call;
import dev.statecraft.web.Addresses;
import dev.statecraft.web.Spans;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An execution that a program started, as it stands, with one event selected.
 *
 * @param version changes when the execution does
 * @param startedIn the ARN of the execution from which this one was started; empty if a program started it
 * @param redrive why it cannot be redriven; empty if it can
 */
record LivePage(
        String arn,
        String version,
        String changes,
        String startedIn,
        String machine,
        String name,
        String status,
        String mark,
        String ending,
        String took,
        boolean running,
        String redrive,
        RunView view,
        StartedExecutions started,
        List<CallView> calls,
        int allCalls,
        List<Waiting> waiting,
        JsonLines input,
        Optional<JsonLines> output,
        String token) {

    /** A task that a worker, or the holder of its token, has to answer. */
    record Waiting(String state, String token, JsonLines request) {}

    static LivePage of(
            LiveExecution live,
            String arn,
            Account account,
            RunSelection selection,
            String formToken) {
        Execution execution = account.execution(arn).orElseThrow();
        List<Call> calls =
                account.calls().stream()
                        .filter(it -> it.executionArn().equals(arn) || arn.equals(live.arn()))
                        .toList();
        boolean outermost = arn.equals(live.arn());
        RunView view =
                RunView.of(
                        execution,
                        outermost ? Optional.of(live.recording()) : Optional.empty(),
                        selection);
        return new LivePage(
                arn,
                version(execution),
                "/cli/execution/changes?arn=" + Addresses.part(arn),
                outermost ? "" : live.arn(),
                outermost ? live.machine().name() : execution.request().stateMachineName(),
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
                StartedExecutions.of(account, execution, outermost, LivePage::address),
                CallView.of(calls, execution, view.places(), selection, view.event().id()),
                calls.size(),
                (outermost ? account.pendingTasks() : execution.pendingTasks())
                        .stream()
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

    static String address(String arn) {
        return "/cli/execution?arn=" + Addresses.part(arn);
    }

    static String version(Execution execution) {
        return execution.history().events().size() + "-" + execution.status();
    }
}

package dev.statecraft.web.runs;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.Recording;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.Call;
import dev.statecraft.web.Addresses;
import dev.statecraft.web.Spans;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An execution that a run started itself, a child of a Map Run or one of another state machine, with one event selected.
 *
 * @param version that of the run which it lies in
 * @param child true if a Map Run started it
 */
record InnerPage(
        String run,
        String version,
        String machine,
        String name,
        boolean child,
        String status,
        String mark,
        String ending,
        String took,
        RunView view,
        StartedExecutions started,
        List<CallView> calls,
        int allCalls,
        JsonLines input,
        Optional<JsonLines> output) {

    static InnerPage of(
            String run,
            String version,
            Account account,
            Execution execution,
            Recording recording,
            RunSelection selection) {
        RunView view = RunView.of(execution, Optional.of(recording), selection);
        String arn = execution.request().executionArn();
        List<Call> own =
                account.calls().stream().filter(it -> it.executionArn().equals(arn)).toList();
        return new InnerPage(
                run,
                version,
                execution.request().stateMachineName(),
                execution.request().name(),
                execution.mapRunArn().isPresent(),
                execution.status().name(),
                RunPage.mark(execution),
                RunPage.ending(execution),
                Spans.inWords(
                        Duration.between(
                                execution.startDate(), execution.stopDate().orElse(account.now()))),
                view,
                StartedExecutions.of(account, execution, false, it -> address(run, it)),
                CallView.of(own, execution, view.places(), selection, view.event().id()),
                own.size(),
                JsonLines.of(execution.request().input()),
                execution.output().map(JsonLines::of));
    }

    /** Where an execution inside a run is looked at. */
    static String address(String run, String arn) {
        return "/runs/" + run + "/execution?arn=" + Addresses.part(arn);
    }
}

package dev.statecraft.web.runs;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.MapRunDescription;
import dev.statecraft.sandbox.Account;
import dev.statecraft.web.Spans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an execution started: the children of its Map Runs, and executions of other state machines.
 *
 * @param hidden how many of the others are not listed
 */
record StartedExecutions(List<MapRunView> mapRuns, List<Started> others, int hidden) {
    private static final int MOST = 50;

    /**
     * A Map Run and its children.
     *
     * @param counts what became of the children, in words
     * @param limits what the state allows, in words
     * @param children those that did not succeed first
     * @param hidden how many children are not listed
     */
    record MapRunView(
            String label,
            String status,
            String mark,
            String counts,
            String limits,
            List<Started> children,
            int hidden) {}

    /**
     * One execution.
     *
     * @param number its place in the order of starting, from 1
     * @param input in one line
     */
    record Started(
            int number,
            String url,
            String name,
            String machine,
            String status,
            String mark,
            String error,
            String after,
            String took,
            String input) {}

    /**
     * @param parent the executions that it started are listed; those of other state machines for the outermost execution
     *     only, with all that they started in turn
     * @param urlOf where the execution of an ARN is looked at
     */
    static StartedExecutions of(
            Account account, Execution parent, boolean outermost, UnaryOperator<String> urlOf) {
        var views = new Views(parent.startDate(), account.now(), urlOf);
        String arn = parent.request().executionArn();
        List<Execution> others =
                outermost
                        ? account.executions().stream()
                                .filter(it -> it.mapRunArn().isEmpty())
                                .filter(it -> !it.request().executionArn().equals(arn))
                                .toList()
                        : List.of();
        return new StartedExecutions(
                account.mapRuns().stream()
                        .filter(it -> it.executionArn().equals(arn))
                        .map(views::mapRun)
                        .toList(),
                views.listed(others),
                Math.max(0, others.size() - MOST));
    }

    public boolean isEmpty() {
        return mapRuns.isEmpty() && others.isEmpty();
    }

    /** Writes what is seen from one execution at one moment. */
    private record Views(Instant start, Instant now, UnaryOperator<String> urlOf) {

        MapRunView mapRun(MapRunDescription run) {
            List<Execution> children =
                    run.children().stream().map(MapRunDescription.Child::execution).toList();
            String arn = run.mapRunArn();
            return new MapRunView(
                    arn.substring(arn.lastIndexOf('/') + 1).replaceFirst(":.*$", ""),
                    run.status().name(),
                    switch (run.status()) {
                        case SUCCEEDED -> "✓";
                        case FAILED, ABORTED -> "✕";
                        case RUNNING -> "◷";
                    },
                    counts(run.executionCounts()),
                    limits(run),
                    listed(children),
                    Math.max(0, children.size() - MOST));
        }

        private static String counts(MapRunDescription.Counts counts) {
            List<String> parts = new ArrayList<>();
            add(parts, counts.succeeded(), "succeeded");
            add(parts, counts.failed(), "failed");
            add(parts, counts.timedOut(), "timed out");
            add(parts, counts.aborted(), "aborted");
            add(parts, counts.running(), "running");
            add(parts, counts.pending(), "pending");
            add(parts, counts.pendingRedrive(), "waiting for their redrive");
            String children = counts.total() + (counts.total() == 1 ? " child" : " children");
            return parts.isEmpty() ? children : children + ": " + String.join(", ", parts);
        }

        private static void add(List<String> parts, long count, String words) {
            if (count > 0) {
                parts.add(count + " " + words);
            }
        }

        private static String limits(MapRunDescription run) {
            String most =
                    run.maxConcurrency() == 0
                            ? "No limit on how many run at once"
                            : "At most " + run.maxConcurrency() + " at once";
            if (run.toleratedFailurePercentage() > 0) {
                return most
                        + "; it fails when more than "
                        + plain(run.toleratedFailurePercentage())
                        + " % of the items fail.";
            }
            return most
                    + (run.toleratedFailureCount() > 0
                            ? "; it fails when more than "
                                    + run.toleratedFailureCount()
                                    + (run.toleratedFailureCount() == 1
                                            ? " item fails."
                                            : " items fail.")
                            : "; it fails when one item fails.");
        }

        private static String plain(double percentage) {
            return percentage == Math.rint(percentage)
                    ? Long.toString((long) percentage)
                    : Double.toString(percentage);
        }

        List<Started> listed(List<Execution> executions) {
            List<Started> all = new ArrayList<>();
            for (int i = 0; i < executions.size(); i++) {
                all.add(started(i + 1, executions.get(i)));
            }
            all.sort(Comparator.comparing(it -> it.status().equals("SUCCEEDED")));
            return all.stream().limit(MOST).toList();
        }

        private Started started(int number, Execution it) {
            String input = it.request().input().toString();
            return new Started(
                    number,
                    urlOf.apply(it.request().executionArn()),
                    it.request().name(),
                    it.request().stateMachineName(),
                    it.status().name(),
                    RunPage.mark(it),
                    it.status() == ExecutionStatus.SUCCEEDED ? "" : it.error().orElse(""),
                    Spans.inWords(Duration.between(start, it.startDate())),
                    Spans.inWords(Duration.between(it.startDate(), it.stopDate().orElse(now))),
                    input.length() > 80 ? input.substring(0, 80) + "…" : input);
        }
    }
}

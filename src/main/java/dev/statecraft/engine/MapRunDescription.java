package dev.statecraft.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A Map Run as DescribeMapRun shows it: the children of one stay in a Map state in distributed mode.
 *
 * @param executionArn of the execution that started it
 * @param maxConcurrency 0 if the state sets no limit
 * @param itemCounts the items in the children, by what became of the child
 * @param children in the order of their inputs; each has a history of its own
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html">DescribeMapRun, read
 *     2026-11</a>
 */
public record MapRunDescription(
        String mapRunArn,
        String executionArn,
        String stateMachineArn,
        Status status,
        Instant startDate,
        Optional<Instant> stopDate,
        long maxConcurrency,
        double toleratedFailurePercentage,
        long toleratedFailureCount,
        Counts itemCounts,
        Counts executionCounts,
        int redriveCount,
        Optional<Instant> redriveDate,
        List<Child> children) {

    /**
     * A child execution.
     *
     * @param itemCount how many items it works on
     * @param pendingRedrive true if a redrive will take it up as soon as there is room
     */
    public record Child(Execution execution, long itemCount, boolean pendingRedrive) {}

    /** What became of the Map Run as a whole. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        ABORTED
    }

    /**
     * How many there are of each kind.
     *
     * @param pending not started yet
     * @param resultsWritten how many have their result in a file of the ResultWriter
     * @param failuresNotRedrivable unsuccessful ones that a redrive could not take up again
     * @param pendingRedrive unsuccessful ones that a redrive will take up as soon as there is room
     */
    public record Counts(
            long pending,
            long running,
            long succeeded,
            long failed,
            long timedOut,
            long aborted,
            long total,
            long resultsWritten,
            long failuresNotRedrivable,
            long pendingRedrive) {}
}

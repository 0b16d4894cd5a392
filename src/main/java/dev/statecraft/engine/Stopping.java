package dev.statecraft.engine;

import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.tasks.TaskAttempt;

/** Stops branches that still run: because one beside them failed, or because the execution is over. */
public final class Stopping {

    private Stopping() {}

    /** Stops all branches of {@code join}, and writes that they were aborted. */
    public static void branchesOf(Join join, long reasonEventId) {
        for (Branch branch : join.running()) {
            branch.inner().ifPresent(inner -> inside(inner, reasonEventId));
            branch.task().ifPresent(TaskAttempt::abandon);
            StateEvents.aborted(branch.state())
                    .ifPresent(
                            type ->
                                    branch.execution()
                                            .record(type, reasonEventId, EventDetails.NONE));
            branch.end();
            join.recordAborted(branch, reasonEventId);
        }
    }

    private static void inside(Join join, long reasonEventId) {
        branchesOf(join, reasonEventId);
        join.abandon(reasonEventId);
    }

    /** Lets go of everything in {@code branch} without a word: the execution has ended. */
    static void quietly(Branch branch) {
        branch.task().ifPresent(TaskAttempt::abandon);
        branch.inner()
                .ifPresent(
                        join -> {
                            join.running().forEach(Stopping::quietly);
                            join.abandon();
                        });
        branch.end();
    }
}

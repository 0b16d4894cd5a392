package dev.statecraft.engine;

import dev.statecraft.asl.FailState;

/**
 * Takes an execution that failed, timed out or was stopped up again where it stopped.
 *
 * <p>What the documentation leaves open is decided here: an event after a redrive hangs on the last event of its own branch, and a
 * container that goes on writes no second start.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">Restarting executions with
 *     redrive, read 2026-11</a>
 */
public final class Redriving {

    private Redriving() {}

    /**
     * Has {@code branch} go on when its turn comes: in its state, in those branches inside it that did not succeed, or at the state it
     * had come to. Not at once: a branch that ends while others still wait to go on would end them before they began.
     */
    public static void goOn(Branch branch) {
        branch.revive();
        branch.unfinished().ifPresent(branch::waitFor);
        branch.execution().soon(branch);
    }

    /** The turn has come for a branch that stands in a state: it goes on in the branches inside, or does the state anew. */
    static void resume(Branch branch) {
        RunningExecution execution = branch.execution();
        if (branch.unfinished().isPresent()) {
            execution.act(branch, branch.unfinished().get()::redrive);
        } else if (branch.state() instanceof FailState) {
            // Entered again, to fail again.
            execution.enter(branch);
        } else {
            execution.act(branch, () -> execution.process(branch));
        }
    }
}

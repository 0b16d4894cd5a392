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
final class Redriving {

    private Redriving() {}

    /** Has {@code branch} go on: in its state, in those branches inside it that did not succeed, or at the state it had come to. */
    static void goOn(Branch branch) {
        branch.revive();
        if (branch.hasEntered() && branch.unfinished().isPresent()) {
            Join join = branch.unfinished().get();
            branch.waitFor(join);
            branch.execution().act(branch, join::redrive);
        } else {
            branch.execution().soon(branch);
        }
    }

    /** The state is done anew in the same stay; a Fail state is entered again, to fail again. */
    static void again(Branch branch) {
        RunningExecution execution = branch.execution();
        if (branch.state() instanceof FailState) {
            execution.enter(branch);
        } else {
            execution.act(branch, () -> execution.process(branch));
        }
    }
}

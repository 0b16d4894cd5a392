package dev.statecraft.engine;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Retrier;
import dev.statecraft.asl.WaitState;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.EventType;
import dev.statecraft.engine.states.Interpreter;
import dev.statecraft.engine.states.RetryDelay;
import dev.statecraft.engine.states.StateScope;
import dev.statecraft.engine.states.Step;
import dev.statecraft.query.QueryFailure;

import java.util.List;

/** What a state does about its failure: try again, or lead to a catcher. */
final class Recovery {

    private Recovery() {}

    /** Does something for {@code branch}; what an expression throws becomes its state's failure. */
    static void guard(Branch branch, Runnable action) {
        try {
            action.run();
        } catch (QueryFailure failure) {
            try {
                evaluationFailed(branch, failure);
            } catch (QueryFailure second) {
                // A catcher's own expressions failed: nothing is left that could answer.
                giveUp(branch, Failure.of(second.errorName(), causeOf(branch, second)));
            }
        }
    }

    private static void evaluationFailed(Branch branch, QueryFailure failure) {
        String cause = causeOf(branch, failure);
        if (branch.state().flow().queryLanguage() == QueryLanguage.JSONata
                && failure.errorName().equals(ErrorName.QUERY_EVALUATION_ERROR)) {
            branch.happened(
                    branch.execution()
                            .record(
                                    EventType.EvaluationFailed,
                                    eventBefore(branch),
                                    new EventDetails.EvaluationFailure(
                                            failure.errorName(),
                                            cause,
                                            failure.location().orElse(""),
                                            branch.state().name())));
        }
        recover(branch, Failure.of(failure.errorName(), cause));
    }

    /** EvaluationFailed hangs on what was there before the state, but for a Wait (recorded 2024-11). */
    private static long eventBefore(Branch branch) {
        boolean justEntered = branch.lastEventId() == branch.enteredEventId();
        return justEntered && !(branch.state() instanceof WaitState)
                ? branch.eventIdBeforeEntering()
                : branch.lastEventId();
    }

    private static String causeOf(Branch branch, QueryFailure failure) {
        return "An error occurred while executing the state '"
                + branch.state().name()
                + "' (entered at the event id #"
                + branch.enteredEventId()
                + "). "
                + failure.causeText();
    }

    /** Tries again, leads to a catcher, or gives the branch up. */
    static void recover(Branch branch, Failure failure) {
        branch.waitNoLonger();
        if (!retries(branch, failure) && !catches(branch, failure)) {
            giveUp(branch, failure);
        }
    }

    private static void giveUp(Branch branch, Failure failure) {
        RunningExecution execution = branch.execution();
        if (!isFatal(failure)) {
            recordFailed(branch);
        }
        if (failure.error().filter(ErrorName.DATA_LIMIT_EXCEEDED::equals).isPresent()) {
            // A redrive then runs all branches again, also those that succeeded.
            branch.forgetUnfinished();
        }
        branch.end();
        branch.join()
                .ifPresentOrElse(
                        join -> execution.act(join.outer(), () -> join.failed(branch, failure)),
                        () -> execution.fail(failure));
    }

    private static boolean isFatal(Failure failure) {
        return failure.error().filter(ErrorName.RUNTIME::equals).isPresent();
    }

    /** A state that holds others writes that it failed as a whole. */
    private static void recordFailed(Branch branch) {
        StateEvents.failed(branch.state())
                .ifPresent(
                        type ->
                                branch.happened(
                                        branch.execution()
                                                .record(
                                                        type,
                                                        branch.lastEventId(),
                                                        EventDetails.NONE)));
    }

    /** True if a retrier takes the failure; the state will be tried again after its delay. */
    private static boolean retries(Branch branch, Failure failure) {
        List<Retrier> retriers = StateEvents.retriers(branch.state());
        for (int i = 0; i < retriers.size(); i++) {
            if (ErrorName.matches(retriers.get(i).errorEquals(), failure)) {
                // The first that matches decides, even if its attempts are used up.
                return retries(branch, i, retriers.get(i));
            }
        }
        return false;
    }

    private static boolean retries(Branch branch, int index, Retrier retrier) {
        if (branch.retriesUsed(index) >= retrier.maxAttempts()) {
            return false;
        }
        branch.useRetry(index);
        branch.forgetUnfinished();
        RunningExecution execution = branch.execution();
        var delay = RetryDelay.before(branch.retriesUsed(index), retrier, execution.random());
        branch.waitFor(
                execution.at(
                        execution.now().plus(delay),
                        branch,
                        () -> {
                            branch.waitNoLonger();
                            execution.process(branch);
                        }));
        return true;
    }

    /** True if a catcher takes the failure; the branch has moved to its state. */
    private static boolean catches(Branch branch, Failure failure) {
        for (Catcher catcher : StateEvents.catchers(branch.state())) {
            if (ErrorName.matches(catcher.errorEquals(), failure)) {
                lead(branch, catcher, failure);
                return true;
            }
        }
        return false;
    }

    private static void lead(Branch branch, Catcher catcher, Failure failure) {
        // Evaluated first: what fails in it is written before the state is given up, and once.
        Step.Advance advance =
                Interpreter.caught(
                        branch.state(), catcher, StateScope.of(branch), failure.errorOutput());
        recordFailed(branch);
        branch.execution().advance(branch, advance);
    }
}

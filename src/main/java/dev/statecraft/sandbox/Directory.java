package dev.statecraft.sandbox;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.tasks.TaskSignals;

import java.util.Optional;
import java.util.function.Consumer;

/** What the Step Functions of an account know beside the executions on one clock: other state machines, activities, other executions. */
public interface Directory {
    /** No other state machine, and no activity. */
    Directory EMPTY =
            new Directory() {
                @Override
                public Optional<Machine> stateMachine(String arn) {
                    return Optional.empty();
                }

                @Override
                public boolean hasActivity(String arn) {
                    return false;
                }
            };

    /** The state machine, version or alias of that ARN. */
    Optional<Machine> stateMachine(String arn);

    boolean hasActivity(String arn);

    /** Whether a task of that token waits in another execution, which has a clock of its own. */
    default boolean hasTask(String taskToken) {
        return false;
    }

    /**
     * Does something with an execution on another clock, as soon as nobody moves it.
     *
     * @return false if there is no such execution
     */
    default boolean act(String executionArn, Consumer<Account> action) {
        return false;
    }

    /** Hands {@code report} to the execution in which the task waits, as soon as nobody moves that execution. */
    default void report(String taskToken, Consumer<TaskSignals> report) {}

    /**
     * Waits for a task of the activity from any execution.
     *
     * @param taken is called with the task, or with nothing after a minute
     * @return false if there are no other executions, so that nothing will come
     */
    default boolean awaitActivityTask(
            String activityArn, Optional<String> worker, Consumer<Optional<ActivityTask>> taken) {
        return false;
    }

    /**
     * A state machine that can be started.
     *
     * @param versionArn of the version, if the ARN named a version or an alias
     * @param runsTwice true if an asynchronous Express execution is to show that it may run more than once
     */
    record Machine(
            StateMachine definition,
            String name,
            String arn,
            Optional<String> versionArn,
            StateMachineType type,
            String roleArn,
            boolean runsTwice) {}
}

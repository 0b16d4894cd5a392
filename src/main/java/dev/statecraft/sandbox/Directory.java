package dev.statecraft.sandbox;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.StateMachineType;

import java.util.Optional;

/** What the Step Functions of an account know beside the executions: other state machines, and activities. */
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

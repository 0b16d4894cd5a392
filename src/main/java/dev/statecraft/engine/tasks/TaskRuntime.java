package dev.statecraft.engine.tasks;

import java.util.Optional;

/** What the engine needs from outside: somebody who does the work of Task states. The sandbox is one. */
public interface TaskRuntime {

    /**
     * Starts a task. Called at the virtual moment at which the task is scheduled; must answer at once, and says with
     * {@code after} how much virtual time the answer takes.
     */
    TaskOutcome start(TaskRequest request);

    /**
     * Why the service would not even schedule this task, in its words: an activity that does not exist, parameters of the wrong
     * form. The state then fails with {@code States.Runtime}, and no event of the task is written.
     */
    default Optional<String> refusal(TaskRequest request) {
        return Optional.empty();
    }

    /** The task of that token is over before it answered: it timed out, or its execution was stopped. */
    default void abandon(String taskToken) {}

    /** The objects that Distributed Map reads and writes. */
    default ObjectStore objects() {
        return ObjectStore.EMPTY;
    }
}

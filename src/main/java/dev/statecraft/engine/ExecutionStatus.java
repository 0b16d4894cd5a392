package dev.statecraft.engine;

/** The service's names for how an execution stands. */
public enum ExecutionStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED;

    public boolean isFinal() {
        return this != RUNNING;
    }
}

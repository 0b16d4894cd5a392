package dev.statecraft.engine.tasks;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;

/** How work that was handed out comes back, at the present virtual time. */
public interface TaskSignals {

    /** A worker took an activity's task. */
    Answer started(String taskToken, Optional<String> workerName);

    Answer heartbeat(String taskToken);

    Answer succeeded(String taskToken, JsonNode output);

    Answer failed(String taskToken, Optional<String> error, Optional<String> cause);

    /** What the service says to a worker that reports. */
    enum Answer {
        ACCEPTED,
        /** The task is over already: the service's {@code TaskTimedOut}. */
        TASK_TIMED_OUT,
        /** No such token was given out: {@code InvalidToken}. */
        INVALID_TOKEN
    }
}

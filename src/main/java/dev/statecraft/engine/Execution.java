package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.history.ExecutionHistory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An execution as it stands: running, or over. */
public interface Execution {
    ExecutionRequest request();

    ExecutionStatus status();

    Instant startDate();

    Optional<Instant> stopDate();

    /** Present when the status is {@code SUCCEEDED}. */
    Optional<JsonNode> output();

    Optional<String> error();

    Optional<String> cause();

    /** How often it was redriven. */
    int redriveCount();

    /** When it was redriven last. */
    Optional<Instant> redriveDate();

    /** Whether it can be redriven now. */
    RedriveStatus redriveStatus();

    /** Of the Map Run that started it as a child. */
    Optional<String> mapRunArn();

    ExecutionHistory history();

    /** Tasks that were handed out and not answered yet. */
    List<PendingTask> pendingTasks();

    /**
     * A task that waits for a callback, a job or a worker.
     *
     * @param external true if somebody outside the simulated world has to answer
     * @param submittedEventId the event after which it waits
     */
    record PendingTask(
            String taskToken,
            String stateName,
            JsonNode input,
            Instant since,
            Optional<Instant> timesOutAt,
            boolean external,
            long submittedEventId) {}
}

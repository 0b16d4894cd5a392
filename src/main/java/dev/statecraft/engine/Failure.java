package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.util.Optional;

/**
 * Why a state, a branch or an execution failed.
 *
 * @param error the name that Retry and Catch compare
 * @param missedHeartbeat the service writes {@code States.Timeout} for a missed heartbeat, and yet a retrier or catcher
 *     may name it {@code States.HeartbeatTimeout}
 * @param duringTask the error was the answer of a task; a task's {@code States.DataLimitExceeded} can be caught by
 *     {@code States.ALL}, a state's own cannot (recorded 2024-03)
 */
public record Failure(
        Optional<String> error,
        Optional<String> cause,
        boolean missedHeartbeat,
        boolean duringTask) {
    public static Failure of(String error, String cause) {
        return new Failure(Optional.of(error), Optional.of(cause), false, false);
    }

    public static Failure ofTask(Optional<String> error, Optional<String> cause) {
        return new Failure(error, cause, false, true);
    }

    public static Failure timeout() {
        return new Failure(Optional.of(ErrorName.TIMEOUT), Optional.empty(), false, true);
    }

    public static Failure heartbeatTimeout() {
        return new Failure(Optional.of(ErrorName.TIMEOUT), Optional.empty(), true, true);
    }

    /**
     * {@code {"Error": ..., "Cause": ...}}; what is missing is null, as the service writes it, but for the cause of a task that
     * took too long: that is empty (recorded 2024-02).
     */
    public JsonNode errorOutput() {
        boolean timedOut = duringTask && error.filter(ErrorName.TIMEOUT::equals).isPresent();
        var output = JsonNodeFactory.instance.objectNode();
        output.put("Error", error.orElse(null));
        output.put("Cause", cause.orElse(timedOut ? "" : null));
        return output;
    }
}

package dev.statecraft.engine;

import java.util.List;
import java.util.Optional;

/**
 * The error names that the service predefines, and what they match.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors, read
 *     2026-11</a>
 */
public final class ErrorName {
    public static final String ALL = "States.ALL";
    public static final String TASK_FAILED = "States.TaskFailed";
    public static final String TIMEOUT = "States.Timeout";
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    public static final String RUNTIME = "States.Runtime";
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

    private ErrorName() {}

    /** True if a retrier or catcher with these names answers to {@code failure}. */
    public static boolean matches(List<String> errorEquals, Failure failure) {
        String error = failure.error().orElse("");
        if (error.equals(RUNTIME)) {
            return false;
        }
        for (String name : errorEquals) {
            if (matches(name, error, failure)) {
                return true;
            }
        }
        return false;
    }

    /** True if a retrier or catcher with these names answers to {@code error} as the answer of a task. */
    public static boolean answers(List<String> errorEquals, String error) {
        return matches(errorEquals, Failure.ofTask(Optional.of(error), Optional.empty()));
    }

    private static boolean isCatchable(String error, Failure failure) {
        return !error.equals(DATA_LIMIT_EXCEEDED) || failure.duringTask();
    }

    private static boolean matches(String name, String error, Failure failure) {
        return switch (name) {
            case ALL -> isCatchable(error, failure);
            // A wildcard for all but time-outs, whatever failed: also a Fail state in a branch.
            case TASK_FAILED -> isCatchable(error, failure) && !error.equals(TIMEOUT);
            case HEARTBEAT_TIMEOUT -> failure.missedHeartbeat() || error.equals(HEARTBEAT_TIMEOUT);
            default -> name.equals(error);
        };
    }
}

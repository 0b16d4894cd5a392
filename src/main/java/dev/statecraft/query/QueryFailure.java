package dev.statecraft.query;

import java.util.Optional;

/**
 * An expression that could not be evaluated; the state fails with this error.
 *
 * <p>Carries no stack trace: it is an outcome of the simulated world, not a fault of ours.
 */
public final class QueryFailure extends RuntimeException {
    /** The error that no Retry and no Catch answers to. */
    public static final String RUNTIME = "States.Runtime";

    /** An intrinsic function was given arguments it cannot work with. */
    public static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";

    /** A JSONata expression failed. */
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

    private final String errorName;
    private final Optional<String> location;

    /**
     * @param errorName as the service names it, such as {@code States.Runtime} or {@code States.QueryEvaluationError}
     * @param cause the service's wording, without the leading "An error occurred while executing the state ..."
     */
    public QueryFailure(String errorName, String cause) {
        this(errorName, cause, Optional.empty());
    }

    private QueryFailure(String errorName, String cause, Optional<String> location) {
        super(cause, null, false, false);
        this.errorName = errorName;
        this.location = location;
    }

    public String errorName() {
        return errorName;
    }

    /** The service's wording. */
    public String causeText() {
        return getMessage();
    }

    /** Where in the field the failing expression stands, such as {@code Output/total}; used by EvaluationFailed events. */
    public Optional<String> location() {
        return location;
    }

    public QueryFailure at(String newLocation) {
        return new QueryFailure(errorName, getMessage(), Optional.of(newLocation));
    }
}

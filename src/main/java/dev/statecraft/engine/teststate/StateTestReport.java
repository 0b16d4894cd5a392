package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a test of a single state found.
 *
 * @param stages what came out of each stage of processing, by the names of the API's {@code inspectionData}
 * @param variables after the state
 * @param items how many items a Map state would iterate over, as far as that is known
 * @param retryIndex which retrier took the error
 * @param retrySeconds how long it would wait
 * @param catchIndex which catcher took the error
 */
public record StateTestReport(
        Status status,
        Optional<JsonNode> output,
        Optional<String> error,
        Optional<String> cause,
        Optional<String> nextState,
        Map<String, JsonNode> stages,
        Map<String, JsonNode> variables,
        OptionalInt items,
        OptionalInt retryIndex,
        Optional<Double> retrySeconds,
        OptionalInt catchIndex) {

    /** The stages that are numbers in the API; all others are JSON texts. */
    public static final Set<String> NUMBERS =
            Set.of("maxConcurrency", "toleratedFailureCount", "toleratedFailurePercentage");

    /** The API's names. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        RETRIABLE,
        CAUGHT_ERROR
    }
}

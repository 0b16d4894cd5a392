package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The circumstances under which a single state is tested.
 *
 * @param context what {@code $$} shows; empty: what an Express execution would show
 * @param mockedResult in place of the state's work
 * @param mockedError in place of the state's work; never beside a result
 * @param retriesUsed how often the retrier that takes the error was used before
 * @param failedIterations how many iterations of a Map failed
 * @param readerData what the ItemReader of a Map finds, as it stands in its source
 */
public record StateTestSetup(
        Instant now,
        Map<String, JsonNode> variables,
        Optional<ObjectNode> context,
        Optional<JsonNode> mockedResult,
        Optional<MockedError> mockedError,
        int retriesUsed,
        int failedIterations,
        Optional<String> readerData) {

    /** No mock, no variables, nothing out of the ordinary. */
    public static StateTestSetup at(Instant now) {
        return new StateTestSetup(
                now,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty());
    }

    public record MockedError(Optional<String> error, Optional<String> cause) {}
}

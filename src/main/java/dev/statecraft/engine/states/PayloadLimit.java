package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.Branch;
import dev.statecraft.engine.ErrorName;
import dev.statecraft.query.QueryFailure;

/** Refuses payloads of a state that are larger than the service lets pass: 256 KiB. */
public final class PayloadLimit {

    private PayloadLimit() {}

    /** @throws QueryFailure {@code States.DataLimitExceeded}, if the state's output is too large */
    public static void requireOutput(Branch branch, JsonNode output) {
        require(branch, output, "returned a result");
    }

    /** @throws QueryFailure {@code States.DataLimitExceeded}, if what a task, a branch or an iteration is given is too large */
    public static void requireInput(Branch branch, JsonNode effectiveInput) {
        require(branch, effectiveInput, "was given an effective input");
    }

    private static void require(Branch branch, JsonNode payload, String what) {
        // What came in was measured when it was made.
        if (payload != branch.input() && branch.execution().exceedsPayload(payload)) {
            throw new QueryFailure(
                    ErrorName.DATA_LIMIT_EXCEEDED,
                    "The state/task '"
                            + branch.state().name()
                            + "' "
                            + what
                            + " with a size exceeding the maximum number of bytes service limit.");
        }
    }
}

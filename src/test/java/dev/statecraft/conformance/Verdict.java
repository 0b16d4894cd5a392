package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.conformance.RecordedCase.Kind;

import java.util.Optional;

/**
 * How one case came out.
 *
 * @param ran false if we cannot run this kind of case yet
 * @param actual what we did or answered; missing where we could not
 * @param outcome the first difference in status, output, error and cause, or in the answer
 * @param history the first difference in the events; that of the outcome where no history was recorded
 */
record Verdict(
        RecordedCase recorded,
        boolean ran,
        JsonNode actual,
        Optional<Difference> outcome,
        Optional<Difference> history) {

    /** Runs {@code recorded} and compares; a fault of ours is a difference too. */
    static Verdict on(RecordedCase recorded) {
        Kind kind = recorded.kind();
        try {
            return switch (kind) {
                case EXECUTION, EXPRESS_SYNC, EXPRESS_ASYNC -> execution(recorded);
                case VALIDATION -> answer(recorded, new DefinitionAnswer(recorded).ofValidation());
                case CREATE_ERROR -> creation(recorded);
                case TEST_STATE -> answer(recorded, new StateTrial(recorded).run());
                case API_TRANSCRIPT -> notYet(recorded);
            };
        } catch (RuntimeException | StackOverflowError fault) {
            return same(
                    recorded,
                    MissingNode.getInstance(),
                    Optional.of(Difference.at("a fault of ours", "none", trace(fault))));
        }
    }

    /** As {@link #on}, by calls of the API. */
    static Verdict through(DoorReplay door, RecordedCase recorded) {
        try {
            return switch (recorded.kind()) {
                case EXECUTION, EXPRESS_SYNC -> execution(recorded, door.execution(recorded));
                // The service tells nothing about these but that they were started.
                case EXPRESS_ASYNC -> notYet(recorded);
                case VALIDATION, CREATE_ERROR, TEST_STATE ->
                        answer(recorded, door.answer(recorded));
                case API_TRANSCRIPT ->
                        same(
                                recorded,
                                MissingNode.getInstance(),
                                new CaseComparison(recorded).transcript(door.transcript(recorded)));
            };
        } catch (RuntimeException fault) {
            return same(
                    recorded,
                    MissingNode.getInstance(),
                    Optional.of(Difference.at("a fault of ours", "none", trace(fault))));
        }
    }

    private static Verdict execution(RecordedCase recorded) {
        return execution(recorded, new ExecutionReplay(recorded).run());
    }

    private static Verdict execution(RecordedCase recorded, ObjectNode actual) {
        var comparison = new CaseComparison(recorded);
        Optional<Difference> outcome = comparison.outcome(actual);
        return new Verdict(
                recorded,
                true,
                actual,
                outcome,
                recorded.hasHistory() && actual.has("events")
                        ? comparison.history(actual)
                        : outcome);
    }

    private static Verdict creation(RecordedCase recorded) {
        // Other refusals are about parameters of the call, which belong to the API.
        boolean aboutDefinition =
                recorded.expected().path("errorCode").asText().equals("InvalidDefinition");
        return aboutDefinition
                ? answer(recorded, new DefinitionAnswer(recorded).ofCreation())
                : notYet(recorded);
    }

    private static Verdict answer(RecordedCase recorded, JsonNode actual) {
        return same(recorded, actual, new CaseComparison(recorded).answer(actual));
    }

    private static Verdict same(
            RecordedCase recorded, JsonNode actual, Optional<Difference> difference) {
        return new Verdict(recorded, true, actual, difference, difference);
    }

    private static Verdict notYet(RecordedCase recorded) {
        return new Verdict(
                recorded, false, MissingNode.getInstance(), Optional.empty(), Optional.empty());
    }

    private static String trace(Throwable fault) {
        var trace = new StringBuilder(fault.toString());
        for (int i = 0; i < Math.min(6, fault.getStackTrace().length); i++) {
            trace.append("\n    at ").append(fault.getStackTrace()[i]);
        }
        return trace.toString();
    }

    boolean isExecution() {
        return recorded.kind() == Kind.EXECUTION || recorded.kind() == Kind.EXPRESS_SYNC;
    }

    boolean outcomeEqual() {
        return outcome.isEmpty();
    }

    boolean historyEqual() {
        return outcome.isEmpty() && history.isEmpty();
    }
}

package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.grading.Experiment;
import dev.statecraft.grading.Measure;
import dev.statecraft.grading.Observation;
import dev.statecraft.sandbox.Values;

import java.util.List;
import java.util.Optional;

/** What an option of a question stands or falls with. */
public sealed interface Claim {

    /** The author says so; the question's citation backs it. */
    record Cited(boolean right) implements Claim {}

    /**
     * A run says so: all observations are met, and the measured value is the one that the option names.
     *
     * @param ask what to read off the run; empty if the observations decide
     */
    record Proven(Experiment experiment, List<Observation> expect, Optional<Asked> ask)
            implements Claim {
        public Proven {
            expect = List.copyOf(expect);
        }
    }

    /** @param value what the option says the measure gives; missing: the run has no such value */
    record Asked(Measure measure, JsonNode value) {}

    /** Whether the claim is true. A proven claim runs its experiment. */
    default boolean holds() {
        return switch (this) {
            case Cited cited -> cited.right();
            case Proven proven ->
                    proven.ask()
                                    .map(
                                            ask ->
                                                    Values.equal(
                                                            proven.experiment()
                                                                    .measure(ask.measure()),
                                                            ask.value()))
                                    .orElse(true)
                            && (proven.expect().isEmpty()
                                    || proven.experiment().misses(proven.expect()).isEmpty());
        };
    }
}

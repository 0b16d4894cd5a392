package dev.statecraft.grading;

import java.util.List;
import java.util.Optional;

/**
 * The verdict on a design.
 *
 * @param verdicts one for each outcome, in the order of the scenario: most basic first
 * @param counterexample the run that shows the most basic failure; empty if all is well
 */
public record Grade(List<Verdict> verdicts, Optional<Counterexample> counterexample) {
    public Grade {
        verdicts = List.copyOf(verdicts);
    }

    /** One outcome, met or not. */
    public record Verdict(Outcome outcome, boolean met) {}

    public boolean passed() {
        return verdicts.stream().allMatch(Verdict::met);
    }

    /** The ids of the outcomes that are not met. */
    public List<String> failed() {
        return verdicts.stream().filter(it -> !it.met()).map(it -> it.outcome().id()).toList();
    }
}

package dev.statecraft.grading;

import dev.statecraft.sandbox.FaultPlan;

import java.util.Optional;
import java.util.function.Function;

/** Makes a counterexample smaller: takes away faults as long as the run still fails. */
final class Shrinker {

    private Shrinker() {}

    /** @param failing says what is wrong with a trial, or that nothing is */
    static Counterexample shrink(Counterexample found, Function<Trial, Optional<Finding>> failing) {
        Counterexample smallest = found;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            FaultPlan faults = smallest.trial().faults();
            for (int i = 0; i < faults.faults().size() && !smaller; i++) {
                Trial fewer = smallest.trial().withFaults(faults.without(i));
                Optional<Finding> finding = failing.apply(fewer);
                if (finding.isPresent()) {
                    smallest = new Counterexample(found.outcome(), fewer, finding.get());
                    smaller = true;
                }
            }
        }
        return smallest;
    }
}

package dev.statecraft.grading;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.sandbox.world.World;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The judge: runs a design in every trial of every outcome and looks at what happened, never at how the design looks. */
public final class Grader {
    private final World world;
    private final List<Outcome> outcomes;

    public Grader(World world, List<Outcome> outcomes) {
        this.world = world;
        this.outcomes = List.copyOf(outcomes);
    }

    public Grade grade(StateMachine stateMachine) {
        List<Grade.Verdict> verdicts = new ArrayList<>();
        Optional<Counterexample> first = Optional.empty();
        for (Outcome outcome : outcomes) {
            Optional<Counterexample> counterexample = check(outcome, stateMachine);
            verdicts.add(new Grade.Verdict(outcome, counterexample.isEmpty()));
            first = first.isPresent() ? first : counterexample;
        }
        return new Grade(verdicts, first);
    }

    private Optional<Counterexample> check(Outcome outcome, StateMachine stateMachine) {
        for (Trial trial : outcome.trials()) {
            Optional<Finding> finding = judge(outcome, trial, stateMachine);
            if (finding.isPresent()) {
                var found = new Counterexample(outcome, trial, finding.get());
                return Optional.of(
                        Shrinker.shrink(found, smaller -> judge(outcome, smaller, stateMachine)));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> judge(Outcome outcome, Trial trial, StateMachine stateMachine) {
        var observer = new Observer(trial.run(world, stateMachine));
        return outcome.observations().stream()
                .map(observer::look)
                .flatMap(Optional::stream)
                .findFirst();
    }
}

package dev.statecraft.grading;

import java.util.List;

/**
 * A requirement: what a design must do, whatever it looks like.
 *
 * @param say the requirement in a sentence for the learner
 * @param trials the runs in which it is observed
 * @param observations what must be seen in each of these runs
 */
public record Outcome(String id, String say, List<Trial> trials, List<Observation> observations) {
    public Outcome {
        trials = List.copyOf(trials);
        observations = List.copyOf(observations);
    }
}

package dev.statecraft.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.grading.Experiment;
import dev.statecraft.grading.Mutant;
import dev.statecraft.sandbox.Values;

import java.util.Optional;

/**
 * The smallest change to a question's definition under which a wrong option would be right: what somebody may have thought who chose it.
 *
 * @param change in words, such as {@code in the retrier of Charge, `MaxAttempts` is 4 instead of 3}
 */
public record Mistake(String change, Experiment experiment) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TRIED = 200;

    /** Empty if the option is right, has a run of its own, or no single small mistake leads to it. */
    public static Optional<Mistake> behind(Question.Option option) {
        if (!(option.claim() instanceof Claim.Proven proven)
                || proven.ask().isEmpty()
                || option.instead().isPresent()
                || proven.holds()) {
            return Optional.empty();
        }
        Claim.Asked asked = proven.ask().get();
        return Mutant.of(tree(proven.experiment().definition())).stream()
                .limit(MOST_TRIED)
                .map(it -> of(it, proven.experiment()))
                .filter(it -> shows(it, asked))
                .findFirst();
    }

    private static boolean shows(Mistake mistake, Claim.Asked asked) {
        return mistake.experiment().parsing().machine().isPresent()
                && Values.equal(mistake.experiment().measure(asked.measure()), asked.value());
    }

    private static Mistake of(Mutant mutant, Experiment experiment) {
        return new Mistake(
                mutant.change(),
                new Experiment(
                        ExperimentReader.text(mutant.definition()),
                        experiment.world(),
                        experiment.trial()));
    }

    private static JsonNode tree(String definition) {
        try {
            return JSON.readTree(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The definition was written as JSON", e);
        }
    }
}

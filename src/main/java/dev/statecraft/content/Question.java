package dev.statecraft.content;

import dev.statecraft.grading.Experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A question of the bank.
 *
 * @param topic number or name of the topic that it covers
 * @param bullets ids of the exam guide's bullets in {@code content/exam.yaml}
 * @param multiple true if several options are right
 * @param stem the situation and the question, in Markdown
 * @param exhibit the definition that the stem shows; empty if it shows none
 * @param given what the stem shows beside the definition: the input and what goes wrong, in sentences
 * @param myth true if the question corrects what is often taught
 */
public record Question(
        String id,
        Concept concept,
        String topic,
        List<String> bullets,
        boolean multiple,
        String stem,
        Optional<String> exhibit,
        List<String> given,
        List<Option> options,
        Optional<Citation> citation,
        boolean myth) {
    public Question {
        bullets = List.copyOf(bullets);
        given = List.copyOf(given);
        options = List.copyOf(options);
    }

    /**
     * @param why why the option is right or wrong, in Markdown
     * @param instead the run that would make a wrong option right; empty: the claim's own run is shown
     */
    public record Option(
            String id, String text, String why, Claim claim, Optional<Experiment> instead) {

        Option(String id, String text, String why, Claim claim) {
            this(id, text, why, claim, Optional.empty());
        }

        /** The run to show beside the option; empty if nothing is run. */
        public Optional<Experiment> run() {
            return claim instanceof Claim.Proven proven
                    ? instead.or(() -> Optional.of(proven.experiment()))
                    : Optional.empty();
        }
    }

    /** True if runs decide, and nobody's word. */
    public boolean proven() {
        return options.stream().allMatch(it -> it.claim() instanceof Claim.Proven);
    }

    public Optional<Option> option(String optionId) {
        return options.stream().filter(it -> it.id().equals(optionId)).findFirst();
    }

    /**
     * The options in the order in which a sitting shows them: shuffled, and always the same there.
     *
     * @param seed of the sitting
     * @param place of the question in the sitting
     */
    public List<Option> shown(long seed, int place) {
        var random = new SplittableRandom(seed * 31 + place);
        List<Option> shuffled = new ArrayList<>(options);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }

    /** Ids of the right options, in the order of the options. Runs every experiment. */
    public List<String> key() {
        return options.stream().filter(it -> it.claim().holds()).map(Option::id).toList();
    }
}

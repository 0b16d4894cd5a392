package dev.statecraft.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.statecraft.content.Concept;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class ReadinessTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void under_fifty_first_attempts_there_is_not_enough_evidence() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            answers.add(answer("q" + i, true));
        }
        answers.add(answer("q1", true));

        Readiness readiness = Readiness.of(answers, 2, 1);

        assertThat(readiness.ready()).isFalse();
        assertThat(readiness.verdict()).startsWith("Not enough evidence: 49 of 50");
    }

    @Test
    void readiness_needs_every_condition() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 72; i++) {
            answers.add(answer("q" + i, true));
        }

        assertThat(Readiness.of(answers, 2, 0.9).ready()).isTrue();
        assertThat(Readiness.of(answers, 1, 0.9).ready()).isFalse();
        assertThat(Readiness.of(answers, 2, 0.8).ready()).isFalse();
        assertThat(Readiness.of(answers, 2, -1).ready()).isFalse();
        List<Answer> withoutCost =
                answers.stream().filter(it -> it.concept() != Concept.COST).toList();
        assertThat(Readiness.of(withoutCost, 2, 0.9).ready()).isFalse();
    }

    @Test
    void a_second_answer_to_a_question_is_no_evidence() {
        List<Answer> answers = List.of(answer("q", false), answer("q", true), answer("q", true));

        assertThat(Readiness.of(answers, 0, -1).share()).isZero();
    }

    /**
     * Of those to whom a chance of about x was stated, about x must pass a mock that is drawn anew. The error is averaged over ten bins. What
     * is stated knows nothing of the others; so in a crowd whose learners are all alike it would be larger, as with any such statement.
     */
    @ParameterizedTest
    @EnumSource
    void simulated_learners_pass_as_often_as_was_stated_after_100_answers(Crowd crowd) {
        var random = new SplittableRandom(20_261_121);
        double[] stated = new double[10];
        double[] passed = new double[10];
        int[] count = new int[10];
        int learners = 6000;
        for (int i = 0; i < learners; i++) {
            double[] skills = crowd.skills(random);
            List<Answer> answers = new ArrayList<>();
            for (int q = 0; q < 100; q++) {
                answers.add(answer("q" + q, random.nextDouble() < skills[q % skills.length]));
            }
            double chance = Readiness.of(answers, 0, -1).mockChance();
            int bin = Math.min(9, (int) (chance * 10));
            stated[bin] += chance;
            passed[bin] += rightOfTwenty(random, skills) >= 16 ? 1 : 0;
            count[bin]++;
        }

        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            error += Math.abs(stated[bin] - passed[bin]) / learners;
        }

        assertThat(error).as("expected calibration error").isLessThanOrEqualTo(0.05);
        assertThat(count[0]).isPositive();
        assertThat(count[9]).isPositive();
    }

    /** Whose skills are spread how; a skill is the chance to be right about a question of one concept. */
    enum Crowd {
        OF_EVERY_SKILL(1, 1, 0),
        MOSTLY_GOOD(6, 8, 0),
        MOSTLY_EXCELLENT(8, 9, 0),
        IN_THE_MIDDLE(3, 5, 0),
        GOOD_AT_SOME_CONCEPTS_ONLY(6, 8, 0.3);

        private final int place;
        private final int draws;
        private final double unevenness;

        Crowd(int place, int draws, double unevenness) {
            this.place = place;
            this.draws = draws;
            this.unevenness = unevenness;
        }

        /** The place-th smallest of so many even draws, and around it one skill for each concept. */
        double[] skills(SplittableRandom random) {
            double skill = random.doubles(draws).sorted().skip(place - 1).findFirst().orElseThrow();
            return random.doubles(Concept.values().length)
                    .map(it -> Math.clamp(skill + unevenness * (2 * it - 1), 0, 1))
                    .toArray();
        }
    }

    @Test
    void the_lower_bound_is_wilsons() {
        assertThat(Readiness.lowerBound(60, 60)).isCloseTo(0.9733, within(1e-3));
        assertThat(Readiness.lowerBound(0, 0)).isZero();
        assertThat(Readiness.lowerBound(30, 60)).isBetween(0.41, 0.43);
    }

    @Test
    void mastery_rises_with_right_answers_and_a_design_weighs_more() {
        double question = Mastery.after(Mastery.PRIOR, true, Mastery.GUESS_QUESTION);
        double design = Mastery.after(Mastery.PRIOR, true, Mastery.GUESS_DESIGN);

        // By Bayes: 0.2 x 0.9 / (0.2 x 0.9 + 0.8 x 0.25) = 0.4737, and 15 % of the rest is learned.
        assertThat(question).isCloseTo(0.552632, within(1e-6));
        assertThat(design).isGreaterThan(0.9);
        assertThat(Mastery.after(0.5, false, 0.25)).isLessThan(0.5);
    }

    private static int rightOfTwenty(SplittableRandom random, double[] skills) {
        int right = 0;
        for (int i = 0; i < 20; i++) {
            right += random.nextDouble() < skills[random.nextInt(skills.length)] ? 1 : 0;
        }
        return right;
    }

    private static Answer answer(String question, boolean correct) {
        Concept[] concepts = Concept.values();
        return new Answer(
                question,
                concepts[Math.floorMod(question.hashCode(), concepts.length)],
                correct,
                3,
                NOON);
    }
}

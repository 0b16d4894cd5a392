package dev.statecraft.learning;

import dev.statecraft.content.Concept;

import java.time.Instant;

/**
 * One answer that counts.
 *
 * @param question the id of a question or a drill; for a design {@code design:} and the scenario
 * @param confidence 1: guessed, 2: fairly sure, 3: sure; 0: not said
 * @param guess the chance to be right without understanding
 */
public record Answer(
        String question,
        Concept concept,
        boolean correct,
        int confidence,
        Instant at,
        double guess) {

    /** The answer to a question. */
    public Answer(String question, Concept concept, boolean correct, int confidence, Instant at) {
        this(question, concept, correct, confidence, at, Mastery.GUESS_QUESTION);
    }

    /** A design that passed all checks of a scenario. */
    public static Answer design(String scenario, Concept concept, Instant at) {
        return new Answer("design:" + scenario, concept, true, 0, at, Mastery.GUESS_DESIGN);
    }

    public boolean isDesign() {
        return guess == Mastery.GUESS_DESIGN;
    }
}

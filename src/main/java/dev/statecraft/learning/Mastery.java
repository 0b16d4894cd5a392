package dev.statecraft.learning;

import dev.statecraft.content.Concept;

import java.util.List;

/**
 * How likely it is that a learner has understood a concept: Bayesian knowledge tracing.
 *
 * @see <a href="https://doi.org/10.1007/BF01099821">Corbett and Anderson, Knowledge tracing, 1995</a>
 */
public final class Mastery {
    public static final double PRIOR = 0.2;
    private static final double LEARN = 0.15;
    private static final double SLIP = 0.1;

    /** Chance to be right about a multiple-choice question without understanding. */
    public static final double GUESS_QUESTION = 0.25;

    /** Chance that a design passes its checks without understanding. */
    public static final double GUESS_DESIGN = 0.02;

    private Mastery() {}

    /** From 0 to 1, after all answers about {@code concept}, oldest first. */
    public static double of(List<Answer> answers, Concept concept) {
        double known = PRIOR;
        for (Answer answer : answers) {
            if (answer.concept() == concept) {
                known = after(known, answer.correct(), answer.guess());
            }
        }
        return known;
    }

    /** What one more piece of evidence makes of {@code known}. */
    public static double after(double known, boolean correct, double guess) {
        double ifKnown = correct ? 1 - SLIP : SLIP;
        double ifNot = correct ? guess : 1 - guess;
        double given = known * ifKnown / (known * ifKnown + (1 - known) * ifNot);
        return given + (1 - given) * LEARN;
    }
}

package dev.statecraft.learning;

import dev.statecraft.content.Concept;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a learner is ready for the workflow slice of the exam, with the evidence.
 *
 * @param verdict in a sentence
 * @param share right answers among the first attempts that count, from 0 to 1
 * @param lower the lower 90 % bound of the chance to be right
 * @param mockChance the chance to get 16 or more of 20 such questions right
 * @param conditions what is asked for, and whether it is met
 */
public record Readiness(
        boolean ready,
        String verdict,
        int answers,
        double share,
        double lower,
        double mockChance,
        List<Condition> conditions) {
    public static final int FEWEST_ANSWERS = 50;
    private static final int LATEST = 60;
    private static final double WANTED_LOWER = 0.80;
    private static final double WANTED_MASTERY = 0.95;
    private static final double WANTED_RECALL = 0.85;
    private static final int WANTED_MOCKS = 2;
    private static final int MOCK_QUESTIONS = 20;
    private static final int MOCK_PASS = 16;
    private static final double Z_90_ONE_SIDED = 1.2816;

    public Readiness {
        conditions = List.copyOf(conditions);
    }

    public record Condition(String says, boolean met) {}

    /**
     * @param answers all answers, oldest first
     * @param goodMockDays days on which a mock was passed with 80 % or more
     * @param recall share of due cards that were recalled; negative: none was due yet
     */
    public static Readiness of(List<Answer> answers, int goodMockDays, double recall) {
        List<Answer> first = firstAttempts(answers);
        List<Answer> latest = first.subList(Math.max(0, first.size() - LATEST), first.size());
        long right = latest.stream().filter(Answer::correct).count();
        double share = latest.isEmpty() ? 0 : (double) right / latest.size();
        double lower = lowerBound(right, latest.size());
        long mastered =
                java.util.Arrays.stream(Concept.values())
                        .filter(it -> Mastery.of(answers, it) >= WANTED_MASTERY)
                        .count();
        List<Condition> conditions =
                List.of(
                        new Condition(
                                "At least 80 % right is nearly certain (lower 90 % bound of your last 60 first attempts: "
                                        + percent(lower)
                                        + ")",
                                lower >= WANTED_LOWER),
                        new Condition(
                                "Every concept is mastered (" + mastered + " of 12)",
                                mastered == Concept.values().length),
                        new Condition(
                                "Two mocks of 80 % on different days (" + goodMockDays + ")",
                                goodMockDays >= WANTED_MOCKS),
                        new Condition(
                                "85 % of due cards are recalled ("
                                        + (recall < 0 ? "none was due yet" : percent(recall))
                                        + ")",
                                recall >= WANTED_RECALL));
        boolean ready =
                first.size() >= FEWEST_ANSWERS && conditions.stream().allMatch(Condition::met);
        String verdict =
                first.size() < FEWEST_ANSWERS
                        ? "Not enough evidence: "
                                + first.size()
                                + " of "
                                + FEWEST_ANSWERS
                                + " questions answered for the first time."
                        : ready
                                ? "Ready for the workflow slice."
                                : "Not ready for the slice yet; what is missing stands below.";
        return new Readiness(
                ready,
                verdict,
                latest.size(),
                share,
                lower,
                mockChance(right, latest.size()),
                conditions);
    }

    /** As whole per cent, for the page. */
    public long mockChancePercent() {
        return Math.round(100 * mockChance);
    }

    /**
     * The chance to pass the next mock, when nothing is known but the answers so far: the beta-binomial distribution, from an even prior.
     */
    static double mockChance(long right, long all) {
        double chance = 0;
        for (int k = MOCK_PASS; k <= MOCK_QUESTIONS; k++) {
            chance +=
                    Math.exp(
                            logChoose(MOCK_QUESTIONS, k)
                                    + logBeta(k + right + 1, MOCK_QUESTIONS - k + all - right + 1)
                                    - logBeta(right + 1, all - right + 1));
        }
        return Math.min(1, chance);
    }

    private static double logBeta(long a, long b) {
        return logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
    }

    private static double logChoose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private static double logFactorial(long n) {
        double sum = 0;
        for (long i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }

    /** The first answer to each question; a second one may come from memory. */
    static List<Answer> firstAttempts(List<Answer> answers) {
        Set<String> seen = new HashSet<>();
        List<Answer> first = new ArrayList<>();
        for (Answer answer : answers) {
            if (!answer.isDesign() && seen.add(answer.question())) {
                first.add(answer);
            }
        }
        return first;
    }

    /** Wilson's bound: honest also for few answers and for shares near 1. */
    public static double lowerBound(long right, long all) {
        if (all == 0) {
            return 0;
        }
        double z = Z_90_ONE_SIDED;
        double p = (double) right / all;
        double centre = p + z * z / (2 * all);
        double spread = z * Math.sqrt(p * (1 - p) / all + z * z / (4.0 * all * all));
        return Math.max(0, (centre - spread) / (1 + z * z / all));
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}

package dev.statecraft.web.practice;

import dev.statecraft.learning.Answer;
import dev.statecraft.learning.Readiness;

import java.util.ArrayList;
import java.util.List;

/**
 * How often somebody was right, against how sure they felt; positions are those of the drawing.
 *
 * @param trusts from the least sure to the surest
 */
record TrustPlot(List<Trust> trusts) {
    static final int HEIGHT = 180;
    private static final int STEP = 120;
    private static final int TOP = 14;
    private static final int BASE = HEIGHT - 26;
    private static final String[] FEELINGS = {"A guess", "Fairly sure", "Sure"};

    /** What a feeling should mean: guesses among four options, three of four, nearly always. */
    private static final int[] MEANT = {25, 75, 95};

    /**
     * @param low lower end of the range in which the true share lies with a chance of 80 %, as a position
     * @param meant where the share would be if the feeling could be trusted, as a position
     * @param inWords what follows from it
     */
    record Trust(
            String feeling,
            int answers,
            int percent,
            int x,
            int y,
            int low,
            int high,
            int meant,
            String inWords) {

        public int left() {
            return x - 34;
        }

        public int right() {
            return x + 34;
        }
    }

    /** @param answers that count */
    static TrustPlot of(List<Answer> answers) {
        List<Trust> trusts = new ArrayList<>();
        for (int i = 0; i < FEELINGS.length; i++) {
            int level = i + 1;
            List<Answer> such = answers.stream().filter(it -> it.confidence() == level).toList();
            trusts.add(trust(i, such.stream().filter(Answer::correct).count(), such.size()));
        }
        return new TrustPlot(trusts);
    }

    private static Trust trust(int place, long right, int all) {
        double low = Readiness.lowerBound(right, all);
        double high = 1 - Readiness.lowerBound(all - right, all);
        double share = all == 0 ? 0 : (double) right / all;
        return new Trust(
                FEELINGS[place],
                all,
                (int) Math.round(100 * share),
                place * STEP + STEP / 2 + 30,
                at(share),
                at(low),
                at(high),
                at(MEANT[place] / 100.0),
                inWords(all, 100 * low, 100 * high, MEANT[place]));
    }

    private static String inWords(int all, double low, double high, int meant) {
        if (all == 0) {
            return "no answers yet";
        }
        if (high < meant) {
            return "less often than it should";
        }
        return low > meant ? "more often than you think" : "about as it should";
    }

    private static int at(double share) {
        return (int) Math.round(BASE - share * (BASE - TOP));
    }

    public int height() {
        return HEIGHT;
    }

    public int width() {
        return FEELINGS.length * STEP + 30;
    }

    public int top() {
        return TOP;
    }

    public int middle() {
        return (TOP + BASE) / 2;
    }

    public int base() {
        return BASE;
    }

    public int labelY() {
        return HEIGHT - 8;
    }
}

package dev.statecraft.web.practice;

import java.util.ArrayList;
import java.util.List;

/**
 * A small plot of counts, one bar each; positions are those of the drawing.
 *
 * @param width of the drawing
 * @param most the highest count, written at the top of the axis
 */
record BarPlot(List<Bar> bars, int width, int most) {
    static final int HEIGHT = 120;
    private static final int STEP = 44;
    private static final int GAP = 8;
    private static final int EVERY = 4;
    private static final int TOP = 20;
    private static final int BASE = HEIGHT - 20;

    /** @param said in full, for those who do not see the drawing */
    record Count(String label, String said, int value) {}

    /** @param always true if the label is shown where there is room for few only */
    record Bar(
            String label,
            String said,
            int value,
            boolean always,
            int x,
            int y,
            int width,
            int height,
            int middle) {

        /** Where the number stands. */
        public int above() {
            return y - 4;
        }
    }

    static BarPlot of(List<Count> counts) {
        int most = counts.stream().mapToInt(Count::value).max().orElse(0);
        int today = counts.stream().map(Count::label).toList().indexOf("today");
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Count it = counts.get(i);
            int height = most == 0 ? 0 : Math.ceilDiv((BASE - TOP) * it.value(), most);
            int x = i * STEP + GAP / 2;
            bars.add(
                    new Bar(
                            it.label(),
                            it.said(),
                            it.value(),
                            (i - today) % EVERY == 0,
                            x,
                            BASE - height,
                            STEP - GAP,
                            height,
                            x + (STEP - GAP) / 2));
        }
        return new BarPlot(bars, Math.max(STEP, counts.size() * STEP), most);
    }

    public int base() {
        return BASE;
    }

    public int height() {
        return HEIGHT;
    }

    public int labelY() {
        return HEIGHT - 4;
    }
}

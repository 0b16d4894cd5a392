package dev.statecraft.diagram.timeline;

import dev.statecraft.diagram.Durations;
import dev.statecraft.diagram.timeline.FoldedAxis.Stretch;

import java.util.ArrayList;
import java.util.List;

/** Round times on a {@link FoldedAxis}, counted anew after each fold. */
final class AxisTicks {
    private static final double LEAST_DISTANCE = 72;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] ROUND = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        5 * DAY,
        10 * DAY,
        30 * DAY,
        100 * DAY
    };

    record Tick(double x, String label) {}

    private AxisTicks() {}

    static List<Tick> of(FoldedAxis axis, double start) {
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(start, "0"));
        long step = step(axis.pixelsPerMilli());
        long origin = 0;
        boolean afterFold = false;
        for (Stretch stretch : axis.stretches()) {
            long from = stretch.sinceStart().toMillis();
            if (stretch.folded()) {
                origin = from + stretch.length().toMillis();
                afterFold = true;
                continue;
            }
            long first = Math.floorDiv(from - origin, step) * step + step;
            for (long t = first; t <= from - origin + stretch.length().toMillis(); t += step) {
                double share = (double) (t - (from - origin)) / stretch.length().toMillis();
                double x = stretch.from() + share * (stretch.to() - stretch.from());
                if (x - ticks.getLast().x() >= LEAST_DISTANCE / 2) {
                    ticks.add(new Tick(x, (afterFold ? "+" : "") + Durations.wordsOfMillis(t)));
                }
            }
        }
        return ticks;
    }

    private static long step(double pixelsPerMilli) {
        for (long round : ROUND) {
            if (round * pixelsPerMilli >= LEAST_DISTANCE) {
                return round;
            }
        }
        return ROUND[ROUND.length - 1];
    }
}

package dev.statecraft.diagram.timeline;

import dev.statecraft.engine.history.HistoryEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A time axis on which a year fits: long stretches in which nothing happens are folded to the same narrow width.
 *
 * <p>Events of one moment follow each other at a small distance, since their order matters more than that they took no
 * time. Between moments, distance is proportional to time.
 */
final class FoldedAxis {
    private static final double STEP_MOST = 9;

    /** Where no time passes at all, there is all the room for the order of events. */
    private static final double STEP_WITHOUT_TIME = 40;

    private static final double STEPS_SHARE = 0.4;
    private static final double FOLD_WIDTH = 40;
    private static final double FOLDS_SHARE = 0.4;

    /** A stretch is folded if it is so many times as long as all shorter stretches together. */
    private static final double DWARFS = 8;

    private static final int FEW_STRETCHES = 4;

    /** A stretch in which nothing happens. */
    record Stretch(double from, double to, Duration length, Duration sinceStart, boolean folded) {}

    private final double[] xs;
    private final List<Stretch> stretches = new ArrayList<>();
    private final double pixelsPerMilli;
    private final double end;

    /** @param events all events, in order; at least one */
    FoldedAxis(List<HistoryEvent> events, double from, double width) {
        int count = events.size();
        long[] gaps = gaps(events);
        long threshold = threshold(gaps);
        long folds = Arrays.stream(gaps).filter(gap -> gap >= threshold).count();
        double foldWidth = folds == 0 ? 0 : Math.min(FOLD_WIDTH, width * FOLDS_SHARE / folds);
        long unfolded = Arrays.stream(gaps).filter(gap -> gap < threshold).sum();
        double step =
                unfolded == 0
                        ? Math.min(STEP_WITHOUT_TIME, (width - foldWidth * folds) / count)
                        : Math.min(STEP_MOST, width * STEPS_SHARE / count);
        double room = width - step * count - foldWidth * folds;
        pixelsPerMilli = unfolded == 0 ? 0 : room / unfolded;
        xs = new double[count];
        Instant start = events.getFirst().timestamp();
        double x = from;
        for (int i = 0; i < count; i++) {
            if (i > 0 && gaps[i - 1] > 0) {
                boolean folded = gaps[i - 1] >= threshold;
                double length = folded ? foldWidth : gaps[i - 1] * pixelsPerMilli;
                Instant before = events.get(i - 1).timestamp();
                stretches.add(
                        new Stretch(
                                x,
                                x + length,
                                Duration.ofMillis(gaps[i - 1]),
                                Duration.between(start, before),
                                folded));
                x += length;
            }
            xs[i] = x;
            x += step;
        }
        end = x;
    }

    /** Where the event of that id stands. */
    double x(long eventId) {
        return xs[(int) Math.clamp(eventId - 1, 0L, xs.length - 1L)];
    }

    /** After the last event. */
    double end() {
        return end;
    }

    List<Stretch> stretches() {
        return stretches;
    }

    /** 0 where no time passes at all. */
    double pixelsPerMilli() {
        return pixelsPerMilli;
    }

    private static long[] gaps(List<HistoryEvent> events) {
        long[] gaps = new long[events.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            Instant before = events.get(i).timestamp();
            gaps[i] =
                    Math.max(0, Duration.between(before, events.get(i + 1).timestamp()).toMillis());
        }
        return gaps;
    }

    /** The length from which stretches are folded: the first that dwarfs all shorter ones, if these are not just a few. */
    private static long threshold(long[] gaps) {
        long[] sorted = Arrays.stream(gaps).filter(gap -> gap > 0).sorted().toArray();
        long sum = 0;
        long longest = Long.MAX_VALUE;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] > DWARFS * sum) {
                if (i >= Math.min(FEW_STRETCHES, sorted.length / 2.0)) {
                    return sorted[i];
                }
                longest = sorted[i];
            }
            sum += sorted[i];
        }
        return longest;
    }
}

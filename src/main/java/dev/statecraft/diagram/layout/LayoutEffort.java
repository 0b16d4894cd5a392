package dev.statecraft.diagram.layout;

import dev.statecraft.diagram.StateGraph.Edge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How much care an area can be placed with in the time of a keystroke.
 *
 * <p>A learner may draw every state to every other. The time that the layered layout takes follows two numbers that are
 * known beforehand: the places to find, which are the stations and the layers that tracks pass through, and, gap by gap
 * between layers, the square of the tracks that run there. Measured on one core: 1,100 places take the careful placement
 * 0.25 s and the quick one 0.06 s; 5,000 take the careful one 20 s; the quick one takes 0.2 s for a crowd of 250,000.
 * Counting, and not a clock, decides, so that the same text always gives the same drawing.
 */
enum LayoutEffort {
    CAREFUL(700, 100_000),
    QUICK(5000, 250_000),
    PLAIN(Long.MAX_VALUE, Long.MAX_VALUE);

    private final long mostPlaces;
    private final long mostCrowded;

    LayoutEffort(long mostPlaces, long mostCrowded) {
        this.mostPlaces = mostPlaces;
        this.mostCrowded = mostCrowded;
    }

    static LayoutEffort of(AreaPlan plan) {
        long[] tracks = tracksBetweenLayers(plan);
        long passed = LongStream.of(tracks).sum() - plan.edges().size();
        long places = plan.shapes().size() + passed;
        long crowded = LongStream.of(tracks).map(count -> count * count).sum();
        for (LayoutEffort effort : values()) {
            if (places <= effort.mostPlaces && crowded <= effort.mostCrowded) {
                return effort;
            }
        }
        return PLAIN;
    }

    /** How many tracks run between each layer and the next. */
    private static long[] tracksBetweenLayers(AreaPlan plan) {
        Map<Integer, Integer> order = new HashMap<>();
        plan.shapes().forEach(shape -> order.put(shape.id(), order.size()));
        List<Span> spans =
                plan.edges().stream()
                        .map(edge -> Span.of(edge, order))
                        .sorted(Comparator.comparingInt(Span::upper))
                        .toList();
        int[] layers = new int[order.size()];
        for (Span span : spans) {
            layers[span.lower()] =
                    Math.max(layers[span.lower()], layers[span.upper()] + span.least());
        }
        long[] tracks = new long[2 * order.size() + 1];
        for (Span span : spans) {
            tracks[layers[span.upper()]]++;
            tracks[layers[span.lower()]]--;
        }
        Arrays.parallelPrefix(tracks, Long::sum);
        return tracks;
    }

    /** @param least how many layers lie between the ends at least: a label takes one of its own */
    private record Span(int upper, int lower, int least) {
        static Span of(Edge edge, Map<Integer, Integer> order) {
            int from = order.get(edge.from());
            int to = order.get(edge.to());
            int least = from == to ? 0 : edge.label().isEmpty() ? 1 : 2;
            return new Span(Math.min(from, to), Math.max(from, to), least);
        }
    }
}

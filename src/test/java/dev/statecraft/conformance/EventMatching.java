package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.conformance.Wildcards.Bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matches the trees of two histories, whose branches may have run in any order. */
final class EventMatching {
    private static final int MOST_TRIES = 20_000;

    private final HistoryComparison histories;
    private final EventForest expectedForest;
    private final EventForest actualForest;
    private int tries;

    EventMatching(HistoryComparison histories, EventForest expected, EventForest actual) {
        this.histories = histories;
        this.expectedForest = expected;
        this.actualForest = actual;
    }

    /** Empty if some order of {@code actual} is {@code expected}, with all that follows; else the nearest miss. */
    Optional<Difference> match(List<JsonNode> expected, List<JsonNode> actual, Bound bound) {
        if (expected.size() != actual.size()) {
            return Optional.of(
                    Difference.at("events that follow one event", types(expected), types(actual)));
        }
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        JsonNode first = expected.getFirst();
        List<JsonNode> others = expected.subList(1, expected.size());
        Optional<Difference> nearest = Optional.empty();
        for (JsonNode candidate : likeliestFirst(first, actual)) {
            if (++tries > MOST_TRIES) {
                return nearest.or(
                        () ->
                                Optional.of(
                                        Difference.at(
                                                "search",
                                                "an order that matches",
                                                "too many orders to try")));
            }
            Bound trial = bound.copy();
            Optional<Difference> difference = tree(first, candidate, trial);
            if (difference.isEmpty()) {
                difference = match(others, without(actual, candidate), trial);
            }
            if (difference.isEmpty()) {
                bound.become(trial);
                return Optional.empty();
            }
            if (nearest.isEmpty() || (isType(nearest.get()) && !isType(difference.get()))) {
                nearest = difference;
            }
        }
        return nearest;
    }

    private Optional<Difference> tree(JsonNode expected, JsonNode actual, Bound bound) {
        JsonNode one = expected;
        JsonNode other = actual;
        while (true) {
            Optional<Difference> difference = histories.events(one, other, bound);
            if (difference.isPresent()) {
                return difference;
            }
            List<JsonNode> next = expectedForest.followers(one);
            List<JsonNode> actualNext = actualForest.followers(other);
            if (next.size() != 1 || actualNext.size() != 1) {
                return match(next, actualNext, bound);
            }
            one = next.getFirst();
            other = actualNext.getFirst();
        }
    }

    private static List<JsonNode> likeliestFirst(JsonNode expected, List<JsonNode> actual) {
        List<JsonNode> ordered = new ArrayList<>();
        String type = EventForest.type(expected);
        actual.stream().filter(it -> EventForest.type(it).equals(type)).forEach(ordered::add);
        actual.stream().filter(it -> !EventForest.type(it).equals(type)).forEach(ordered::add);
        return ordered;
    }

    private static List<JsonNode> without(List<JsonNode> events, JsonNode one) {
        List<JsonNode> others = new ArrayList<>(events);
        others.removeIf(it -> it == one);
        return others;
    }

    private static boolean isType(Difference difference) {
        return difference.where().equals("type");
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(EventForest::type).toList();
    }
}

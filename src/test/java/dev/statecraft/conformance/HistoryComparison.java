package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.conformance.Wildcards.Bound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two histories: every event's type and details, and how the events hang on each other. */
final class HistoryComparison {
    private static final Set<String> NUMBERING = Set.of("id", "previousEventId", "timestamp");

    private final ValueComparison values;

    HistoryComparison(ValueComparison values) {
        this.values = values;
    }

    Optional<Difference> compare(List<JsonNode> expected, List<JsonNode> actual, Bound bound) {
        if (ZeroedHistory.isZeroed(expected)) {
            return new ZeroedHistory(this).compare(expected, actual, bound);
        }
        if (!EventForest.hasFork(expected)) {
            return inOrder(expected, actual, bound);
        }
        var one = new EventForest(expected);
        var other = new EventForest(actual);
        return new EventMatching(this, one, other).match(one.roots(), other.roots(), bound);
    }

    /** The difference between two events, not counting their numbers. */
    Optional<Difference> events(JsonNode expected, JsonNode actual, Bound bound) {
        String type = EventForest.type(expected);
        if (!type.equals(EventForest.type(actual))) {
            return Optional.of(Difference.at("type", label(expected), label(actual)));
        }
        return values.compare(unnumbered(expected), unnumbered(actual), bound, type)
                .map(it -> it.within("event " + expected.path("id").asText()));
    }

    private Optional<Difference> inOrder(
            List<JsonNode> expected, List<JsonNode> actual, Bound bound) {
        Map<Long, Integer> places = places(expected);
        Map<Long, Integer> actualPlaces = places(actual);
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            JsonNode one = expected.get(i);
            JsonNode other = actual.get(i);
            Optional<Difference> difference = events(one, other, bound);
            if (difference.isPresent()) {
                return difference;
            }
            if (place(places, one) != place(actualPlaces, other)) {
                return Optional.of(
                        Difference.at(
                                label(one) + ": previousEventId",
                                EventForest.previous(one),
                                EventForest.previous(other)));
            }
        }
        return expected.size() == actual.size()
                ? Optional.empty()
                : Optional.of(oddOneOut(expected, actual));
    }

    private static Difference oddOneOut(List<JsonNode> expected, List<JsonNode> actual) {
        List<JsonNode> longer = expected.size() > actual.size() ? expected : actual;
        JsonNode first = longer.get(Math.min(expected.size(), actual.size()));
        return Difference.at(
                "number of events",
                expected.size(),
                actual.size() + "; the first unmatched is " + label(first));
    }

    private static Map<Long, Integer> places(List<JsonNode> events) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            places.put(EventForest.id(events.get(i)), i);
        }
        return places;
    }

    private static int place(Map<Long, Integer> places, JsonNode event) {
        return places.getOrDefault(EventForest.previous(event), -1);
    }

    private static JsonNode unnumbered(JsonNode event) {
        ObjectNode copy = ((ObjectNode) event).objectNode();
        event.properties().stream()
                .filter(it -> !NUMBERING.contains(it.getKey()))
                .forEach(it -> copy.set(it.getKey(), it.getValue()));
        return copy;
    }

    private static String label(JsonNode event) {
        return EventForest.type(event) + " (id " + event.path("id").asText() + ")";
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.conformance.Wildcards.Bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A recording in which the numbers inside a Parallel were set to zero. The order in there says nothing, and the recorder
 * lost the events between the last one of the branches and the end of the Parallel.
 */
final class ZeroedHistory {
    private static final Pattern END =
            Pattern.compile("ParallelState(Succeeded|Aborted|Exited|Failed)");
    private static final String START = "ParallelStateStarted";

    private final HistoryComparison histories;

    ZeroedHistory(HistoryComparison histories) {
        this.histories = histories;
    }

    static boolean isZeroed(List<JsonNode> events) {
        return events.stream()
                .anyMatch(it -> !it.path("id").isIntegralNumber() || EventForest.id(it) == 0);
    }

    Optional<Difference> compare(List<JsonNode> expected, List<JsonNode> actual, Bound bound) {
        // A recording that kept the ends is compared as it is.
        List<JsonNode> reduced = ends(actual) > ends(expected) ? asRecorded(actual) : actual;
        List<List<JsonNode>> one = stretches(expected);
        List<List<JsonNode>> other = stretches(reduced);
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            Optional<Difference> difference = anyOrder(one.get(i), other.get(i), bound);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return expected.size() == reduced.size()
                ? Optional.empty()
                : Optional.of(Difference.at("number of events", expected.size(), reduced.size()));
    }

    private Optional<Difference> anyOrder(
            List<JsonNode> expected, List<JsonNode> actual, Bound bound) {
        var unchained = new EventForest(List.of());
        return new EventMatching(histories, unchained, unchained).match(expected, actual, bound);
    }

    /** Drops what the recorder lost: it took the branches out of the list while it walked the list. */
    static List<JsonNode> asRecorded(List<JsonNode> events) {
        List<JsonNode> left = new ArrayList<>(events);
        List<JsonNode> branches = new ArrayList<>();
        int begin = 0;
        boolean inside = false;
        for (int i = 0; i < left.size(); i++) {
            String type = EventForest.type(left.get(i));
            if (END.matcher(type).matches()) {
                left.subList(begin, i).clear();
                left.addAll(begin, branches);
                inside = false;
            } else if (type.equals(START)) {
                begin = i + 1;
                inside = true;
                branches.clear();
            } else if (inside) {
                branches.add(left.get(i));
            }
        }
        return left;
    }

    /** Single events, and between a Parallel's start and its end all events at once. */
    private static List<List<JsonNode>> stretches(List<JsonNode> events) {
        List<List<JsonNode>> stretches = new ArrayList<>();
        int i = 0;
        while (i < events.size()) {
            JsonNode event = events.get(i++);
            stretches.add(List.of(event));
            if (EventForest.type(event).equals(START)) {
                int from = i;
                while (i < events.size() && !endsOrStarts(events.get(i))) {
                    i++;
                }
                stretches.add(List.copyOf(events.subList(from, i)));
            }
        }
        return stretches;
    }

    private static boolean endsOrStarts(JsonNode event) {
        String type = EventForest.type(event);
        return type.equals(START) || END.matcher(type).matches();
    }

    private static long ends(List<JsonNode> events) {
        return events.stream().filter(it -> END.matcher(EventForest.type(it)).matches()).count();
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A history as the trees that {@code previousEventId} makes. What ends a Map or Parallel hangs on what began it: the
 * service hangs it on whichever branch came last, and that may be any.
 */
final class EventForest {
    private static final Pattern FORK = Pattern.compile("(Parallel|Map)StateStarted");
    private static final Pattern JOIN =
            Pattern.compile("(Parallel|Map)State(Succeeded|Failed|Aborted)");
    private static final Pattern EXIT = Pattern.compile("(Parallel|Map)StateExited");

    private final Map<Long, JsonNode> byId = new HashMap<>();
    private final Map<Long, List<JsonNode>> followers = new HashMap<>();
    private final List<JsonNode> roots = new ArrayList<>();

    EventForest(List<JsonNode> events) {
        events.forEach(event -> byId.put(id(event), event));
        for (JsonNode event : events) {
            long parent = parent(event);
            if (byId.containsKey(parent)) {
                followers.computeIfAbsent(parent, it -> new ArrayList<>()).add(event);
            } else {
                roots.add(event);
            }
        }
    }

    List<JsonNode> roots() {
        return roots;
    }

    List<JsonNode> followers(JsonNode event) {
        return followers.getOrDefault(id(event), List.of());
    }

    static boolean hasFork(List<JsonNode> events) {
        return events.stream().anyMatch(event -> FORK.matcher(type(event)).matches());
    }

    static long id(JsonNode event) {
        return event.path("id").asLong();
    }

    static String type(JsonNode event) {
        return event.path("type").asText();
    }

    static long previous(JsonNode event) {
        return event.path("previousEventId").asLong();
    }

    private long parent(JsonNode event) {
        long previous = previous(event);
        boolean join = JOIN.matcher(type(event)).matches();
        boolean exitWithoutJoin = EXIT.matcher(type(event)).matches() && !isType(previous, JOIN);
        return join || exitWithoutJoin ? enclosingFork(previous).orElse(previous) : previous;
    }

    /** The event that began the Map or Parallel in which event {@code from} lies. */
    private Optional<Long> enclosingFork(long from) {
        int depth = 0;
        long at = from;
        while (byId.containsKey(at)) {
            long up = previous(byId.get(at));
            if (isType(at, EXIT)) {
                depth++;
                if (isType(up, JOIN)) {
                    up = previous(byId.get(up));
                }
            } else if (isType(at, JOIN)) {
                depth++;
            } else if (isType(at, FORK)) {
                if (depth == 0) {
                    return Optional.of(at);
                }
                // A second start of the same state, by a retrier, does not close another level.
                if (byId.containsKey(up) && type(byId.get(up)).endsWith("StateEntered")) {
                    depth--;
                }
            }
            if (up >= at) {
                return Optional.empty();
            }
            at = up;
        }
        return Optional.empty();
    }

    private boolean isType(long id, Pattern pattern) {
        return byId.containsKey(id) && pattern.matcher(type(byId.get(id))).matches();
    }
}

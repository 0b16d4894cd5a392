package dev.statecraft.diagram.timeline;

import dev.statecraft.engine.history.HistoryEvent;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where one can go from an event: to the next one, to the next state, to the first and the last. */
record EventSteps(List<HistoryEvent> events, long from) {

    /** Events by the name of the step; a step that leads nowhere is not there. */
    Map<String, Long> all() {
        Map<String, Long> steps = new TreeMap<>();
        if (from > 1) {
            steps.put("first", 1L);
            steps.put("previous", from - 1);
        }
        if (from < events.size()) {
            steps.put("last", (long) events.size());
            steps.put("next", from + 1);
        }
        List<Long> entered =
                events.stream()
                        .filter(event -> event.type().isStateEntered())
                        .map(HistoryEvent::id)
                        .toList();
        entered.stream()
                .filter(id -> id < from)
                .max(Comparator.naturalOrder())
                .ifPresent(id -> steps.put("previous-state", id));
        entered.stream()
                .filter(id -> id > from)
                .findFirst()
                .ifPresent(id -> steps.put("next-state", id));
        return steps;
    }
}

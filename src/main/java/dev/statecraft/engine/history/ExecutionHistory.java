package dev.statecraft.engine.history;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The events of one execution, in order. */
public final class ExecutionHistory {
    private final List<HistoryEvent> events;
    // The service keeps a caller's spelling of a value that is passed through, so we remember the
    // text by identity.
    private final Map<JsonNode, String> givenTexts;

    ExecutionHistory(List<HistoryEvent> events, Map<JsonNode, String> givenTexts) {
        this.events = Collections.unmodifiableList(events);
        this.givenTexts = new IdentityHashMap<>(givenTexts);
    }

    public List<HistoryEvent> events() {
        return events;
    }

    /** The event of that id, counted from 1. */
    public HistoryEvent event(long id) {
        return events.get(Math.toIntExact(id - 1));
    }

    /** The value as the history writes it: as the caller spelled it, or compact. */
    public String text(JsonNode value) {
        String given = givenTexts.get(value);
        return given != null ? given : value.toString();
    }
}

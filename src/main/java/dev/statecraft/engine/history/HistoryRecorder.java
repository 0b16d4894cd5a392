package dev.statecraft.engine.history;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.Recording;
import dev.statecraft.engine.Timeline;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the history of one execution, and knows when it is full. */
public final class HistoryRecorder {
    private final EventLog events = new EventLog();
    private final Map<JsonNode, String> givenTexts = new IdentityHashMap<>();
    private final Timeline timeline;
    private final long maxEvents;
    private final Optional<Recording> recording;

    public HistoryRecorder(Timeline timeline, long maxEvents, Optional<Recording> recording) {
        this.timeline = timeline;
        this.maxEvents = maxEvents;
        this.recording = recording;
    }

    /** Remembers how the caller spelled {@code value}. */
    public void given(JsonNode value, String text) {
        givenTexts.put(value, text);
    }

    /**
     * Appends an event and returns its id.
     *
     * @throws Full if only the last event, which ends the execution, still fits
     */
    public long record(EventType type, long previousId, EventDetails details) {
        if (events.size() >= maxEvents - 1) {
            throw new Full(maxEvents);
        }
        return append(type, previousId, details);
    }

    /** Appends the event that ends the execution; there is always room for it. */
    public long recordEnd(EventType type, long previousId, EventDetails details) {
        return append(type, previousId, details);
    }

    private long append(EventType type, long previousId, EventDetails details) {
        long id = events.size() + 1L;
        Instant now = timeline.instant();
        events.add(new HistoryEvent(id, previousId, now, type, details));
        recording.ifPresent(it -> it.happened(id));
        return id;
    }

    public long lastId() {
        return events.size();
    }

    public ExecutionHistory history() {
        return new ExecutionHistory(events, givenTexts);
    }

    /** The history has as many events as the quota allows. */
    public static final class Full extends RuntimeException {
        Full(long maxEvents) {
            super(
                    "The execution reached the maximum number of history events ("
                            + maxEvents
                            + ").",
                    null,
                    false,
                    false);
        }
    }
}

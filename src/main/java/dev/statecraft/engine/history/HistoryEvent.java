package dev.statecraft.engine.history;

import java.time.Instant;

/**
 * One event of an execution's history.
 *
 * @param id from 1, without gaps
 * @param previousId the event that led to this one; 0 for the first event and for the first StateEntered
 * @param type such as {@code TaskStateEntered}
 */
public record HistoryEvent(
        long id, long previousId, Instant timestamp, EventType type, EventDetails details) {}

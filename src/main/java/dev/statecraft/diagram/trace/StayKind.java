package dev.statecraft.diagram.trace;

import dev.statecraft.engine.history.EventType;

import java.util.Locale;

/** The type of a state, as the names of its events tell it. */
public enum StayKind {
    TASK,
    PASS,
    CHOICE,
    WAIT,
    SUCCEED,
    FAIL,
    PARALLEL,
    MAP;

    /** The kind whose name begins the event's: {@code TaskStateEntered} tells of a TASK. */
    static StayKind of(EventType event) {
        String name = event.name().toUpperCase(Locale.ROOT);
        for (StayKind kind : values()) {
            if (name.startsWith(kind.name())) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No state writes " + event);
    }
}

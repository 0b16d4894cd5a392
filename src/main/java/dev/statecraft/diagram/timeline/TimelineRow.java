package dev.statecraft.diagram.timeline;

import dev.statecraft.diagram.StateStatus;

import java.util.List;
import java.util.Optional;

/**
 * One row of a timeline: a state, or an iteration of a Map with its states one after the other.
 *
 * @param depth how many yards the row lies in
 * @param status of the state as a whole; none for an iteration
 */
record TimelineRow(int depth, String label, Optional<StateStatus> status, List<Bar> bars) {
    TimelineRow {
        bars = List.copyOf(bars);
    }

    /**
     * Something that took its time.
     *
     * @param fromEvent the first event of it, which a click selects
     * @param toEvent the event that ended it; none if it still goes on
     * @param words what it says to somebody who does not see it
     * @param note what is written beside it where there is room
     */
    record Bar(
            Kind kind,
            StateStatus status,
            long fromEvent,
            Optional<Long> toEvent,
            String words,
            String note) {}

    enum Kind {
        /** The stay in a Parallel or Map. */
        SPAN,
        /** One try of a task. */
        ATTEMPT,
        /** The wait before the next try. */
        BACKOFF,
        /** The stay in a Wait state. */
        WAIT,
        /** A state that takes no time. */
        INSTANT
    }
}

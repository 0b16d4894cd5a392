package dev.statecraft.diagram;

import dev.statecraft.engine.history.HistoryEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** One try of a Task, Parallel or Map: a Retry makes another one in the same {@link Stay}. */
final class Attempt {
    /** How an attempt stands. */
    enum Outcome {
        RUNNING,
        /** Handed out, and now somebody else has to answer. */
        WAITING,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED
    }

    private final HistoryEvent first;
    private Outcome outcome;
    private @Nullable HistoryEvent last;
    private Optional<String> error = Optional.empty();

    Attempt(HistoryEvent first, Outcome outcome) {
        this.first = first;
        this.outcome = outcome;
    }

    long firstEventId() {
        return first.id();
    }

    Instant from() {
        return first.timestamp();
    }

    Optional<Instant> to() {
        return Optional.ofNullable(last).map(HistoryEvent::timestamp);
    }

    Optional<Long> lastEventId() {
        return Optional.ofNullable(last).map(HistoryEvent::id);
    }

    Outcome outcome() {
        return outcome;
    }

    Optional<String> error() {
        return error;
    }

    boolean isOpen() {
        return last == null;
    }

    boolean hasFailed() {
        return outcome == Outcome.FAILED || outcome == Outcome.TIMED_OUT;
    }

    void becomes(Outcome now) {
        outcome = now;
    }

    void ends(Outcome how, HistoryEvent event, Optional<String> errorName) {
        outcome = how;
        last = event;
        error = errorName;
    }

    void endsWith(Stay.End end, HistoryEvent event) {
        Outcome how =
                switch (end) {
                    case EXITED, OPEN -> Outcome.SUCCEEDED;
                    case FAILED -> Outcome.FAILED;
                    case ABORTED -> Outcome.ABORTED;
                };
        ends(how, event, Optional.empty());
    }
}

package dev.statecraft.diagram.trace;

import dev.statecraft.engine.history.HistoryEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** One try of a Task, Parallel or Map: a Retry makes another one in the same {@link Stay}. */
public final class Attempt {
    /** How an attempt stands. */
    public enum Outcome {
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

    public long firstEventId() {
        return first.id();
    }

    public Instant from() {
        return first.timestamp();
    }

    public Optional<Instant> to() {
        return Optional.ofNullable(last).map(HistoryEvent::timestamp);
    }

    public Optional<Long> lastEventId() {
        return Optional.ofNullable(last).map(HistoryEvent::id);
    }

    public Outcome outcome() {
        return outcome;
    }

    public Optional<String> error() {
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

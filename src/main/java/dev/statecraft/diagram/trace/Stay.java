package dev.statecraft.diagram.trace;

import dev.statecraft.engine.history.HistoryEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One stay of an execution in a state, from its entered event on. Filled in by {@link RunTrace}. */
public final class Stay {
    /** How a stay ended, if it has. */
    enum End {
        OPEN,
        EXITED,
        FAILED,
        ABORTED
    }

    /** The iteration number of a stay that lies in no Map. */
    static final int NO_ITERATION = -1;

    private final int number;
    private final String state;
    private final StayKind kind;
    private final HistoryEvent entered;
    private final @Nullable Stay parent;
    private final @Nullable Stay origin;
    private final int iteration;
    private final List<Attempt> attempts = new ArrayList<>();

    private End end;
    private @Nullable HistoryEvent ended;
    private boolean failing;
    private int items;
    private int itemsDone;

    /**
     * @param number from 0, in the order of entering
     * @param parent the stay in the Parallel or Map that this one lies in
     * @param origin the stay from which a transition led here; null at the start of a line, branch or iteration
     */
    Stay(
            int number,
            String state,
            StayKind kind,
            HistoryEvent entered,
            @Nullable Stay parent,
            @Nullable Stay origin,
            int iteration) {
        this.number = number;
        this.state = state;
        this.kind = kind;
        this.entered = entered;
        this.parent = parent;
        this.origin = origin;
        this.iteration = iteration;
        // A Fail state fails by being entered, and has no exited event.
        this.end = kind == StayKind.FAIL ? End.FAILED : End.OPEN;
        this.ended = kind == StayKind.FAIL ? entered : null;
    }

    int number() {
        return number;
    }

    public String state() {
        return state;
    }

    public StayKind kind() {
        return kind;
    }

    public long enteredEventId() {
        return entered.id();
    }

    public Instant from() {
        return entered.timestamp();
    }

    public Optional<Instant> to() {
        return Optional.ofNullable(ended).map(HistoryEvent::timestamp);
    }

    public Optional<Long> endedEventId() {
        return Optional.ofNullable(ended).map(HistoryEvent::id);
    }

    public Optional<Stay> parent() {
        return Optional.ofNullable(parent);
    }

    public Optional<Stay> origin() {
        return Optional.ofNullable(origin);
    }

    /** True for {@code inner} itself, and for everything in it. */
    boolean isAround(Stay inner) {
        for (Optional<Stay> it = Optional.of(inner); it.isPresent(); it = it.get().parent()) {
            if (it.get() == this) {
                return true;
            }
        }
        return false;
    }

    /** From 0; the iteration of the innermost Map around this stay. */
    public int iteration() {
        return iteration;
    }

    public List<Attempt> attempts() {
        return attempts;
    }

    Optional<Attempt> lastAttempt() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    End end() {
        return end;
    }

    boolean isOpen() {
        return end == End.OPEN;
    }

    /** True for a stay that was left because a Catch answered its failure. */
    boolean isCaught() {
        return end == End.EXITED && failing;
    }

    int items() {
        return items;
    }

    int itemsDone() {
        return itemsDone;
    }

    // What happens to it.

    void begins(Attempt attempt) {
        attempts.add(attempt);
        failing = false;
    }

    void hasItems(int count) {
        items = count;
        itemsDone = 0;
    }

    void itemIsDone() {
        itemsDone++;
    }

    /** Something in the state failed; a Retry or a Catch may still answer. */
    void fails() {
        failing = true;
    }

    void ends(End how, HistoryEvent event) {
        end = how;
        ended = event;
        lastAttempt().filter(Attempt::isOpen).ifPresent(attempt -> attempt.endsWith(how, event));
    }

    void reopens() {
        end = End.OPEN;
        ended = null;
    }
}

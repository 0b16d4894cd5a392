package dev.statecraft.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The virtual clock and everything that is due on it. Time stands still while anything is left to do now, and then jumps
 * to the next due thing; things due at the same moment happen in the order in which they were scheduled.
 *
 * <p>One timeline carries all executions, services and people of one simulated account. Not for use by several threads.
 */
public final class Timeline implements InstantSource {
    private final ArrayDeque<Runnable> now = new ArrayDeque<>();
    private final PriorityQueue<Appointment> later = new PriorityQueue<>();
    private Instant instant;
    private long scheduled;

    public Timeline(Instant start) {
        this.instant = start;
    }

    @Override
    public Instant instant() {
        return instant;
    }

    /** Does {@code action} at the present moment, after everything that is already waiting for it. */
    public void soon(Runnable action) {
        now.add(action);
    }

    /** Does {@code action} at {@code when}; a moment that has passed counts as now. */
    public Appointment at(Instant when, Runnable action) {
        var appointment =
                new Appointment(when.isBefore(instant) ? instant : when, scheduled++, action);
        later.add(appointment);
        return appointment;
    }

    /** Does everything that is due at the present moment. */
    public void runDue() {
        while (true) {
            Runnable next = now.poll();
            if (next == null) {
                Appointment due = later.peek();
                if (due == null || (due.when.isAfter(instant) && !due.cancelled)) {
                    return;
                }
                later.poll();
                next = due.action;
            }
            next.run();
        }
    }

    /** Moves on to the next due thing and does all that is due then; false if nothing is left. */
    public boolean runNext() {
        runDue();
        Optional<Instant> next = nextDue();
        next.ifPresent(this::jump);
        return next.isPresent();
    }

    /** Runs until nothing is left to do. */
    public void run() {
        while (runNext()) {
            // Each turn does all that is due at one moment.
        }
    }

    /** Does everything that is due up to {@code when}, and then stands at that moment. */
    public void advanceTo(Instant when) {
        runDue();
        while (nextDue().filter(due -> !due.isAfter(when)).isPresent()) {
            runNext();
        }
        if (when.isAfter(instant)) {
            instant = when;
        }
    }

    /** The next moment at which something is due, after all that is due now has been done. */
    public Optional<Instant> nextDue() {
        while (!later.isEmpty() && later.peek().cancelled) {
            later.poll();
        }
        return later.isEmpty() ? Optional.empty() : Optional.of(later.peek().when);
    }

    private void jump(Instant when) {
        if (when.isAfter(instant)) {
            instant = when;
        }
        runDue();
    }

    /** Something that will be done at a moment, unless it is cancelled before. */
    public static final class Appointment implements Comparable<Appointment> {
        private static final Runnable NOTHING = () -> {};

        private final Instant when;
        private final long order;
        private Runnable action;
        private boolean cancelled;

        private Appointment(Instant when, long order, Runnable action) {
            this.when = when;
            this.order = order;
            this.action = action;
        }

        public Instant when() {
            return when;
        }

        public void cancel() {
            cancelled = true;
            // Lets go of what the action holds, since a cancelled appointment may lie in the queue
            // for a virtual year.
            action = NOTHING;
        }

        @Override
        public int compareTo(Appointment other) {
            int byMoment = when.compareTo(other.when);
            return byMoment != 0 ? byMoment : Long.compare(order, other.order);
        }
    }
}

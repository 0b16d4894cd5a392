package dev.statecraft.diagram.trace;

import dev.statecraft.engine.history.EventType;
import dev.statecraft.engine.history.HistoryEvent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The stays known so far, how they lie in each other, and which event belongs to which. */
final class StayTree {
    private final List<Stay> stays = new ArrayList<>();
    private final Set<Stay> open = new LinkedHashSet<>();
    private final Map<Long, Stay> stayOf = new HashMap<>();
    private final Map<Long, EventType> typeOf = new HashMap<>();

    /** In the order in which they were entered. */
    List<Stay> stays() {
        return Collections.unmodifiableList(stays);
    }

    /** Those that have not ended, as they are now: safe to end them while looking at the list. */
    List<Stay> open() {
        return List.copyOf(open);
    }

    int size() {
        return stays.size();
    }

    void add(Stay stay) {
        stays.add(stay);
        if (stay.isOpen()) {
            open.add(stay);
        }
    }

    void end(Stay stay, Stay.End how, HistoryEvent event) {
        stay.ends(how, event);
        open.remove(stay);
    }

    void reopen(Stay stay) {
        stay.reopens();
        open.add(stay);
    }

    void happened(HistoryEvent event, Optional<Stay> stay) {
        stay.ifPresent(it -> stayOf.put(event.id(), it));
        typeOf.put(event.id(), event.type());
    }

    /** The stay to which the event before this one belongs. */
    Optional<Stay> before(HistoryEvent event) {
        return Optional.ofNullable(stayOf.get(event.previousId()));
    }

    Optional<Stay> stayOf(long eventId) {
        return Optional.ofNullable(stayOf.get(eventId));
    }

    Optional<EventType> typeBefore(HistoryEvent event) {
        return Optional.ofNullable(typeOf.get(event.previousId()));
    }

    /** The innermost stay at or around the event before this one that is as wanted. */
    Optional<Stay> around(HistoryEvent event, Predicate<Stay> wanted) {
        for (Optional<Stay> it = before(event); it.isPresent(); it = it.get().parent()) {
            if (wanted.test(it.get())) {
                return it;
            }
        }
        // A history whose chain is broken, as some recordings are: the last one that fits.
        return lastOpen(wanted);
    }

    Optional<Stay> lastOpen(Predicate<Stay> wanted) {
        return open.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    /** Ends what is open in {@code within}: where {@code reason} lies it has failed, elsewhere it was stopped. */
    void fail(Predicate<Stay> within, Optional<Stay> reason, HistoryEvent event) {
        for (Stay stay : open()) {
            if (within.test(stay)) {
                boolean failed = reason.filter(stay::isAround).isPresent();
                end(stay, failed ? Stay.End.FAILED : Stay.End.ABORTED, event);
            }
        }
    }
}

package dev.statecraft.diagram.trace;

import dev.statecraft.engine.history.HistoryEvent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** To which stay in which state each event of a history belongs: the events themselves mostly do not say. */
public final class EventPlaces {
    private final Map<Long, Place> byEvent = new HashMap<>();
    private final List<Place> all;

    private EventPlaces(List<HistoryEvent> events) {
        RunTrace trace = RunTrace.of(events);
        Map<Stay, Place> places = new HashMap<>();
        this.all = trace.stays().stream().map(EventPlaces::place).toList();
        for (int i = 0; i < all.size(); i++) {
            places.put(trace.stays().get(i), all.get(i));
        }
        for (HistoryEvent event : events) {
            trace.stayOf(event.id()).ifPresent(stay -> byEvent.put(event.id(), places.get(stay)));
        }
    }

    public static EventPlaces of(List<HistoryEvent> events) {
        return new EventPlaces(events);
    }

    /**
     * One stay in a state.
     *
     * @param endedEvent the last event of it, if it has ended
     * @param iteration of the innermost Map around it, from 0
     */
    public record Place(
            String state, long enteredEvent, Optional<Long> endedEvent, OptionalInt iteration) {}

    private static Place place(Stay stay) {
        return new Place(
                stay.state(),
                stay.enteredEventId(),
                stay.endedEventId(),
                stay.iteration() == Stay.NO_ITERATION
                        ? OptionalInt.empty()
                        : OptionalInt.of(stay.iteration()));
    }

    /** None for an event of the whole execution. */
    public Optional<Place> of(long event) {
        return Optional.ofNullable(byEvent.get(event));
    }

    /** The name of the state that an event belongs to; empty for an event of the whole execution. */
    public String stateAt(long event) {
        return of(event).map(Place::state).orElse("");
    }

    /** All stays in the state of that name, in the order of entering. */
    public List<Place> in(String state) {
        return all.stream().filter(it -> it.state().equals(state)).toList();
    }

    /** The stay in that state that somebody who stands at {@code event} means: the latest until then, or else the first. */
    public Optional<Place> nearest(String state, long event) {
        List<Place> stays = in(state);
        return stays.stream()
                .filter(it -> it.enteredEvent() <= event)
                .reduce((earlier, later) -> later)
                .or(() -> stays.stream().findFirst());
    }
}

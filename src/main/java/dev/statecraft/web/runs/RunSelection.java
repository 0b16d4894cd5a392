package dev.statecraft.web.runs;

import dev.statecraft.web.Addresses;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What somebody looks at in a run: an event, or a state. It stands in the address, so that a link leads to the same place.
 *
 * @param self the address of the run's page without a selection
 */
record RunSelection(String self, Optional<Long> event, Optional<String> state) {

    static RunSelection of(String self, @Nullable String event, @Nullable String state) {
        return new RunSelection(
                self,
                Optional.ofNullable(event)
                        .filter(it -> it.matches("[0-9]{1,9}"))
                        .map(Long::valueOf),
                Optional.ofNullable(state).filter(it -> !it.isEmpty()));
    }

    /** The event that is selected in a history of so many; without a choice it is the last one. */
    long in(long last) {
        return event.map(it -> Math.clamp(it, 1, last)).orElse(last);
    }

    String event(long id) {
        return self + separator() + "e=" + id;
    }

    String state(long event, String name) {
        return event(event) + "&state=" + Addresses.part(name);
    }

    private String separator() {
        return self.contains("?") ? "&" : "?";
    }
}

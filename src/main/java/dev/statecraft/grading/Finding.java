package dev.statecraft.grading;

import java.util.List;
import java.util.Optional;

/**
 * What an observation found to be wrong in a run.
 *
 * @param message what happened instead, in a sentence that goes on after "your run ..."
 * @param events the events that show it, in order; may be empty
 */
public record Finding(String message, List<Long> events) {
    public Finding {
        events = List.copyOf(events);
    }

    static Optional<Finding> of(String message, List<Long> events) {
        return Optional.of(new Finding(message, events));
    }
}

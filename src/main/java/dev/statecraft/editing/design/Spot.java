package dev.statecraft.editing.design;

import java.util.List;

/** Where something is put: what shall lead to it, and where it goes on to. */
sealed interface Spot {
    Level level();

    /** Into transitions that are there. @param to what they lead to now; nothing at an end */
    record Between(Level level, List<Reference> references, String to) implements Spot {}

    /** Behind a state that leads nowhere yet. */
    record Behind(Level level, String state) implements Spot {}

    /** Into a branch without any state. */
    record Inside(Level level) implements Spot {}
}

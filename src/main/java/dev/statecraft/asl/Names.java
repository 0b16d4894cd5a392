package dev.statecraft.asl;

import dev.statecraft.asl.SourceNode.Field;

/** Rules for names. */
final class Names {
    /** The longest name of a state. */
    static final int MAX_STATE_NAME = 80;

    private Names() {}

    static void checkStateName(Section states, Field field) {
        if (field.name().length() > MAX_STATE_NAME) {
            states.problems()
                    .error(
                            Place.ofName(states.pointer(), field),
                            "The state name is longer than " + MAX_STATE_NAME + " characters",
                            "Shorten it by "
                                    + (field.name().length() - MAX_STATE_NAME)
                                    + " characters.");
        }
        if (field.name().isEmpty()) {
            states.problems()
                    .error(
                            Place.ofName(states.pointer(), field),
                            "The state has no name",
                            "Give it a name.");
        }
    }
}

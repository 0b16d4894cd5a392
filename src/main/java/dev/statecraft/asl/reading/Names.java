package dev.statecraft.asl.reading;

import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Field;

/** Rules for names. */
final class Names {
    /** The longest name of a state. */
    static final int MAX_STATE_NAME = 80;

    private Names() {}

    static void checkStateName(Section states, Field field) {
        if (field.name().length() > MAX_STATE_NAME) {
            states.problems()
                    .reportWith(
                            "Shorten it by "
                                    + (field.name().length() - MAX_STATE_NAME)
                                    + " characters.",
                            SchemaRule.STATE_NAME_TOO_LONG,
                            Place.ofName(states.pointer(), field),
                            field.name());
        }
        if (field.name().isEmpty()) {
            states.problems()
                    .report(SchemaRule.STATE_WITHOUT_NAME, Place.ofName(states.pointer(), field));
        }
    }
}

package dev.statecraft.editing.design;

import java.util.List;
import java.util.Set;

/**
 * A field that some types of state have, as a form offers it.
 *
 * @param pointer from the state inwards, such as {@code /TimeoutSeconds}
 * @param speaks the query languages in which the field exists
 * @param help what the field does, in one sentence
 * @param options the words to choose from, with an input of {@link Input#CHOICE}
 */
record FieldSpec(
        String pointer,
        Group group,
        Input input,
        Set<String> types,
        Language speaks,
        String help,
        List<String> options) {

    /** The parts of a form, in their order. */
    enum Group {
        WORK("What it does"),
        DATA("Data"),
        TIME("Time limits"),
        /** Shown only where the Map is distributed. */
        DISTRIBUTED("Distributed Map"),
        MORE("More");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    enum Language {
        BOTH,
        JSONPATH,
        JSONATA;

        boolean includes(boolean jsonata) {
            return this == BOTH || (this == JSONATA) == jsonata;
        }
    }

    static FieldSpec of(
            String pointer, Group group, Input input, String types, Language speaks, String help) {
        return new FieldSpec(
                pointer, group, input, Set.of(types.split(" ")), speaks, help, List.of());
    }

    FieldSpec choosing(String... options) {
        return new FieldSpec(pointer, group, Input.CHOICE, types, speaks, help, List.of(options));
    }

    /** The field's own name; the last step of the pointer. */
    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    boolean belongsTo(String type, boolean jsonata) {
        return types.contains(type) && speaks.includes(jsonata);
    }
}

package dev.statecraft.editing.design;

import java.util.Optional;

/**
 * A line of the drawing: all transitions of one kind from one state to another.
 *
 * @param from a state; for {@link Kind#START} the Parallel or Map around, or nothing at the top
 * @param to a state, or nothing where the line ends
 */
public record Track(Kind kind, String from, String to) {

    public enum Kind {
        START,
        NEXT,
        CHOICE,
        CATCH;

        /** @param pointer of a field that says where to go, from the state inwards */
        static Optional<Kind> ofField(String pointer) {
            if (pointer.equals("/Next") || pointer.equals("/End")) {
                return Optional.of(NEXT);
            }
            if (pointer.equals("/Default") || pointer.matches("/Choices/[0-9]{1,6}/Next")) {
                return Optional.of(CHOICE);
            }
            return Optional.of(CATCH).filter(it -> pointer.matches("/Catch/[0-9]{1,6}/Next"));
        }
    }
}

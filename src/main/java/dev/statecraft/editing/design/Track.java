package dev.statecraft.editing.design;

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
        CATCH
    }
}

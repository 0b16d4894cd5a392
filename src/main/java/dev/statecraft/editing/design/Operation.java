package dev.statecraft.editing.design;

/** Something that a person does to a definition on the drawing board. */
public sealed interface Operation {

    record Insert(String piece, Place place) implements Operation {}

    record Move(String state, Place place) implements Operation {}

    record Duplicate(String state) implements Operation {}

    record Delete(String state) implements Operation {}

    record WrapInMap(String state) implements Operation {}

    record WrapInParallel(String state) implements Operation {}

    record Rename(String state, String name) implements Operation {}

    /** Lets a line lead to another state. @param target nothing to end there */
    record Lead(Track track, String target) implements Operation {}

    /** Takes a line away, with the rules or catchers that make it. */
    record Cut(Track track) implements Operation {}

    /** Draws a line of its own to another state: the way on, or for a Choice another rule. */
    record Connect(String state, String target) implements Operation {}

    /** Draws a line to another state for errors. */
    record Catch(String state, String target) implements Operation {}

    /** Lets one field lead to another state. @param pointer of {@code Next}, {@code End} or {@code Default}, from the state inwards */
    record LeadField(String state, String pointer, String target) implements Operation {}

    /** @param pointer of the field, from the state inwards */
    record Set(String state, String pointer, Input input, String text) implements Operation {}

    /** @param pointer of the list: {@code /Choices}, {@code /Retry}, {@code /Catch}, or a list of conditions */
    record Append(String state, String pointer) implements Operation {}

    record Remove(String state, String pointer) implements Operation {}

    /** Moves an element of a list up or down. @param by -1 or 1 */
    record Shift(String state, String pointer, int by) implements Operation {}

    record Compare(String state, String pointer, String operator) implements Operation {}

    record Operand(String state, String pointer, String text) implements Operation {}

    record Combine(String state, String pointer, String word) implements Operation {}
}

package dev.statecraft.editing.mending;

import dev.statecraft.editing.Document;
import dev.statecraft.editing.design.Change;

import java.util.function.Supplier;

/**
 * Something that can be done to a definition where the cursor stands.
 *
 * @param title what it does, as an order: {@code Create the state "Ship"}
 */
public record Mend(String title, Supplier<Change> change) {

    static Mend of(String title, Supplier<Document> after) {
        return selecting(title, "", after);
    }

    /** @param state to select afterwards; nothing if there is none */
    static Mend selecting(String title, String state, Supplier<Document> after) {
        return new Mend(title, () -> new Change.Done(after.get().edits(), state));
    }
}

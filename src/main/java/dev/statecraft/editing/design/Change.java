package dev.statecraft.editing.design;

import dev.statecraft.editing.TextEdit;

import java.util.List;

/** What came of an operation. */
public sealed interface Change {

    /**
     * @param edits of the text that was given
     * @param select the state to select now; nothing if there is none
     */
    record Done(List<TextEdit> edits, String select) implements Change {
        public Done {
            edits = List.copyOf(edits);
        }
    }

    /** @param problem why it cannot be done, and what to do instead */
    record Refused(String problem) implements Change {}

    static Change done(Redraft redraft, String select) {
        return new Done(redraft.document().edits(), select);
    }
}

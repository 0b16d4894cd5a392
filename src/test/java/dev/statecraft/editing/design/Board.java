package dev.statecraft.editing.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.editing.TextEdit;

import java.util.List;

/** A text and what operations make of it. */
record Board(String text, Change change) {

    static Board with(String text) {
        return new Board(text, new Change.Done(List.of(), ""));
    }

    Board then(Operation operation) {
        String now = result();
        return new Board(now, DrawingBoard.of(now).perform(operation));
    }

    String result() {
        assertThat(change).isInstanceOf(Change.Done.class);
        return TextEdit.apply(text, ((Change.Done) change).edits());
    }

    String selected() {
        return ((Change.Done) change).select();
    }

    String problem() {
        assertThat(change).isInstanceOf(Change.Refused.class);
        return ((Change.Refused) change).problem();
    }

    /** The result, which a machine can be made from. */
    String valid() {
        String result = result();
        assertThat(errors(result)).as(result).isEmpty();
        return result;
    }

    static List<String> errors(String text) {
        return AslParser.parse(text).diagnostics().stream()
                .filter(it -> it.severity() == Diagnostic.Severity.ERROR)
                .map(it -> it.location() + " " + it.message())
                .toList();
    }
}

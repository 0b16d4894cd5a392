package dev.statecraft.web;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Parsing;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.diagram.Switches;

import io.quarkus.qute.RawString;

import java.util.List;

/**
 * A definition as the editor shows it: what is wrong with it, and its drawing.
 *
 * @param graph the drawing, where the definition is valid
 */
record Checked(String definition, List<Note> notes, boolean valid, RawString graph) {

    /** @param severity {@code error}, {@code warning} or {@code hint} */
    record Note(
            String severity,
            String mark,
            int line,
            int column,
            int from,
            int to,
            String message,
            String remedy,
            String location) {}

    static Checked of(String definition) {
        Parsing parsing = AslParser.parse(definition);
        String drawn =
                parsing.machine()
                        .map(
                                machine ->
                                        SvgDiagram.of(machine)
                                                .withSwitches(Switches.WITHOUT_SLOTS)
                                                .draw())
                        .orElse("");
        return new Checked(
                definition,
                parsing.diagnostics().stream().map(Checked::note).toList(),
                parsing.isValid(),
                new RawString(drawn));
    }

    private static Note note(Diagnostic diagnostic) {
        String mark =
                switch (diagnostic.severity()) {
                    case ERROR -> "✕";
                    case WARNING -> "!";
                    case HINT -> "i";
                };
        return new Note(
                diagnostic.severity().name().toLowerCase(java.util.Locale.ROOT),
                mark,
                diagnostic.position().line(),
                diagnostic.position().column(),
                diagnostic.position().offset(),
                diagnostic.position().endOffset(),
                diagnostic.message(),
                diagnostic.remedy(),
                diagnostic.location());
    }

    public long errors() {
        return notes.stream().filter(it -> it.severity().equals("error")).count();
    }
}

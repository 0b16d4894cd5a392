package dev.statecraft.web.editor;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Parsing;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.editing.mending.Mend;
import dev.statecraft.editing.mending.Mends;

import io.quarkus.qute.RawString;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A definition as the editor shows it: what is wrong with it, and its drawing.
 *
 * @param notes what is shown of it: errors first, and no more than somebody would read
 * @param errors how many errors there are, shown or not
 * @param more how many notes are not shown
 * @param graph the drawing, where there is enough to draw; empty otherwise
 * @param spans where each state stands in the text, also in one that is faulty
 */
public record Checked(
        String definition,
        List<Note> notes,
        long errors,
        int more,
        boolean valid,
        RawString graph,
        List<StateSpan> spans) {

    /** One slip can make hundreds of states unreachable; each of them is one note. */
    private static final int MOST_NOTES = 100;

    /**
     * @param severity {@code error}, {@code warning} or {@code hint}
     * @param fixes what an editor can do about it, as orders
     */
    record Note(
            String severity,
            String mark,
            int line,
            int column,
            int from,
            int to,
            String message,
            String remedy,
            String location,
            List<String> fixes) {

        /** The message as a sentence: the service's own wording has no full stop, ours has one. */
        public String sentence() {
            return message.matches("(?s).*[.?!:]") ? message : message + ".";
        }
    }

    /** @param to offset after the last character of the state */
    record StateSpan(String state, int from, int to) {}

    /** @param text as a form or a script sends it */
    public static Checked of(String text) {
        // A form sends two characters for each new line, where the editor counts one.
        String definition = text.replace("\r\n", "\n");
        Parsing parsing = AslParser.parse(definition);
        List<Diagnostic> diagnostics = parsing.diagnostics();
        var mends = new Mends(definition, parsing);
        String drawn = Sketch.of(definition, parsing).map(SvgDiagram::draw).orElse("");
        return new Checked(
                definition,
                // Errors first: what is only advice must not stand in their way.
                diagnostics.stream()
                        .sorted(Comparator.comparing(Diagnostic::severity))
                        .limit(MOST_NOTES)
                        .map(it -> note(it, mends))
                        .toList(),
                diagnostics.stream()
                        .filter(it -> it.severity() == Diagnostic.Severity.ERROR)
                        .count(),
                Math.max(0, diagnostics.size() - MOST_NOTES),
                parsing.isValid(),
                new RawString(drawn),
                parsing.statePositions().entrySet().stream()
                        .map(
                                it ->
                                        new StateSpan(
                                                it.getKey(),
                                                it.getValue().offset(),
                                                it.getValue().endOffset()))
                        .toList());
    }

    private static Note note(Diagnostic diagnostic, Mends mends) {
        String mark =
                switch (diagnostic.severity()) {
                    case ERROR -> "✕";
                    case WARNING -> "!";
                    case HINT -> "i";
                };
        return new Note(
                diagnostic.severity().name().toLowerCase(Locale.ROOT),
                mark,
                diagnostic.position().line(),
                diagnostic.position().column(),
                diagnostic.position().offset(),
                diagnostic.position().endOffset(),
                diagnostic.message(),
                diagnostic.remedy(),
                diagnostic.location(),
                mends.of(diagnostic).stream().map(Mend::title).toList());
    }

    public boolean isDrawn() {
        return !graph.getValue().isEmpty();
    }
}

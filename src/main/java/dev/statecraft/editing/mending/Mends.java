package dev.statecraft.editing.mending;

import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Parsing;
import dev.statecraft.editing.Document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be done at a place of a definition: about what is wrong there, and with the state around it. */
public final class Mends {
    /** More than anybody reads, and few enough to be found while somebody types. */
    private static final int MOST_DIAGNOSTICS = 100;

    private final Document document;
    private final Parsing parsing;

    /** @param parsing of the same text */
    public Mends(String text, Parsing parsing) {
        this.document = Document.of(text);
        this.parsing = parsing;
    }

    /** What mends {@code diagnostic}, best first; nothing for one that only a person can mend. */
    public List<Mend> of(Diagnostic diagnostic) {
        return parsing.diagnostics().indexOf(diagnostic) < MOST_DIAGNOSTICS
                ? new DiagnosticMends(document, diagnostic).all()
                : List.of();
    }

    /** What mends the diagnostics at an offset, and then what can be done with the state around it. */
    public List<Mend> at(int offset) {
        Map<String, Mend> byTitle = new LinkedHashMap<>();
        for (Diagnostic diagnostic : parsing.diagnostics()) {
            if (diagnostic.position().offset() <= offset
                    && offset <= diagnostic.position().endOffset()) {
                of(diagnostic).forEach(it -> byTitle.putIfAbsent(it.title(), it));
            }
        }
        StateInHand.at(document, offset)
                .ifPresent(
                        state ->
                                new StateMends(document, state)
                                        .all()
                                        .forEach(it -> byTitle.putIfAbsent(it.title(), it)));
        return new ArrayList<>(byTitle.values());
    }
}

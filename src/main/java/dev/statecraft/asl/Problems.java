package dev.statecraft.asl;

import dev.statecraft.asl.Diagnostic.Severity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong with a definition. */
final class Problems {
    static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
    static final String SYNTAX = "INVALID_JSON_DESCRIPTION";

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(SourceText source) {
        this.source = source;
    }

    void syntax(int start, int end, String message, String remedy) {
        add(Severity.ERROR, SYNTAX, message, "", start, end, remedy);
    }

    /** A rule of the service is broken; {@code message} in its wording where it is known. */
    void error(Place place, String message, String remedy) {
        error(SCHEMA, place, message, remedy);
    }

    void error(String code, Place place, String message, String remedy) {
        add(Severity.ERROR, code, message, place.pointer(), place.start(), place.end(), remedy);
    }

    void warning(String code, Place place, String message, String remedy) {
        add(Severity.WARNING, code, message, place.pointer(), place.start(), place.end(), remedy);
    }

    void hint(String code, Place place, String message, String remedy) {
        add(Severity.HINT, code, message, place.pointer(), place.start(), place.end(), remedy);
    }

    private void add(
            Severity severity,
            String code,
            String message,
            String pointer,
            int start,
            int end,
            String remedy) {
        found.add(
                new Diagnostic(
                        severity,
                        code,
                        message,
                        pointer.isEmpty() ? "/" : pointer,
                        source.position(start, end),
                        remedy));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(it -> it.severity() == Severity.ERROR);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the text, each once. */
    List<Diagnostic> inOrder() {
        return found.stream()
                .distinct()
                .sorted(
                        Comparator.comparingInt((Diagnostic it) -> it.position().offset())
                                .thenComparing(Diagnostic::severity))
                .toList();
    }
}

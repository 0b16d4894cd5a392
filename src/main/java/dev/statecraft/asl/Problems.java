package dev.statecraft.asl;

import dev.statecraft.asl.Diagnostic.Severity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong with a definition. */
final class Problems {
    static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(SourceText source) {
        this.source = source;
    }

    /** {@code rule} is broken at {@code place}. */
    void report(Rule rule, Place place, Object... words) {
        reportWith(rule.remedy(), rule, place, words);
    }

    /** As {@link #report}, where the remedy can be said more exactly than for every definition. */
    void reportWith(String remedy, Rule rule, Place place, Object... words) {
        found.add(
                new Diagnostic(
                        rule.severity(),
                        rule.code(),
                        words.length == 0 ? rule.says() : rule.says().formatted(words),
                        place.pointer().isEmpty() ? "/" : place.pointer(),
                        source.position(place.start(), place.end()),
                        remedy,
                        rule));
    }

    SourceText source() {
        return source;
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

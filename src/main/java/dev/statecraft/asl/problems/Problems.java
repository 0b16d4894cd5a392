package dev.statecraft.asl.problems;

import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Diagnostic.Severity;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceText;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong with a definition. */
public final class Problems {
    private static final int MANY = 200;
    private static final int MOST = 1_000;

    static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();
    private boolean hasErrors;
    private boolean hasErrorsBesideReach;

    public Problems(SourceText source) {
        this.source = source;
    }

    /** {@code rule} is broken at {@code place}. */
    public void report(Rule rule, Place place, Object... words) {
        reportWith(rule.remedy(), rule, place, words);
    }

    /** As {@link #report}, where the remedy can be said more exactly than for every definition. */
    public void reportWith(String remedy, Rule rule, Place place, Object... words) {
        hasErrors |= rule.severity() == Severity.ERROR;
        hasErrorsBesideReach |=
                rule.severity() == Severity.ERROR && rule != FlowRule.UNREACHABLE_STATE;
        if (found.size() >= MOST) {
            return;
        }
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

    /** True when so much is wrong that nobody reads a remedy made for one fault alone, which takes time to find. */
    public boolean isLong() {
        return found.size() > MANY;
    }

    public SourceText source() {
        return source;
    }

    public boolean hasErrors() {
        return hasErrors;
    }

    /** False where nothing worse is wrong than states that no path leads to: these can still be drawn. */
    public boolean hasErrorsBesideReach() {
        return hasErrorsBesideReach;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the text, each once. */
    public List<Diagnostic> inOrder() {
        return found.stream()
                .distinct()
                .sorted(
                        Comparator.comparingInt((Diagnostic it) -> it.position().offset())
                                .thenComparing(Diagnostic::severity))
                .toList();
    }
}

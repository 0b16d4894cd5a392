package dev.statecraft.editing.design;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes a state out and mends the lines around it: whatever led to it leads to what it led to. */
final class Removal {
    private final Redraft before;
    private final Level level;
    private final String state;

    Removal(Redraft before, Level level, String state) {
        this.before = before;
        this.level = level;
        this.state = state;
    }

    Change change() {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            return new Change.Refused(problem.get());
        }
        Redraft mended = mended();
        return Change.done(mended.with(mended.document().remove(level.pathOf(state))), neighbour());
    }

    /** A rule goes with the state it leads to, but a Choice cannot be without any. */
    Optional<String> problem() {
        return isRefusedBy()
                .map(
                        choice ->
                                ("\"%s\" needs at least one rule, and its only ones lead to \"%s\". Let a"
                                                + " rule lead elsewhere first.")
                                        .formatted(choice, state));
    }

    private Optional<String> isRefusedBy() {
        if (!level.isTerminal(state)) {
            return Optional.empty();
        }
        return references().stream()
                .filter(it -> it.kind() == Track.Kind.CHOICE && it.isElement())
                .map(Reference::from)
                .filter(choice -> rulesLeadingHere(choice) == rules(choice))
                .findFirst();
    }

    private long rulesLeadingHere(String choice) {
        return references().stream()
                .filter(it -> it.from().equals(choice) && it.isElement())
                .filter(it -> it.kind() == Track.Kind.CHOICE)
                .count();
    }

    private long rules(String choice) {
        return level.state(choice).path("Choices").size();
    }

    private List<Reference> references() {
        return level.leadingTo(state);
    }

    /** The definition in which nothing leads to the state any more; its text is still there. */
    Redraft mended() {
        String successor = level.successor(state);
        if (level.has(successor) && !successor.equals(state)) {
            return before.lead(references(), successor);
        }
        return level.isTerminal(state) ? withoutWhatLedHere() : endingInstead();
    }

    private Redraft withoutWhatLedHere() {
        Redraft result = before;
        // From the last to the first, so that the numbers of elements stay true.
        for (Reference reference : references().reversed()) {
            result =
                    switch (reference.kind()) {
                        case START -> result.start(level, someOther());
                        case NEXT -> result.lead(reference, "");
                        case CHOICE, CATCH -> result.cut(reference);
                    };
        }
        return result;
    }

    /** Where the line ended behind the state, it now ends before it; rules and catchers need a Succeed state for that. */
    private Redraft endingInstead() {
        Redraft result = before;
        boolean ruleLedHere =
                references().stream().anyMatch(it -> !it.isStart() && isRuleOrCatcher(it));
        String end = "";
        if (ruleLedHere) {
            Redraft.Ending ending = before.ending(level, state);
            result = ending.redraft();
            end = ending.name();
        }
        for (Reference reference : references()) {
            result =
                    switch (reference.kind()) {
                        case START -> result.start(level, end.isEmpty() ? someOther() : end);
                        case NEXT -> result.lead(reference, "");
                        case CHOICE, CATCH -> result.lead(reference, end);
                    };
        }
        return result;
    }

    private static boolean isRuleOrCatcher(Reference reference) {
        return reference.kind() == Track.Kind.CHOICE || reference.kind() == Track.Kind.CATCH;
    }

    private String someOther() {
        return level.names().stream().filter(it -> !it.equals(state)).findFirst().orElse("");
    }

    private String neighbour() {
        return references().stream()
                .filter(it -> !it.isStart())
                .map(Reference::from)
                .min(Comparator.comparingInt(level.names()::indexOf))
                .orElseGet(this::someOther);
    }
}

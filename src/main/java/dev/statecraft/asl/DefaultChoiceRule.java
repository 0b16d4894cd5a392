package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Entry;

/** Points out a Choice state without Default: input that no rule matches fails the execution. */
final class DefaultChoiceRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition.index().groups().stream()
                .flatMap(group -> group.states().values().stream())
                .filter(DefaultChoiceRule::lacksDefault)
                .forEach(
                        entry ->
                                problems.warning(
                                        "CHOICE_WITHOUT_DEFAULT",
                                        new Place(
                                                entry.pointer(),
                                                entry.field().nameStart(),
                                                entry.field().nameEnd()),
                                        "The Choice state \"" + entry.name() + "\" has no Default.",
                                        "Add \"Default\" with the state to go to when no rule is true; otherwise the execution fails with"
                                                + " States.NoChoiceMatched."));
    }

    private static boolean lacksDefault(Entry entry) {
        return entry.node()
                        .value("Type")
                        .filter(it -> it.json().asText().equals("Choice"))
                        .isPresent()
                && !entry.node().has("Default");
    }
}

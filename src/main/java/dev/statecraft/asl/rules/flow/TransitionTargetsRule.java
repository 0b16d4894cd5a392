package dev.statecraft.asl.rules.flow;

import dev.statecraft.asl.Spelling;
import dev.statecraft.asl.problems.FlowRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Group;
import dev.statecraft.asl.rules.StateIndex.Reference;
import dev.statecraft.asl.source.Place;

/** Every transition leads to a state of the same {@code States} object: nothing jumps into or out of a branch. */
public final class TransitionTargetsRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        for (Group group : definition.index().groups()) {
            group.owner()
                    .field("StartAt")
                    .filter(field -> field.value().json().isTextual())
                    .map(
                            field ->
                                    new Reference(
                                            Place.ofValue(group.pointer(), field),
                                            field.value().json().textValue()))
                    .ifPresent(reference -> check(definition, group, reference, problems));
            group.states().values().stream()
                    .flatMap(entry -> entry.references().stream())
                    .forEach(reference -> check(definition, group, reference, problems));
        }
    }

    private static void check(
            Definition definition, Group group, Reference reference, Problems problems) {
        if (!group.states().containsKey(reference.target())) {
            // The service says Next for StartAt and Default too (publicly reported, read 2026-11).
            problems.reportWith(
                    problems.isLong()
                            ? FlowRule.MISSING_TARGET.remedy()
                            : remedy(definition, group, reference.target()),
                    FlowRule.MISSING_TARGET,
                    reference.place(),
                    reference.target());
        }
    }

    private static boolean elsewhere(Definition definition, Group group, String target) {
        return definition.index().groups().stream()
                .anyMatch(other -> other != group && other.states().containsKey(target));
    }

    private static String remedy(Definition definition, Group group, String target) {
        if (elsewhere(definition, group, target)) {
            return "A transition cannot leave or enter a branch or an item processor. States here: "
                    + names(group)
                    + ".";
        }
        String states =
                group.states().isEmpty()
                        ? "There are no states here yet."
                        : "States here: " + names(group) + ".";
        return Spelling.nearest(target, group.states().keySet())
                .map(name -> "Did you mean \"" + name + "\"? " + states)
                .orElse("Add a state of that name, or name another. " + states);
    }

    private static String names(Group group) {
        int most = 12;
        String names = String.join(", ", group.states().keySet().stream().limit(most).toList());
        return group.states().size() > most
                ? names + " and " + (group.states().size() - most) + " more"
                : names;
    }
}

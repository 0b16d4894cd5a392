package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Group;
import dev.statecraft.asl.StateIndex.Reference;

import java.util.Optional;

/** Every transition leads to a state of the same {@code States} object: nothing jumps into or out of a branch. */
final class TransitionTargetsRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        for (Group group : definition.index().groups()) {
            group.owner()
                    .field("StartAt")
                    .filter(field -> field.value().json().isTextual())
                    .ifPresent(
                            field ->
                                    check(
                                            definition,
                                            group,
                                            new Reference(
                                                    Place.ofValue(group.pointer(), field),
                                                    field.value().json().textValue()),
                                            "StartAt",
                                            problems));
            group.states()
                    .values()
                    .forEach(
                            entry ->
                                    StateIndex.references(entry)
                                            .forEach(
                                                    reference ->
                                                            check(
                                                                    definition,
                                                                    group,
                                                                    reference,
                                                                    field(reference),
                                                                    problems)));
        }
    }

    private static String field(Reference reference) {
        String pointer = reference.place().pointer();
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static void check(
            Definition definition,
            Group group,
            Reference reference,
            String field,
            Problems problems) {
        if (group.states().containsKey(reference.target())) {
            return;
        }
        problems.error(
                "MISSING_TRANSITION_TARGET",
                reference.place(),
                "\""
                        + field
                        + "\" names \""
                        + reference.target()
                        + "\", but there is no state of that name"
                        + (elsewhere(definition, group, reference.target())
                                ? " at this level."
                                : "."),
                remedy(definition, group, reference.target()));
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
        Optional<String> near = Spelling.nearest(target, group.states().keySet());
        String states =
                group.states().isEmpty()
                        ? "There are no states here yet."
                        : "States here: " + names(group) + ".";
        return near.map(name -> "Did you mean \"" + name + "\"? " + states)
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

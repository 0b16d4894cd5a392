package dev.statecraft.asl.rules.flow;

import dev.statecraft.asl.problems.FlowRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.rules.StateIndex.Group;
import dev.statecraft.asl.rules.StateIndex.Reference;
import dev.statecraft.asl.source.SourceNode;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Points out loops that an execution, once it has gone round, goes round until it has 25,000 events: nothing in them changes what
 * their Choice states look at.
 */
public final class ConstantLoopRule implements DefinitionRule {
    /** What can differ from one round to the next although no state changes it: the time, and chance. */
    private static final Pattern CHANGES_BY_ITSELF =
            Pattern.compile("\\$\\$|\\$states\\.context|\\$(now|millis|random|uuid|shuffle)\\b");

    private static final List<String> CHANGING =
            List.of(
                    "Assign",
                    "Output",
                    "InputPath",
                    "OutputPath",
                    "Result",
                    "Parameters",
                    "ResultPath");

    @Override
    public void check(Definition definition, Problems problems) {
        for (Group group : definition.index().groups()) {
            check(group, problems);
        }
    }

    private static void check(Group group, Problems problems) {
        for (List<String> loop : Loops.of(inert(group)).reversed()) {
            Set<String> names = new HashSet<>(loop);
            // A loop without a Choice that leads out is another rule's: there is no way out at all.
            loop.stream()
                    .map(group.states()::get)
                    .filter(entry -> entry.is("Choice") && leadsOut(entry, names))
                    .filter(entry -> names.size() > 1 || leadsToItself(entry))
                    .limit(1)
                    .forEach(
                            entry ->
                                    problems.report(
                                            FlowRule.CONSTANT_LOOP, entry.place(), entry.name()));
        }
    }

    private static boolean leadsToItself(Entry entry) {
        return entry.references().stream().anyMatch(it -> it.target().equals(entry.name()));
    }

    private static boolean leadsOut(Entry entry, Set<String> loop) {
        return entry.references().stream().anyMatch(it -> !loop.contains(it.target()));
    }

    /** The states that change nothing, each with those of them that it leads to. */
    private static Map<String, List<String>> inert(Group group) {
        Set<String> names = new HashSet<>();
        for (Entry entry : group.states().values()) {
            if (isInert(entry)) {
                names.add(entry.name());
            }
        }
        Map<String, List<String>> leads = new LinkedHashMap<>();
        for (Entry entry : group.states().values()) {
            if (names.contains(entry.name())) {
                leads.put(
                        entry.name(),
                        entry.references().stream()
                                .map(Reference::target)
                                .filter(names::contains)
                                .distinct()
                                .toList());
            }
        }
        return leads;
    }

    private static boolean isInert(Entry entry) {
        if (CHANGING.stream().anyMatch(entry.node()::has)) {
            return false;
        }
        if (entry.is("Wait") || entry.is("Pass")) {
            return true;
        }
        return entry.is("Choice")
                && entry.node()
                        .value("Choices")
                        .filter(rules -> !CHANGES_BY_ITSELF.matcher(rules.json().toString()).find())
                        .filter(Predicate.not(ConstantLoopRule::assigns))
                        .isPresent();
    }

    private static boolean assigns(SourceNode rules) {
        return rules instanceof SourceNode.Elements list
                && list.elements().stream()
                        .anyMatch(
                                it ->
                                        it instanceof SourceNode.Fields rule
                                                && (rule.has("Assign") || rule.has("Output")));
    }
}

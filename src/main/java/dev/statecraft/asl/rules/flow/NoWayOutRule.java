package dev.statecraft.asl.rules.flow;

import dev.statecraft.asl.problems.FlowRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.rules.StateIndex.Group;
import dev.statecraft.asl.rules.StateIndex.Reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Points out where an execution, once it is there, can only go round until it has 25,000 events. */
public final class NoWayOutRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        for (Group group : definition.index().groups()) {
            if (!group.isIncomplete() && !TerminalStateRule.lacksEnd(group)) {
                check(group, problems);
            }
        }
    }

    private static void check(Group group, Problems problems) {
        Set<String> reached = ReachabilityRule.reached(group);
        Map<String, List<String>> cameFrom = new HashMap<>();
        var waiting = new ArrayDeque<String>();
        for (String name : reached) {
            Entry entry = group.states().get(name);
            List<String> targets = entry.references().stream().map(Reference::target).toList();
            targets.forEach(it -> cameFrom.computeIfAbsent(it, key -> new ArrayList<>()).add(name));
            // A target that is missing may yet be written; nothing is said about where it leads.
            if (entry.isTerminal() || !group.states().keySet().containsAll(targets)) {
                waiting.add(name);
            }
        }
        Set<String> ending = new HashSet<>();
        while (!waiting.isEmpty()) {
            String name = waiting.poll();
            if (ending.add(name)) {
                waiting.addAll(cameFrom.getOrDefault(name, List.of()));
            }
        }
        for (String name : reached) {
            List<String> before = cameFrom.getOrDefault(name, List.of());
            boolean entered =
                    group.start().filter(it -> it.name().equals(name)).isPresent()
                            || before.stream().anyMatch(ending::contains);
            if (!ending.contains(name) && entered) {
                problems.report(FlowRule.NO_WAY_OUT, group.states().get(name).place(), name);
            }
        }
    }
}

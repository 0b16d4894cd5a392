package dev.statecraft.asl.rules.flow;

import dev.statecraft.asl.problems.FlowRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.rules.StateIndex.Group;
import dev.statecraft.asl.rules.StateIndex.Reference;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Refuses states that no path from {@code StartAt} leads to. */
public final class ReachabilityRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        for (Group group : definition.index().groups()) {
            // A machine without an end is told so alone, as the service does.
            if (group.isIncomplete()
                    || !group.owner().has("StartAt")
                    || TerminalStateRule.lacksEnd(group)) {
                continue;
            }
            Set<String> reached = reached(group);
            group.states().values().stream()
                    .filter(entry -> !reached.contains(entry.name()))
                    .forEach(
                            entry ->
                                    problems.report(
                                            FlowRule.UNREACHABLE_STATE,
                                            entry.place(),
                                            entry.name()));
        }
    }

    public static Set<String> reached(Group group) {
        Set<String> reached = new LinkedHashSet<>();
        var waiting = new ArrayDeque<Entry>();
        group.start().ifPresent(waiting::add);
        while (!waiting.isEmpty()) {
            Entry entry = waiting.poll();
            if (reached.add(entry.name())) {
                entry.references().stream()
                        .map(Reference::target)
                        .filter(group.states()::containsKey)
                        .map(group.states()::get)
                        .forEach(waiting::add);
            }
        }
        return reached;
    }
}

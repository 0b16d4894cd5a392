package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Entry;
import dev.statecraft.asl.StateIndex.Group;
import dev.statecraft.asl.StateIndex.Reference;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Points out states that no path from {@code StartAt} leads to. */
final class ReachabilityRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        for (Group group : definition.index().groups()) {
            Set<String> reached = reached(group);
            if (reached.isEmpty()) {
                continue;
            }
            for (Entry entry : group.states().values()) {
                if (!reached.contains(entry.name())) {
                    problems.warning(
                            "UNREACHABLE_STATE",
                            new Place(
                                    entry.pointer(),
                                    entry.field().nameStart(),
                                    entry.field().nameEnd()),
                            "No path from StartAt leads to \"" + entry.name() + "\".",
                            "Name it in a Next, Default or Catch, or remove it.");
                }
            }
        }
    }

    static Set<String> reached(Group group) {
        Set<String> reached = new LinkedHashSet<>();
        var waiting = new ArrayDeque<String>();
        group.owner().value("StartAt").map(it -> it.json().asText()).ifPresent(waiting::add);
        while (!waiting.isEmpty()) {
            Entry entry = group.states().get(waiting.poll());
            if (entry != null && reached.add(entry.name())) {
                StateIndex.references(entry).stream().map(Reference::target).forEach(waiting::add);
            }
        }
        return reached;
    }
}

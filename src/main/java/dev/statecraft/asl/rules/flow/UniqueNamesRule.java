package dev.statecraft.asl.rules.flow;

import dev.statecraft.asl.problems.FlowRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;

import java.util.HashMap;
import java.util.Map;

/** A state's name is unique in the whole machine, branches and item processors included. */
public final class UniqueNamesRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        Map<String, Entry> first = new HashMap<>();
        definition
                .index()
                .states()
                .forEach(
                        entry -> {
                            Entry other = first.putIfAbsent(entry.name(), entry);
                            if (other != null) {
                                problems.reportWith(
                                        "Rename one of the two; the other is at "
                                                + other.pointer()
                                                + ".",
                                        FlowRule.DUPLICATE_STATE_NAME,
                                        entry.place(),
                                        entry.name());
                            }
                        });
    }
}

package dev.statecraft.asl.rules.flow;

import dev.statecraft.asl.problems.FlowRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.rules.StateIndex.Group;
import dev.statecraft.asl.source.Place;

/** Refuses a machine in which no state ends it. The service looks at the top level only. */
public final class TerminalStateRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition.index().groups().stream()
                .filter(TerminalStateRule::lacksEnd)
                .forEach(
                        group ->
                                problems.report(
                                        FlowRule.MISSING_END_STATE,
                                        new Place(
                                                "",
                                                group.owner()
                                                        .field("States")
                                                        .orElseThrow()
                                                        .nameStart(),
                                                group.owner()
                                                        .field("States")
                                                        .orElseThrow()
                                                        .nameEnd())));
    }

    static boolean lacksEnd(Group group) {
        return group.around().isEmpty()
                && !group.isIncomplete()
                && group.states().values().stream().noneMatch(Entry::isTerminal);
    }
}

package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Entry;
import dev.statecraft.asl.StateIndex.Group;

/** Refuses a machine in which no state ends it. The service looks at the top level only. */
final class TerminalStateRule implements DefinitionRule {

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

package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Entry;
import dev.statecraft.asl.StateIndex.Group;

import java.util.Set;

/** Points out a machine, branch or item processor that can never end. */
final class TerminalStateRule implements DefinitionRule {
    private static final Set<String> TERMINAL_TYPES = Set.of("Succeed", "Fail");

    @Override
    public void check(Definition definition, Problems problems) {
        for (Group group : definition.index().groups()) {
            Set<String> reached = ReachabilityRule.reached(group);
            boolean whole =
                    !reached.isEmpty()
                            && group.states().values().stream()
                                    .flatMap(entry -> StateIndex.references(entry).stream())
                                    .allMatch(
                                            reference ->
                                                    group.states().containsKey(reference.target()));
            if (whole
                    && reached.stream()
                            .map(group.states()::get)
                            .noneMatch(TerminalStateRule::isTerminal)) {
                problems.warning(
                        "NO_TERMINAL_STATE",
                        Place.of(
                                group.pointer() + "/States",
                                group.owner().value("States").orElseThrow()),
                        "No path from StartAt leads to an end.",
                        "Give a state \"End\": true, or lead to a Succeed or Fail state; a workflow without an end stops with an"
                                + " error after 25,000 events.");
            }
        }
    }

    private static boolean isTerminal(Entry entry) {
        String type = entry.node().value("Type").map(it -> it.json().asText()).orElse("");
        return TERMINAL_TYPES.contains(type)
                || entry.node().value("End").filter(it -> it.json().asBoolean()).isPresent();
    }
}

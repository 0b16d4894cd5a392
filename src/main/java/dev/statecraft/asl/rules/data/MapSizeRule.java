package dev.statecraft.asl.rules.data;

import dev.statecraft.asl.AslParser.Workflow;
import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.rules.StateIndex.Group;
import dev.statecraft.asl.rules.flow.ReachabilityRule;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points out Maps with more items than a history can hold, and those whose results may not fit into an output. */
public final class MapSizeRule implements DefinitionRule {
    private static final int MAX_EVENTS = 25_000;

    /** The start and the end of an iteration. */
    private static final int EVENTS_OF_AN_ITERATION = 2;

    private static final Pattern RANGE =
            Pattern.compile("\\{%\\s*\\[\\s*(\\d{1,9})\\s*\\.\\.\\s*(\\d{1,9})\\s*]\\s*%}");

    @Override
    public void check(Definition definition, Problems problems) {
        for (Group group : definition.index().groups()) {
            Optional<Entry> map = group.around().filter(it -> it.is("Map"));
            if (map.isPresent()) {
                if (isDistributed(group)) {
                    checkResults(map.get(), problems);
                } else if (definition.workflow() == Workflow.STANDARD) {
                    checkEvents(map.get(), group, problems);
                }
            }
        }
    }

    private static boolean isDistributed(Group group) {
        return group.owner().value("ProcessorConfig").orElse(null) instanceof Fields config
                && config.value("Mode")
                        .filter(it -> it.json().asText().equals("DISTRIBUTED"))
                        .isPresent();
    }

    private static void checkResults(Entry map, Problems problems) {
        boolean dropsResults =
                map.node().value("ResultPath").filter(it -> it.json().isNull()).isPresent()
                        || map.node().has("ResultSelector")
                        || map.node().has("Output");
        if (map.node().has("ItemReader") && !map.node().has("ResultWriter") && !dropsResults) {
            problems.report(AdviceRule.RESULTS_WITHOUT_WRITER, map.place(), map.name());
        }
    }

    private static void checkEvents(Entry map, Group group, Problems problems) {
        map.node()
                .field("Items")
                .ifPresent(
                        field -> {
                            long items = items(field.value());
                            long events = items * (EVENTS_OF_AN_ITERATION + fewestEvents(group));
                            if (events > MAX_EVENTS) {
                                problems.report(
                                        AdviceRule.HISTORY_TOO_LONG,
                                        Place.ofValue(map.pointer(), field),
                                        items,
                                        events);
                            }
                        });
    }

    /** How many items there are, if the text says so; else 0. */
    private static long items(SourceNode items) {
        if (items instanceof SourceNode.Elements list) {
            return list.elements().size();
        }
        Matcher range = RANGE.matcher(items.json().asText());
        return range.matches()
                ? Math.max(0, Long.parseLong(range.group(2)) - Long.parseLong(range.group(1)) + 1)
                : 0;
    }

    /** The events of the way with the fewest states; each state is entered and exited. */
    private static long fewestEvents(Group group) {
        Map<String, Integer> states = new HashMap<>();
        for (String name : ReachabilityRule.reached(group)) {
            int count = states.getOrDefault(name, 1);
            Entry entry = Optional.ofNullable(group.states().get(name)).orElseThrow();
            // A Fail state ends the Map instead.
            if (entry.isTerminal() && !entry.is("Fail")) {
                return 2L * count;
            }
            entry.references().forEach(it -> states.putIfAbsent(it.target(), count + 1));
        }
        return 0;
    }
}

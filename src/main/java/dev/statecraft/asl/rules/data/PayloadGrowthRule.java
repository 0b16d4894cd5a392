package dev.statecraft.asl.rules.data;

import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.rules.StateIndex.Group;
import dev.statecraft.asl.rules.StateIndex.Reference;
import dev.statecraft.asl.source.Place;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Points out states that enlarge their data in each round of a loop, so that it passes 256 KiB before the loop reaches 25,000 events.
 */
public final class PayloadGrowthRule implements DefinitionRule {
    private static final int MAX_EVENTS = 25_000;

    @Override
    public void check(Definition definition, Problems problems) {
        for (Group group : definition.index().groups()) {
            for (Entry entry : group.states().values()) {
                PayloadGrowth.of(entry).ifPresent(growth -> check(group, entry, growth, problems));
            }
        }
    }

    private static void check(Group group, Entry entry, PayloadGrowth growth, Problems problems) {
        OptionalInt round = shortestRound(group, entry);
        // Each state writes two events at least.
        if (round.isPresent() && growth.rounds() * 2 * round.getAsInt() < MAX_EVENTS) {
            problems.report(
                    AdviceRule.PAYLOAD_GROWS,
                    Place.ofName(entry.pointer(), growth.field()),
                    entry.name(),
                    growth.rounds());
        }
    }

    /** How many states a round through {@code entry} has at least; empty if it is in no loop. */
    private static OptionalInt shortestRound(Group group, Entry entry) {
        Map<String, List<String>> leads = new LinkedHashMap<>();
        group.states()
                .values()
                .forEach(
                        it ->
                                leads.put(
                                        it.name(),
                                        it.references().stream().map(Reference::target).toList()));
        Map<String, Integer> steps = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(entry.name()));
        steps.put(entry.name(), 0);
        while (!next.isEmpty()) {
            String name = next.remove();
            for (String target : leads.getOrDefault(name, List.of())) {
                if (target.equals(entry.name())) {
                    return OptionalInt.of(steps.get(name) + 1);
                }
                if (steps.putIfAbsent(target, steps.get(name) + 1) == null) {
                    next.add(target);
                }
            }
        }
        return OptionalInt.empty();
    }
}

package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Entry;
import dev.statecraft.asl.StateIndex.Group;
import dev.statecraft.asl.StateIndex.Reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Points out loops that an execution, once it has gone round, goes round until it has 25,000 events: nothing in them changes what
 * their Choice states look at.
 */
final class ConstantLoopRule implements DefinitionRule {
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
        Map<String, List<String>> loops = onlyLoops(inert(group));
        if (loops.isEmpty()) {
            return;
        }
        Map<String, List<String>> back = reversed(loops);
        Set<String> seen = new HashSet<>();
        for (String name : loops.keySet()) {
            if (seen.contains(name)) {
                continue;
            }
            Set<String> loop = connected(name, loops, back);
            seen.addAll(loop);
            // A loop without a Choice that leads out is another rule's: there is no way out at all.
            loop.stream()
                    .map(group.states()::get)
                    .filter(entry -> entry.is("Choice") && leadsOut(entry, loop))
                    .limit(1)
                    .forEach(
                            entry ->
                                    problems.report(
                                            FlowRule.CONSTANT_LOOP, entry.place(), entry.name()));
        }
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

    /** Takes away, again and again, what nothing leads to and what leads to nothing. What is left goes round. */
    private static Map<String, List<String>> onlyLoops(Map<String, List<String>> leads) {
        return reversed(withoutDeadEnds(reversed(withoutDeadEnds(leads))));
    }

    private static Map<String, List<String>> reversed(Map<String, List<String>> leads) {
        Map<String, ArrayList<String>> reversed = new LinkedHashMap<>();
        leads.keySet().forEach(name -> reversed.put(name, new ArrayList<>()));
        leads.forEach((from, targets) -> targets.forEach(to -> reversed.get(to).add(from)));
        return new LinkedHashMap<>(reversed);
    }

    private static Map<String, List<String>> withoutDeadEnds(Map<String, List<String>> leads) {
        Map<String, List<String>> cameFrom = reversed(leads);
        Map<String, Integer> ways = new HashMap<>();
        var dead = new ArrayDeque<String>();
        leads.forEach(
                (name, targets) -> {
                    ways.put(name, targets.size());
                    if (targets.isEmpty()) {
                        dead.add(name);
                    }
                });
        Set<String> gone = new HashSet<>();
        while (!dead.isEmpty()) {
            String name = dead.poll();
            gone.add(name);
            for (String from : cameFrom.getOrDefault(name, List.of())) {
                if (ways.merge(from, -1, Integer::sum) == 0) {
                    dead.add(from);
                }
            }
        }
        Map<String, List<String>> left = new LinkedHashMap<>();
        leads.forEach(
                (name, targets) -> {
                    if (!gone.contains(name)) {
                        left.put(name, targets.stream().filter(it -> !gone.contains(it)).toList());
                    }
                });
        return left;
    }

    private static Set<String> connected(
            String start, Map<String, List<String>> leads, Map<String, List<String>> back) {
        Set<String> connected = new LinkedHashSet<>();
        var waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            String name = waiting.poll();
            if (connected.add(name)) {
                waiting.addAll(leads.getOrDefault(name, List.of()));
                waiting.addAll(back.getOrDefault(name, List.of()));
            }
        }
        return connected;
    }
}

package dev.statecraft.asl.rules.data;

import dev.statecraft.asl.rules.StateIndex;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.rules.StateIndex.Group;
import dev.statecraft.asl.rules.StateIndex.Reference;
import dev.statecraft.asl.rules.flow.Loops;
import dev.statecraft.asl.rules.flow.ReachabilityRule;
import dev.statecraft.asl.source.SourceNode.Elements;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which variables may have a value when a state begins. Every {@code States} object is a scope of its own. */
final class VariableScopes {
    private final List<Scope> scopes = new ArrayList<>();
    private final Map<String, Scope> byState = new HashMap<>();
    // Sets of variables as bits: a machine may well have a variable for each of a thousand states.
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, BitSet> before = new HashMap<>();

    /**
     * @param around the scope whose variables can be read here; absent at the top and in child executions
     * @param assigned every name that a state here assigns, with the state
     */
    record Scope(Group group, Optional<Scope> around, Map<String, String> assigned) {}

    private VariableScopes() {}

    static VariableScopes of(StateIndex index) {
        var scopes = new VariableScopes();
        // A group comes after the one around it.
        index.groups().forEach(scopes::add);
        return scopes;
    }

    private void add(Group group) {
        Map<String, String> assigned = new LinkedHashMap<>();
        for (Entry entry : group.states().values()) {
            names(entry).forEach(name -> assigned.putIfAbsent(name, entry.name()));
        }
        Optional<Entry> outside = group.around().filter(it -> !isDistributed(group));
        var scope =
                new Scope(
                        group,
                        outside.flatMap(it -> Optional.ofNullable(byState.get(it.pointer()))),
                        assigned);
        scopes.add(scope);
        group.states().values().forEach(entry -> byState.put(entry.pointer(), scope));
        flow(
                group,
                outside.flatMap(it -> Optional.ofNullable(before.get(it.pointer())))
                        .orElseGet(BitSet::new));
    }

    private static boolean isDistributed(Group group) {
        return group.owner().value("ProcessorConfig").orElse(null) instanceof Fields config
                && config.value("Mode")
                        .filter(it -> it.json().asText().equals("DISTRIBUTED"))
                        .isPresent();
    }

    /**
     * Hands variables on along every transition. In a loop each state comes before every other, so that all of them see what any
     * assigns.
     */
    private void flow(Group group, BitSet atStart) {
        if (group.start().isEmpty()) {
            return;
        }
        before.put(group.start().get().pointer(), copy(atStart));
        Map<String, List<String>> leads = new LinkedHashMap<>();
        for (String name : ReachabilityRule.reached(group)) {
            leads.put(
                    name,
                    entry(group, name).references().stream()
                            .map(Reference::target)
                            .filter(group.states()::containsKey)
                            .distinct()
                            .toList());
        }
        for (List<String> loop : Loops.of(leads).reversed()) {
            flow(group, loop, leads);
        }
    }

    private void flow(Group group, List<String> loop, Map<String, List<String>> leads) {
        var atEntry = new BitSet();
        var after = new BitSet();
        for (String name : loop) {
            Entry entry = entry(group, name);
            atEntry.or(before.getOrDefault(entry.pointer(), new BitSet()));
            names(entry).forEach(it -> after.set(number(it)));
        }
        after.or(atEntry);
        boolean goesRound =
                loop.size() > 1
                        || leads.getOrDefault(loop.getFirst(), List.of()).contains(loop.getFirst());
        Set<String> members = Set.copyOf(loop);
        for (String name : loop) {
            before.put(entry(group, name).pointer(), goesRound ? after : atEntry);
            for (String next : leads.getOrDefault(name, List.of())) {
                if (!goesRound || !members.contains(next)) {
                    before.computeIfAbsent(entry(group, next).pointer(), it -> new BitSet())
                            .or(after);
                }
            }
        }
    }

    private static Entry entry(Group group, String name) {
        return Optional.ofNullable(group.states().get(name)).orElseThrow();
    }

    private static BitSet copy(BitSet set) {
        return (BitSet) set.clone();
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, it -> numbers.size());
    }

    List<Scope> all() {
        return scopes;
    }

    /** True if some path to {@code entry} assigns {@code name}, or none leads to it at all. */
    boolean mayBeAssigned(Entry entry, String name) {
        BitSet assigned = before.get(entry.pointer());
        return assigned == null || numbers.containsKey(name) && assigned.get(numbers.get(name));
    }

    /** The variables that some path to {@code entry} assigns. */
    List<String> assignedBefore(Entry entry) {
        BitSet assigned = before.getOrDefault(entry.pointer(), new BitSet());
        return numbers.keySet().stream().filter(it -> assigned.get(numbers.get(it))).toList();
    }

    /**
     * True if {@code name} may have a value where the states of {@code scope} begin. What the state around them assigns when it ends
     * does not count (recorded 2024-11).
     */
    boolean isAssignedAround(Scope scope, String name) {
        return scope.around().isPresent()
                && scope.group()
                        .around()
                        .filter(it -> before.containsKey(it.pointer()))
                        .filter(it -> mayBeAssigned(it, name))
                        .isPresent();
    }

    /** Where a variable of this name is assigned that {@code entry} cannot read, and what to do about it. */
    Optional<String> whereElse(Entry entry, String name) {
        for (Scope scope : scopes) {
            String state = scope.assigned().get(name);
            if (state == null) {
                continue;
            }
            if (scope == byState.get(entry.pointer())) {
                return Optional.of(
                        state.equals(entry.name())
                                ? "This state assigns it, and its value can be read from the next state on."
                                : "\""
                                        + state
                                        + "\" assigns it, but no path leads from there to here.");
            }
            return Optional.of(
                    "\""
                            + state
                            + "\" assigns it in a scope that cannot be read here; hand the value on through input or output.");
        }
        return Optional.empty();
    }

    /** Every {@code Assign} of a state: its own, and those of its catchers and rules. */
    static List<VariablesRule.Assign> assigns(Entry entry) {
        List<VariablesRule.Assign> assigns = new ArrayList<>();
        add(entry.node(), entry.pointer(), assigns);
        for (String list : List.of("Catch", "Choices")) {
            if (entry.node().value(list).orElse(null) instanceof Elements elements) {
                for (int i = 0; i < elements.elements().size(); i++) {
                    if (elements.elements().get(i) instanceof Fields fields) {
                        add(fields, entry.pointer() + "/" + list + "[" + i + "]", assigns);
                    }
                }
            }
        }
        return assigns;
    }

    private static void add(Fields node, String pointer, List<VariablesRule.Assign> assigns) {
        if (node.value("Assign").orElse(null) instanceof Fields fields) {
            assigns.add(new VariablesRule.Assign(fields, pointer + "/Assign"));
        }
    }

    private static Set<String> names(Entry entry) {
        Set<String> names = new HashSet<>();
        for (VariablesRule.Assign assign : assigns(entry)) {
            for (Field field : assign.fields().fields()) {
                names.add(variable(field.name()));
            }
        }
        return names;
    }

    /** The variable that a field of {@code Assign} names. */
    static String variable(String field) {
        return field.endsWith(".$") ? field.substring(0, field.length() - 2) : field;
    }
}

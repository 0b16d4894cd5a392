package dev.statecraft.asl;

import dev.statecraft.asl.Diagnostic.Position;
import dev.statecraft.asl.SourceNode.Field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All states in a text, also where the definition is faulty, each with the states it can reach. */
record StateIndex(List<Group> groups) {

    /** The states of a machine, a branch or an item processor. */
    record Group(SourceNode.Fields owner, String pointer, Map<String, Entry> states) {}

    record Entry(String name, Field field, SourceNode.Fields node, String pointer) {}

    /** A field that names a state of the same group. */
    record Reference(Place place, String target) {}

    static StateIndex of(SourceNode.Fields definition) {
        List<Group> groups = new ArrayList<>();
        collect(definition, "", groups);
        return new StateIndex(List.copyOf(groups));
    }

    private static void collect(SourceNode.Fields owner, String pointer, List<Group> groups) {
        Map<String, Entry> states = new LinkedHashMap<>();
        if (owner.value("States").orElse(null) instanceof SourceNode.Fields fields) {
            for (Field field : fields.fields()) {
                if (field.value() instanceof SourceNode.Fields node) {
                    states.put(
                            field.name(),
                            new Entry(
                                    field.name(),
                                    field,
                                    node,
                                    pointer + "/States/" + field.name()));
                }
            }
        }
        groups.add(new Group(owner, pointer, states));
        states.values().forEach(entry -> collectInside(entry, groups));
    }

    private static void collectInside(Entry entry, List<Group> groups) {
        for (String field : List.of("ItemProcessor", "Iterator")) {
            if (entry.node().value(field).orElse(null) instanceof SourceNode.Fields processor) {
                collect(processor, entry.pointer() + "/" + field, groups);
            }
        }
        if (entry.node().value("Branches").orElse(null) instanceof SourceNode.Elements branches) {
            for (int i = 0; i < branches.elements().size(); i++) {
                if (branches.elements().get(i) instanceof SourceNode.Fields branch) {
                    collect(branch, entry.pointer() + "/Branches[" + i + "]", groups);
                }
            }
        }
    }

    /** The fields of {@code entry} that name other states: Next, Default, and those in Catch and Choices. */
    static List<Reference> references(Entry entry) {
        List<Reference> references = new ArrayList<>();
        add(entry.node(), entry.pointer(), "Next", references);
        add(entry.node(), entry.pointer(), "Default", references);
        for (String list : List.of("Catch", "Choices")) {
            if (entry.node().value(list).orElse(null) instanceof SourceNode.Elements elements) {
                for (int i = 0; i < elements.elements().size(); i++) {
                    if (elements.elements().get(i) instanceof SourceNode.Fields fields) {
                        add(
                                fields,
                                entry.pointer() + "/" + list + "[" + i + "]",
                                "Next",
                                references);
                    }
                }
            }
        }
        return references;
    }

    private static void add(
            SourceNode.Fields node, String pointer, String name, List<Reference> references) {
        node.field(name)
                .filter(field -> field.value().json().isTextual())
                .ifPresent(
                        field ->
                                references.add(
                                        new Reference(
                                                Place.ofValue(pointer, field),
                                                field.value().json().textValue())));
    }

    Map<String, Position> positions(SourceText source) {
        Map<String, Position> positions = new LinkedHashMap<>();
        groups.stream()
                .flatMap(group -> group.states().values().stream())
                .forEach(
                        entry ->
                                positions.putIfAbsent(
                                        entry.name(),
                                        source.position(
                                                entry.field().nameStart(),
                                                entry.field().value().end())));
        return positions;
    }
}

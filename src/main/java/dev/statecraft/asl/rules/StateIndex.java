package dev.statecraft.asl.rules;

import dev.statecraft.asl.Diagnostic.Position;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All states in a text, also where the definition is faulty, each with the states it can reach. */
public record StateIndex(List<Group> groups) {

    /**
     * The states of a machine, a branch or an item processor.
     *
     * @param around the state that holds the branch or item processor; absent at the top
     */
    public record Group(
            SourceNode.Fields owner,
            String pointer,
            Optional<Entry> around,
            Map<String, Entry> states) {

        public Optional<Entry> start() {
            return owner.value("StartAt").map(it -> states.get(it.json().asText()));
        }

        /** True if a state has neither an end nor a transition yet, as while it is being typed. */
        public boolean isIncomplete() {
            return states.isEmpty() || states.values().stream().anyMatch(Entry::isIncomplete);
        }
    }

    public record Entry(
            String name,
            Field field,
            SourceNode.Fields node,
            String pointer,
            QueryLanguage language,
            Optional<Entry> around,
            List<Reference> references) {

        String type() {
            return node.value("Type").map(it -> it.json().asText()).orElse("");
        }

        public boolean is(String type) {
            return type().equals(type);
        }

        /** The ARN of a Task; empty where there is none. */
        public String resource() {
            return is("Task")
                    ? node.value("Resource").map(it -> it.json().asText()).orElse("")
                    : "";
        }

        /** Its name in the text. */
        public Place place() {
            return new Place(pointer, field.nameStart(), field.nameEnd());
        }

        public boolean isTerminal() {
            return is("Succeed")
                    || is("Fail")
                    || node.value("End").filter(it -> it.json().asBoolean()).isPresent();
        }

        public boolean isIncomplete() {
            return !isTerminal() && references.isEmpty();
        }
    }

    /** Every state of every group. */
    public Stream<Entry> states() {
        return groups.stream().flatMap(group -> group.states().values().stream());
    }

    /** A field that names a state of the same group. */
    public record Reference(Place place, String target) {}

    public static StateIndex of(SourceNode.Fields definition) {
        List<Group> groups = new ArrayList<>();
        new Collector(language(definition, QueryLanguage.JSONPath), groups)
                .collect(definition, "", Optional.empty());
        return new StateIndex(List.copyOf(groups));
    }

    private static QueryLanguage language(SourceNode.Fields owner, QueryLanguage otherwise) {
        return owner.value("QueryLanguage")
                .map(
                        it ->
                                it.json().asText().equals("JSONPath")
                                        ? QueryLanguage.JSONPath
                                        : QueryLanguage.JSONata)
                .orElse(otherwise);
    }

    private record Collector(QueryLanguage language, List<Group> groups) {

        void collect(SourceNode.Fields owner, String pointer, Optional<Entry> around) {
            Map<String, Entry> states = new LinkedHashMap<>();
            if (owner.value("States").orElse(null) instanceof SourceNode.Fields fields) {
                for (Field field : fields.fields()) {
                    if (field.value() instanceof SourceNode.Fields node) {
                        String at = pointer + "/States/" + field.name();
                        states.put(
                                field.name(),
                                new Entry(
                                        field.name(),
                                        field,
                                        node,
                                        at,
                                        StateIndex.language(node, language),
                                        around,
                                        StateIndex.references(node, at)));
                    }
                }
            }
            groups.add(new Group(owner, pointer, around, states));
            states.values().forEach(this::collectInside);
        }

        private void collectInside(Entry entry) {
            for (String field : List.of("ItemProcessor", "Iterator")) {
                if (entry.node().value(field).orElse(null) instanceof SourceNode.Fields processor) {
                    collect(processor, entry.pointer() + "/" + field, Optional.of(entry));
                }
            }
            if (entry.node().value("Branches").orElse(null)
                    instanceof SourceNode.Elements branches) {
                for (int i = 0; i < branches.elements().size(); i++) {
                    if (branches.elements().get(i) instanceof SourceNode.Fields branch) {
                        collect(
                                branch,
                                entry.pointer() + "/Branches[" + i + "]",
                                Optional.of(entry));
                    }
                }
            }
        }
    }

    /** The fields of {@code entry} that name other states: Next, Default, and those in Catch and Choices. */
    private static List<Reference> references(SourceNode.Fields node, String pointer) {
        List<Reference> references = new ArrayList<>();
        add(node, pointer, "Next", references);
        add(node, pointer, "Default", references);
        for (String list : List.of("Catch", "Choices")) {
            if (node.value(list).orElse(null) instanceof SourceNode.Elements elements) {
                for (int i = 0; i < elements.elements().size(); i++) {
                    if (elements.elements().get(i) instanceof SourceNode.Fields fields) {
                        add(fields, pointer + "/" + list + "[" + i + "]", "Next", references);
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

    public Map<String, Position> positions(SourceText source) {
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

package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.editing.Document;
import dev.statecraft.editing.design.StateForm.Element;
import dev.statecraft.editing.design.StateForm.Entry;
import dev.statecraft.editing.design.StateForm.Option;
import dev.statecraft.editing.design.StateForm.Part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the {@link StateForm} of a state from the text of its definition. */
public final class StateForms {
    private static final List<String> CATCHING = List.of("Task", "Parallel", "Map");

    private final Level level;
    private final String state;
    private final JsonNode source;
    private final String type;
    private final boolean jsonata;
    private final Remarks remarks;
    private final Entries entries;

    private StateForms(Redraft redraft, Level level, String state, Remarks remarks) {
        this.level = level;
        this.state = state;
        this.source = level.state(state);
        this.type = level.type(state);
        this.jsonata = redraft.jsonata(level, state);
        this.remarks = remarks;
        this.entries = new Entries(source, remarks);
    }

    /** Nothing if the text has no such state. */
    public static Optional<StateForm> of(String text, String state) {
        Redraft redraft = Redraft.of(Document.of(text));
        return redraft.levelOf(state)
                .map(
                        level -> {
                            var remarks =
                                    Remarks.about(
                                            level.pathOf(state),
                                            AslParser.parse(text).diagnostics());
                            return new StateForms(redraft, level, state, remarks).form();
                        });
    }

    private StateForm form() {
        List<Part> parts = new ArrayList<>();
        parts.add(nameAndTransitions());
        if (type.equals("Choice")) {
            parts.add(rules());
        }
        if (type.equals("Parallel")) {
            parts.add(branches());
        }
        for (FieldSpec.Group group : FieldSpec.Group.values()) {
            part(group).ifPresent(parts::add);
            if (group == FieldSpec.Group.DATA && CATCHING.contains(type)) {
                parts.add(retriers());
                parts.add(catchers());
            }
        }
        return new StateForm(state, type, jsonata ? "JSONata" : "JSONPath", parts, remarks.rest());
    }

    private Part nameAndTransitions() {
        List<Entry> all = new ArrayList<>();
        all.add(
                entries.entry("Name", "", "rename", Input.TEXT)
                        .showing(state, "Unique in the whole machine, at most 80 characters."));
        if (type.equals("Choice")) {
            String help = "Where to go when no rule applies.";
            String otherwise = source.path("Default").asText();
            all.add(
                    entries.entry("Otherwise", "/Default", "lead", Input.CHOICE)
                            .choosing(targets(otherwise, "nowhere: fail"), help));
        } else if (!level.isTerminal(state)) {
            String next = source.path("Next").asText();
            String field = source.has("Next") ? "/Next" : "/End";
            all.add(
                    entries.entry("Goes on to", field, "lead", Input.CHOICE)
                            .choosing(targets(next, "the end"), "The state that follows."));
        }
        return new Part("", true, all, "", "", List.of());
    }

    /** The states that a transition can lead to; faulty ones are shown as they are. */
    private List<Option> targets(String chosen, String nothing) {
        Stream<String> names = level.names().stream();
        Stream<String> all =
                chosen.isEmpty() || level.has(chosen)
                        ? names
                        : Stream.concat(Stream.of(chosen), names);
        return Stream.concat(
                        nothing.isEmpty()
                                ? Stream.empty()
                                : Stream.of(new Option("", nothing, chosen.isEmpty())),
                        all.map(it -> new Option(it, it, it.equals(chosen))))
                .toList();
    }

    private Optional<Part> part(FieldSpec.Group group) {
        List<Entry> fields =
                FieldCatalogue.FIELDS.stream()
                        .filter(it -> it.group() == group && it.belongsTo(type, jsonata))
                        .map(entries::of)
                        .toList();
        boolean isUsed =
                fields.stream().anyMatch(it -> !it.value().isEmpty() || !it.remarks().isEmpty());
        boolean isOpen = group == FieldSpec.Group.WORK || isUsed;
        return fields.isEmpty() || (group == FieldSpec.Group.DISTRIBUTED && !isDistributed())
                ? Optional.empty()
                : Optional.of(new Part(group.title(), isOpen, fields, "", "", List.of()));
    }

    private boolean isDistributed() {
        return source.at("/ItemProcessor/ProcessorConfig/Mode").asText().equals("DISTRIBUTED");
    }

    private Part retriers() {
        return list(
                "Retry",
                "/Retry",
                "Add a retrier",
                pointer ->
                        List.of(
                                errors(pointer),
                                number(
                                        pointer,
                                        "IntervalSeconds",
                                        "Seconds before the first retry."),
                                number(
                                        pointer,
                                        "MaxAttempts",
                                        "How often to try again; 0 for never."),
                                number(
                                        pointer,
                                        "BackoffRate",
                                        "By what to multiply the wait each time."),
                                number(pointer, "MaxDelaySeconds", "The longest wait."),
                                entries.entry(
                                                "JitterStrategy",
                                                pointer + "/JitterStrategy",
                                                "set",
                                                Input.CHOICE)
                                        .choosingWords(
                                                List.of("FULL", "NONE"),
                                                "Full makes each wait a random part of itself.")));
    }

    private Part catchers() {
        return list(
                "Catch",
                "/Catch",
                "Add a catcher",
                pointer -> {
                    List<Entry> fields = new ArrayList<>();
                    fields.add(errors(pointer));
                    fields.add(target(pointer));
                    if (jsonata) {
                        fields.add(
                                entries.set(
                                        pointer + "/Output",
                                        Input.JSON,
                                        "What goes on; $states.errorOutput is the error."));
                    } else {
                        fields.add(
                                entries.set(
                                        pointer + "/ResultPath",
                                        Input.PATH,
                                        "Where in the input the error is put."));
                    }
                    fields.add(entries.set(pointer + "/Assign", Input.JSON, "Variables to set."));
                    return fields;
                });
    }

    private Entry errors(String pointer) {
        return entries.set(
                pointer + "/ErrorEquals",
                Input.NAMES,
                "Error names with commas between them; States.ALL for every error.");
    }

    private Entry number(String pointer, String field, String help) {
        return entries.set(pointer + "/" + field, Input.NUMBER, help);
    }

    private Entry target(String pointer) {
        String chosen = source.at(pointer + "/Next").asText();
        return entries.entry("Goes on to", pointer + "/Next", "lead", Input.CHOICE)
                .choosing(
                        targets(chosen, chosen.isEmpty() ? "nowhere yet" : ""),
                        "The state that follows.");
    }

    private Part rules() {
        return list("Rules", "/Choices", "Add a rule", this::ruleFields);
    }

    private List<Entry> ruleFields(String pointer) {
        List<Entry> fields = new ArrayList<>();
        if (jsonata) {
            fields.add(
                    entries.set(
                            pointer + "/Condition",
                            Input.TEXT,
                            "A JSONata expression that gives true or false."));
        } else {
            fields.addAll(ConditionEntries.of(source.at(pointer), pointer, entries));
        }
        fields.add(target(pointer));
        fields.add(
                entries.set(
                        pointer + "/Assign",
                        Input.JSON,
                        "Variables to set when the rule applies."));
        if (jsonata) {
            fields.add(
                    entries.set(
                            pointer + "/Output",
                            Input.JSON,
                            "What goes on when the rule applies."));
        }
        return fields;
    }

    private Part branches() {
        return list("Branch", "/Branches", "Add a branch", pointer -> List.of());
    }

    private Part list(
            String title,
            String pointer,
            String adds,
            java.util.function.Function<String, List<Entry>> fields) {
        JsonNode list = source.at(pointer);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = pointer + "/" + i;
            elements.add(
                    new Element(
                            (title.equals("Rules") ? "Rule" : title) + " " + (i + 1),
                            at,
                            i == 0,
                            i == list.size() - 1,
                            fields.apply(at),
                            jsonata ? "" : ConditionEntries.listOf(source.at(at), at),
                            jsonata ? List.of() : conditions(at)));
        }
        boolean isOpen = !elements.isEmpty();
        return new Part(
                title.equals("Branch") ? "Branches" : title,
                isOpen,
                List.of(),
                pointer,
                adds,
                elements);
    }

    /** The comparisons that a rule combines, one below the other. */
    private List<Element> conditions(String pointer) {
        String list = ConditionEntries.listOf(source.at(pointer), pointer);
        List<Element> elements = new ArrayList<>();
        int count = list.isEmpty() ? 0 : source.at(list).size();
        for (int i = 0; i < count; i++) {
            String at = list + "/" + i;
            elements.add(
                    new Element(
                            "Condition " + (i + 1),
                            at,
                            i == 0,
                            i == count - 1,
                            ConditionEntries.of(source.at(at), at, entries),
                            "",
                            List.of()));
        }
        return elements;
    }

    static List<Option> words(List<String> words, String chosen) {
        Stream<Option> present =
                words.contains(chosen) || chosen.isEmpty()
                        ? Stream.empty()
                        : Stream.of(new Option(chosen, chosen, true));
        return Stream.of(
                        Stream.of(new Option("", "not set", chosen.isEmpty())),
                        words.stream().map(it -> new Option(it, it, it.equals(chosen))),
                        present)
                .flatMap(it -> it)
                .toList();
    }

    /** Steps of a path as diagnostics write them: fields behind a slash, elements in brackets. */
    static String location(List<String> path) {
        var location = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            boolean isElement =
                    path.get(i).matches("[0-9]+")
                            && i > 0
                            && Arrays.asList("Choices", "Catch", "Retry", "Branches", "And", "Or")
                                    .contains(path.get(i - 1));
            location.append(isElement ? "[" + path.get(i) + "]" : "/" + path.get(i));
        }
        return location.toString();
    }
}

package dev.statecraft.asl.reading;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.State;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.asl.States;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.source.SourceNode.Field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the top level of a definition, and every {@code States} object in it. */
public final class MachineReader {
    /** The longest time-out the service takes, in seconds. */
    static final long MAX_SECONDS = 99_999_999;

    private static final List<String> FIELDS =
            List.of("Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version");

    private final Section section;

    public MachineReader(Section section) {
        this.section = section;
    }

    /** The machine, as far as it can be read; its diagnostics say whether it is whole. */
    public Optional<StateMachine> read() {
        section.require(missingOrder());
        section.allowOnly(FIELDS, "A state machine");
        section.oneOf("Version", "1.0");
        QueryLanguage language = language(section).orElse(QueryLanguage.JSONPath);
        Optional<States> states = states(section, language, language);
        Optional<Long> timeout = section.integer("TimeoutSeconds", 1, MAX_SECONDS);
        return states.map(
                it ->
                        new StateMachine(
                                section.text("Comment"),
                                language,
                                timeout.map(OptionalLong::of).orElse(OptionalLong.empty()),
                                it,
                                section.node().json()));
    }

    // The service names States before StartAt (recorded 2024-04).
    private static String[] missingOrder() {
        return new String[] {"States", "StartAt"};
    }

    /** The language in {@code QueryLanguage}. The service takes every value but {@code JSONPath} for JSONata, refusing it as well. */
    static Optional<QueryLanguage> language(Section section) {
        if (!section.has("QueryLanguage")) {
            return Optional.empty();
        }
        Optional<String> name = section.oneOf("QueryLanguage", "JSONPath", "JSONata");
        return Optional.of(
                name.filter("JSONPath"::equals).isPresent()
                        ? QueryLanguage.JSONPath
                        : QueryLanguage.JSONata);
    }

    /**
     * The {@code States} and {@code StartAt} of a machine, a branch or an item processor.
     *
     * @param machineLanguage of the whole machine
     * @param language that states here speak unless they say otherwise
     */
    static Optional<States> states(
            Section owner, QueryLanguage machineLanguage, QueryLanguage language) {
        Optional<Section> section = owner.section("States");
        Optional<String> startAt = owner.text("StartAt");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        if (section.get().fields().isEmpty()) {
            owner.problems()
                    .reportWith(
                            "Add at least one state, such as a Pass state.",
                            SchemaRule.EMPTY_VALUE,
                            owner.placeOf("States"));
        }
        Map<String, State> states = new LinkedHashMap<>();
        for (Field field : section.get().fields()) {
            Names.checkStateName(section.get(), field);
            section.get()
                    .section(field.name())
                    .flatMap(
                            state ->
                                    new StateReader(
                                                    field.name(),
                                                    state.asState(),
                                                    machineLanguage,
                                                    language)
                                            .read())
                    .ifPresent(state -> states.put(field.name(), state));
        }
        return startAt.map(start -> new States(start, states));
    }
}

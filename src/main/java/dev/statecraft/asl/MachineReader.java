package dev.statecraft.asl;

import dev.statecraft.asl.SourceNode.Field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the top level of a definition, and every {@code States} object in it. */
final class MachineReader {
    /** The longest time-out the service takes, in seconds. */
    static final long MAX_SECONDS = 99_999_999;

    private static final List<String> FIELDS =
            List.of("Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version");

    private final Section section;

    MachineReader(Section section) {
        this.section = section;
    }

    /** The machine, as far as it can be read; its diagnostics say whether it is whole. */
    Optional<StateMachine> read() {
        section.require(missingOrder());
        section.allowOnly(FIELDS, "A state machine");
        Optional<String> version = section.text("Version");
        if (version.isPresent() && !version.get().equals("1.0")) {
            section.problems()
                    .error(
                            section.placeOf("Version"),
                            "The version must be 1.0",
                            "Write \"1.0\", or leave the field out.");
        }
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

    static Optional<QueryLanguage> language(Section section) {
        Optional<String> name = section.text("QueryLanguage");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return switch (name.get()) {
            case "JSONPath" -> Optional.of(QueryLanguage.JSONPath);
            case "JSONata" -> Optional.of(QueryLanguage.JSONata);
            default -> {
                section.problems()
                        .error(
                                section.placeOf("QueryLanguage"),
                                "'QueryLanguage' must be 'JSONPath' or 'JSONata'",
                                "Write \"JSONPath\" or \"JSONata\", in exactly this spelling.");
                yield Optional.empty();
            }
        };
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
                    .error(
                            owner.placeOf("States"),
                            "Value cannot be empty",
                            "Add at least one state, such as a Pass state.");
        }
        Map<String, State> states = new LinkedHashMap<>();
        for (Field field : section.get().fields()) {
            Names.checkStateName(section.get(), field);
            section.get()
                    .section(field.name())
                    .flatMap(
                            state ->
                                    new StateReader(field.name(), state, machineLanguage, language)
                                            .read())
                    .ifPresent(state -> states.put(field.name(), state));
        }
        return startAt.map(start -> new States(start, states));
    }
}

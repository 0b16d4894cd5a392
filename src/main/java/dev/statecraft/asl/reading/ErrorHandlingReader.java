package dev.statecraft.asl.reading;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Retrier;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code Retry} and {@code Catch}. */
final class ErrorHandlingReader {
    private static final long MAX_DELAY = 31_622_400;
    private static final List<String> RETRIER_FIELDS =
            List.of(
                    "ErrorEquals",
                    "IntervalSeconds",
                    "MaxAttempts",
                    "BackoffRate",
                    "MaxDelaySeconds",
                    "JitterStrategy",
                    "Comment");

    private ErrorHandlingReader() {}

    static List<Retrier> retriers(Section state) {
        List<Section> sections = state.sections("Retry");
        List<Retrier> retriers = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            section.require("ErrorEquals");
            section.allowOnly(RETRIER_FIELDS, "A retrier");
            checkErrors(section, i == sections.size() - 1, "retrier");
            retriers.add(retrier(section));
        }
        return retriers;
    }

    private static Retrier retrier(Section section) {
        Optional<Long> maxDelay = section.integer("MaxDelaySeconds", 1, MAX_DELAY);
        Optional<String> jitter = section.oneOf("JitterStrategy", "NONE", "FULL");
        return new Retrier(
                section.texts("ErrorEquals"),
                // The service takes 0 as well, unlike its documentation (publicly reported, read
                // 2026-11).
                section.integer("IntervalSeconds", 0, MachineReader.MAX_SECONDS).orElse(1L),
                section.integer("MaxAttempts", 0, MachineReader.MAX_SECONDS).orElse(3L),
                section.number("BackoffRate", 1, Double.MAX_VALUE).orElse(2.0),
                maxDelay.map(OptionalLong::of).orElse(OptionalLong.empty()),
                jitter.filter("FULL"::equals).isPresent());
    }

    static List<Catcher> catchers(Section state, QueryLanguage language) {
        List<Section> sections = state.sections("Catch");
        List<Catcher> catchers = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            section.require("ErrorEquals", "Next");
            section.allowOnly(
                    language == QueryLanguage.JSONata
                            ? List.of("ErrorEquals", "Next", "Comment", "Assign", "Output")
                            : List.of("ErrorEquals", "Next", "Comment", "Assign", "ResultPath"),
                    "A catcher");
            checkErrors(section, i == sections.size() - 1, "catcher");
            catchers.add(
                    new Catcher(
                            section.texts("ErrorEquals"),
                            section.text("Next").orElse(""),
                            FlowReader.resultPath(section),
                            FlowReader.assign(section, language),
                            language == QueryLanguage.JSONata
                                    ? section.jsonata("Output")
                                    : Optional.empty()));
        }
        return catchers;
    }

    private static void checkErrors(Section section, boolean last, String what) {
        section.notEmpty("ErrorEquals", "Name at least one error, such as \"States.ALL\".");
        if (!(section.node().value("ErrorEquals").orElse(null)
                instanceof SourceNode.Elements names)) {
            return;
        }
        for (int i = 0; i < names.elements().size(); i++) {
            SourceNode name = names.elements().get(i);
            if (name.json().asText().equals("States.ALL")
                    && (names.elements().size() > 1 || !last)) {
                section.problems()
                        .reportWith(
                                "Put \"States.ALL\" in a "
                                        + what
                                        + " of its own at the end of the list.",
                                SchemaRule.STATES_ALL_ALONE_AND_LAST,
                                Place.of(section.pointer() + "/ErrorEquals[" + i + "]", name));
            }
        }
    }
}

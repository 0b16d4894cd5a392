package dev.statecraft.asl;

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
        Optional<String> jitter = section.text("JitterStrategy");
        if (jitter.isPresent() && !List.of("FULL", "NONE").contains(jitter.get())) {
            section.problems()
                    .error(
                            section.placeOf("JitterStrategy"),
                            "The jitter strategy must be FULL or NONE",
                            "Write \"FULL\" to draw each wait at random, \"NONE\" otherwise.");
        }
        return new Retrier(
                section.texts("ErrorEquals"),
                section.integer("IntervalSeconds", 1, MachineReader.MAX_SECONDS).orElse(1L),
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
        List<String> names = section.texts("ErrorEquals");
        if (section.has("ErrorEquals") && names.isEmpty()) {
            section.problems()
                    .error(
                            section.placeOf("ErrorEquals"),
                            "Value cannot be empty",
                            "Name at least one error, such as \"States.ALL\".");
        }
        if (names.contains("States.ALL") && (names.size() > 1 || !last)) {
            section.problems()
                    .error(
                            section.placeOf("ErrorEquals"),
                            "States.ALL must appear alone and in the last " + what,
                            "Put \"States.ALL\" in a "
                                    + what
                                    + " of its own at the end of the list.");
        }
    }
}

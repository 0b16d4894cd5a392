package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.grading.Experiment;
import dev.statecraft.grading.Measure;

import java.util.ArrayList;
import java.util.List;

/** Why the right option of a drill is right: what happened in the run, in one sentence. */
final class DrillTrace {
    private static final int MOST_NAMED = 8;

    private DrillTrace() {}

    /** @param function whose calls are told */
    static String inWords(Experiment experiment, String function) {
        List<String> states = texts(experiment.measure(new Measure.Path()));
        List<String> calls = texts(experiment.measure(new Measure.CallTimes(function)));
        var words = new StringBuilder("This is what the run shows: it enters ");
        words.append(states.size() <= MOST_NAMED ? listed(states) : states.size() + " states");
        if (!calls.isEmpty()) {
            words.append(", calls `").append(function).append("` ");
            words.append(
                    calls.size() <= MOST_NAMED
                            ? "at " + listed(calls) + " s"
                            : calls.size() + " times");
        }
        return words.append(", and ends as ")
                .append(experiment.measure(new Measure.Ending()).asText())
                .append(" after ")
                .append(plain(experiment.measure(new Measure.Seconds())))
                .append(" s.")
                .toString();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.isNumber() ? plain(it) : it.asText()));
        return texts;
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}

package dev.statecraft.grading;

import dev.statecraft.sandbox.Fault;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The smallest run we found in which a design does not do what it must.
 *
 * @param outcome the requirement that is not met
 * @param trial the causes of the run
 */
public record Counterexample(Outcome outcome, Trial trial, Finding finding) {

    /** In a sentence: with which input and faults, what the run did, and which events show it. */
    public String sentence() {
        String faults =
                trial.faults().faults().stream()
                        .map(Fault::describe)
                        .collect(Collectors.joining(" and "));
        String input = trial.input().toString();
        String shown = input.length() > 200 ? input.substring(0, 200) + "..." : input;
        return "With input "
                + shown
                + (faults.isEmpty() ? "" : " and a fault (" + faults + ")")
                + ", your run "
                + finding.message()
                + events()
                + ".";
    }

    private String events() {
        List<Long> events = finding.events();
        if (events.isEmpty()) {
            return "";
        }
        String listed = events.stream().map(String::valueOf).collect(Collectors.joining(", "));
        int last = listed.lastIndexOf(", ");
        return events.size() == 1
                ? " (event " + listed + ")"
                : " (events "
                        + listed.substring(0, last)
                        + " and "
                        + listed.substring(last + 2)
                        + ")";
    }
}

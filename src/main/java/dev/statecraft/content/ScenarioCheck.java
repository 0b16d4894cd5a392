package dev.statecraft.content;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.grading.Grade;
import dev.statecraft.grading.Grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves a scenario sound by running it: the starter fails, every solution passes, and every wrong design fails exactly the outcomes
 * it names.
 */
public final class ScenarioCheck {

    private ScenarioCheck() {}

    public static List<ContentFault> check(Scenario scenario) {
        List<ContentFault> faults = new ArrayList<>();
        String base = "scenarios/" + scenario.id() + "/";
        Grader grader = scenario.grader();
        Optional<StateMachine> starter = AslParser.parse(scenario.starter()).machine();
        if (starter.isEmpty()) {
            faults.add(
                    new ContentFault(
                            base + "starter.asl.json",
                            "/",
                            "The starter is not a valid definition."));
        } else if (grader.grade(starter.get()).passed()) {
            faults.add(
                    new ContentFault(
                            base + "starter.asl.json", "/", "The starter passes; it must fail."));
        }
        for (Scenario.Solution solution : scenario.solutions()) {
            Grade grade = grader.grade(solution.machine());
            if (!grade.passed()) {
                faults.add(
                        new ContentFault(
                                base + "solutions/" + solution.name() + ".asl.json",
                                "/",
                                "The solution fails "
                                        + grade.failed()
                                        + ": "
                                        + grade.counterexample().orElseThrow().sentence()));
            }
        }
        for (Scenario.Wrong wrong : scenario.wrongs()) {
            List<String> failed = grader.grade(wrong.machine()).failed();
            if (!failed.equals(wrong.fails())) {
                faults.add(
                        new ContentFault(
                                base + "wrong/" + wrong.name() + ".asl.json",
                                "/",
                                "The design must fail exactly "
                                        + wrong.fails()
                                        + ", and fails "
                                        + failed
                                        + "."));
            }
        }
        return faults;
    }
}

package dev.statecraft.web.lessons;

import dev.statecraft.content.Scenario;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.grading.Counterexample;
import dev.statecraft.grading.Grade;
import dev.statecraft.web.Markdown;
import dev.statecraft.web.editor.Checked;

import io.quarkus.qute.RawString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a lesson's page shows. */
record LessonPage(
        Scenario scenario,
        RawString brief,
        List<RawString> given,
        List<Member> cast,
        Checked checked,
        String input,
        String inputProblem,
        Results results,
        String token) {

    /** A service, a person or a place that the story has. */
    record Member(String kind, String name, String says) {}

    /**
     * One requirement as a chip.
     *
     * @param state {@code met}, {@code failed} or {@code open}
     */
    record Chip(String state, String mark, String inWords, String say) {}

    /** @param graph the design, drawn */
    record Shape(String title, String why, String definition, RawString graph) {
        public RawString explained() {
            return Markdown.html(why);
        }
    }

    /**
     * What the last check found.
     *
     * @param checked false before the first check
     * @param attempt the attempt's id; empty before the first check
     * @param hints those that the learner has a right to by now
     */
    record Results(
            boolean checked,
            boolean passed,
            String attempt,
            List<Chip> chips,
            String requirement,
            String sentence,
            int otherFailures,
            List<RawString> hints,
            List<Shape> solutions,
            List<Shape> wrongs) {
        private static final int[] FAILURES_FOR_HINT = {2, 4, 6};
        private static final int FAILURES_FOR_SOLUTION = 8;

        static Results of(
                Scenario scenario, Optional<Grade> grade, Optional<String> attempt, long failures) {
            boolean passed = grade.filter(Grade::passed).isPresent();
            Optional<Counterexample> counterexample = grade.flatMap(Grade::counterexample);
            boolean open = passed || failures >= FAILURES_FOR_SOLUTION;
            return new Results(
                    grade.isPresent(),
                    passed,
                    attempt.orElse(""),
                    chips(scenario, grade),
                    counterexample.map(it -> it.outcome().say()).orElse(""),
                    counterexample.map(Counterexample::sentence).orElse(""),
                    grade.map(it -> Math.max(0, it.failed().size() - 1)).orElse(0),
                    passed ? List.of() : hints(scenario, failures),
                    open ? solutions(scenario) : List.of(),
                    passed ? wrongs(scenario) : List.of());
        }

        public long met() {
            return chips.stream().filter(chip -> chip.state().equals("met")).count();
        }

        private static List<Chip> chips(Scenario scenario, Optional<Grade> grade) {
            if (grade.isEmpty()) {
                return scenario.outcomes().stream()
                        .map(outcome -> new Chip("open", "·", "not checked yet", outcome.say()))
                        .toList();
            }
            return grade.get().verdicts().stream()
                    .map(
                            verdict ->
                                    verdict.met()
                                            ? new Chip("met", "✓", "met", verdict.outcome().say())
                                            : new Chip(
                                                    "failed",
                                                    "✕",
                                                    "not met",
                                                    verdict.outcome().say()))
                    .toList();
        }

        private static List<RawString> hints(Scenario scenario, long failures) {
            List<RawString> hints = new ArrayList<>();
            for (int i = 0; i < scenario.hints().size() && i < FAILURES_FOR_HINT.length; i++) {
                if (failures >= FAILURES_FOR_HINT[i]) {
                    hints.add(Markdown.inline(scenario.hints().get(i)));
                }
            }
            return hints;
        }

        private static List<Shape> solutions(Scenario scenario) {
            return scenario.solutions().stream()
                    .map(
                            it ->
                                    new Shape(
                                            it.title(),
                                            it.why(),
                                            it.definition(),
                                            new RawString(SvgDiagram.of(it.machine()).draw())))
                    .toList();
        }

        private static List<Shape> wrongs(Scenario scenario) {
            return scenario.wrongs().stream()
                    .map(
                            it ->
                                    new Shape(
                                            it.title(),
                                            it.explanation(),
                                            it.definition(),
                                            new RawString(SvgDiagram.of(it.machine()).draw())))
                    .toList();
        }
    }

    static LessonPage of(
            Scenario scenario,
            Checked checked,
            String input,
            String inputProblem,
            Results results,
            String token) {
        return new LessonPage(
                scenario,
                Markdown.html(scenario.brief()),
                scenario.given().stream().map(Markdown::inline).toList(),
                cast(scenario),
                checked,
                input,
                inputProblem,
                results,
                token);
    }

    private static List<Member> cast(Scenario scenario) {
        List<Member> cast = new ArrayList<>();
        scenario.world()
                .functions()
                .values()
                .forEach(it -> cast.add(new Member("Lambda function", it.name(), it.says())));
        scenario.world()
                .people()
                .values()
                .forEach(it -> cast.add(new Member("Person", it.name(), it.says())));
        scenario.world()
                .buckets()
                .forEach(
                        (name, files) ->
                                cast.add(
                                        new Member(
                                                "S3 bucket",
                                                name,
                                                files.isEmpty()
                                                        ? "Empty."
                                                        : "Holds " + files.size() + " objects.")));
        scenario.world()
                .topics()
                .forEach(name -> cast.add(new Member("SNS topic", name, "Takes messages.")));
        scenario.world()
                .queues()
                .forEach(name -> cast.add(new Member("SQS queue", name, "Takes messages.")));
        return cast;
    }
}

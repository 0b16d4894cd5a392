package dev.statecraft.web.lessons;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.content.Library;
import dev.statecraft.content.Scenario;
import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.grading.Counterexample;
import dev.statecraft.grading.Grade;
import dev.statecraft.grading.Trial;
import dev.statecraft.sandbox.Call;
import dev.statecraft.sandbox.EffectRecord;
import dev.statecraft.web.Spans;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first page: a workflow breaks in front of the visitor. */
@Path("/")
public class Home {
    private static final String SHOWN = "retries";

    @Inject Library library;

    /** @param left what the call left behind, such as {@code charge}; empty if nothing */
    record CallRow(
            String at, String target, String answer, boolean failed, String left, boolean again) {}

    record home(
            Scenario scenario,
            String requirement,
            String sentence,
            RawString graph,
            List<CallRow> calls,
            List<Scenario> scenarios)
            implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        Scenario scenario = library.scenario(SHOWN).orElseThrow();
        StateMachine starter = AslParser.parse(scenario.starter()).machine().orElseThrow();
        Grade grade = scenario.grader().grade(starter);
        Counterexample broken = grade.counterexample().orElseThrow();
        Trial.Run run = broken.trial().run(scenario.world(), starter);
        String drawn = SvgDiagram.of(starter).withOverlay(RunOverlay.of(run.execution())).draw();
        return new home(
                scenario,
                broken.outcome().say(),
                broken.sentence(),
                new RawString(drawn),
                calls(run),
                library.scenarios());
    }

    private static List<CallRow> calls(Trial.Run run) {
        List<CallRow> rows = new ArrayList<>();
        Set<String> leftBefore = new HashSet<>();
        List<Call> calls = run.account().calls();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            int number = i + 1;
            String left =
                    run.account().effects().stream()
                            .filter(it -> it.call() == number)
                            .map(EffectRecord::name)
                            .findFirst()
                            .orElse("");
            rows.add(
                    new CallRow(
                            Spans.inWords(Duration.between(run.execution().startDate(), call.at())),
                            call.target(),
                            call.error().isPresent() ? "reply lost" : "answered",
                            call.error().isPresent(),
                            left,
                            !left.isEmpty() && !leftBefore.add(left)));
        }
        return rows;
    }
}

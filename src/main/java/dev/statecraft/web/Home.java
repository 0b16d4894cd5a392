package dev.statecraft.web;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.content.Library;
import dev.statecraft.content.Scenario;
import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.grading.Counterexample;
import dev.statecraft.grading.Grade;
import dev.statecraft.grading.Trial;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The first page: a workflow breaks in front of the visitor. */
@Path("/")
public class Home {
    private static final String SHOWN = "retries";

    @Inject Library library;

    record home(
            Scenario scenario, String requirement, String sentence, RawString graph, int scenarios)
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
                library.scenarios().size());
    }
}

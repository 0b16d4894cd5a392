package dev.statecraft.web.lessons;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.content.Library;
import dev.statecraft.content.Scenario;
import dev.statecraft.grading.Grade;
import dev.statecraft.learning.Attempt;
import dev.statecraft.learning.Draft;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.web.Addresses;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.JsonText;
import dev.statecraft.web.Visitor;
import dev.statecraft.web.editor.Checked;
import dev.statecraft.web.runs.RunStore;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A scenario's lesson: read, design, run, check. */
@Path("/learn/{scenario}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Lessons {
    private static final long SEED = 7;

    @Inject Library library;

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject RunStore runs;

    record lesson(LessonPage page) implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @PathParam("scenario") String id, @QueryParam("attempt") String attemptId) {
        Scenario scenario = scenario(id);
        Optional<Attempt> attempt =
                Optional.ofNullable(attemptId)
                        .flatMap(it -> Attempt.of(visitor.id(), it))
                        .filter(it -> it.scenario.equals(id));
        String definition =
                attempt.map(it -> it.definition)
                        .or(() -> Draft.text(visitor.id(), id))
                        .orElse(scenario.starter());
        String input =
                Draft.text(visitor.id(), id + "-input").orElse(scenario.inputs().getFirst().json());
        return page(scenario, definition, input, "", attempt);
    }

    private TemplateInstance page(
            Scenario scenario,
            String definition,
            String input,
            String inputProblem,
            Optional<Attempt> attempt) {
        Checked checked = Checked.of(definition);
        Optional<Grade> grade =
                attempt.flatMap(it -> AslParser.parse(it.definition).machine())
                        .map(machine -> scenario.grader().grade(machine));
        return new lesson(
                LessonPage.of(
                        scenario,
                        checked,
                        input,
                        inputProblem,
                        LessonPage.Results.of(
                                scenario,
                                grade,
                                attempt.map(it -> it.id),
                                Attempt.failures(visitor.id(), scenario.id())),
                        visitor.formToken()));
    }

    /** Runs the learner's definition with the learner's input; the run has a page of its own. */
    @POST
    @Path("/runs")
    @Transactional
    public Response run(
            @PathParam("scenario") String id,
            @FormParam("definition") String definition,
            @FormParam("input") String input,
            @FormParam("glance") @DefaultValue("") String glance,
            @FormParam("token") String formToken) {
        token.check(formToken);
        Scenario scenario = scenario(id);
        String text = kept(id, definition);
        String problem = JsonText.read("The input", input).problem();
        if (AslParser.parse(text).machine().isEmpty() || !problem.isEmpty()) {
            return unprocessable(scenario, text, String.valueOf(input), problem);
        }
        String run =
                runs.store(
                        visitor.id(),
                        new RunStore.Causes(
                                Optional.of(id),
                                text,
                                input,
                                scenario.world().source(),
                                FaultPlan.NONE,
                                Map.of(),
                                SEED));
        return Response.seeOther(Addresses.run(run, glance)).build();
    }

    /** What is wrong with the learner's definition, for a page without scripts. */
    @POST
    @Path("/checks")
    @Transactional
    public Response check(
            @PathParam("scenario") String id,
            @FormParam("definition") String definition,
            @FormParam("input") String input,
            @FormParam("token") String formToken) {
        token.check(formToken);
        return answer(
                200,
                page(
                        scenario(id),
                        kept(id, definition),
                        String.valueOf(input),
                        "",
                        Optional.empty()));
    }

    /** Grades the learner's definition. An invalid one is not an attempt. */
    @POST
    @Path("/attempts")
    @Transactional
    public Response attempt(
            @PathParam("scenario") String id,
            @FormParam("definition") String definition,
            @FormParam("input") String input,
            @FormParam("token") String formToken) {
        token.check(formToken);
        Scenario scenario = scenario(id);
        String text = kept(id, definition);
        Optional<StateMachine> machine = AslParser.parse(text).machine();
        if (machine.isEmpty()) {
            return unprocessable(scenario, text, String.valueOf(input), "");
        }
        Grade grade = scenario.grader().grade(machine.get());
        var attempt = new Attempt();
        attempt.id = Visitor.randomId().substring(0, 20);
        attempt.learner = visitor.id();
        attempt.scenario = id;
        attempt.scenarioVersion = scenario.version();
        attempt.definition = text;
        attempt.passed = grade.passed();
        attempt.failedOutcomes = String.join(",", grade.failed());
        attempt.submittedAt = runs.now();
        attempt.persist();
        return Response.seeOther(URI.create("/learn/" + id + "?attempt=" + attempt.id + "#results"))
                .build();
    }

    /** Shows the run that proves an attempt's most basic failure, at the event that shows it. */
    @POST
    @Path("/counterexamples")
    @Transactional
    public Response counterexample(
            @PathParam("scenario") String id,
            @FormParam("attempt") String attemptId,
            @FormParam("token") String formToken) {
        token.check(formToken);
        Scenario scenario = scenario(id);
        Attempt attempt =
                Attempt.of(visitor.id(), String.valueOf(attemptId))
                        .orElseThrow(
                                () ->
                                        new NotFoundException(
                                                "There is no attempt of yours with this number."));
        Grade grade =
                scenario.grader()
                        .grade(AslParser.parse(attempt.definition).machine().orElseThrow());
        var counterexample =
                grade.counterexample()
                        .orElseThrow(
                                () ->
                                        new NotFoundException(
                                                "This attempt has no counterexample: it passed."));
        String run =
                runs.store(
                        visitor.id(),
                        new RunStore.Causes(
                                Optional.of(id),
                                attempt.definition,
                                counterexample.trial().input().toString(),
                                scenario.world().source(),
                                counterexample.trial().faults(),
                                counterexample.trial().answers(),
                                counterexample.trial().seed()));
        String event =
                counterexample.finding().events().isEmpty()
                        ? ""
                        : "?e=" + counterexample.finding().events().getLast();
        return Response.seeOther(URI.create("/runs/" + run + event)).build();
    }

    /** Forgets what was typed and begins anew. */
    @POST
    @Path("/starter")
    @Transactional
    public Response startAgain(
            @PathParam("scenario") String id, @FormParam("token") String formToken) {
        token.check(formToken);
        kept(id, scenario(id).starter());
        return Response.seeOther(URI.create("/learn/" + id)).build();
    }

    private String kept(String id, String definition) {
        String text = definition == null ? "" : definition;
        if (text.length() <= AslParser.MAX_BYTES) {
            Draft.save(visitor.id(), id, text, runs.now());
        }
        return text;
    }

    private Response unprocessable(
            Scenario scenario, String definition, String input, String inputProblem) {
        return answer(422, page(scenario, definition, input, inputProblem, Optional.empty()));
    }

    private static Response answer(int status, TemplateInstance page) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(page.render())
                .build();
    }

    private Scenario scenario(String id) {
        return library.scenario(id)
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "There is no lesson of this name. These are the lessons we have."));
    }
}

package dev.statecraft.web.practice;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Claim;
import dev.statecraft.content.Drill;
import dev.statecraft.content.Mistake;
import dev.statecraft.content.Question;
import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.engine.Execution;
import dev.statecraft.grading.Experiment;
import dev.statecraft.grading.Trial;
import dev.statecraft.learning.SittingItem;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.Markdown;
import dev.statecraft.web.Spans;
import dev.statecraft.web.Visitor;
import dev.statecraft.web.runs.RunStore;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The runs that decide a question, side by side. */
@Path("/proofs/{question: [a-z0-9-]{1,80}}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Proofs {
    @Inject Bank bank;

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject SittingStore sittings;

    @Inject RunStore runs;

    /**
     * One option and the run that it stands or falls with.
     *
     * @param mistake the change to the definition under which this wrong option would be right; empty if the run is the option's own
     * @param hasRun false if no run leads to this option
     */
    record Exhibit(
            String id,
            RawString option,
            boolean right,
            String mark,
            RawString why,
            RawString mistake,
            boolean hasRun,
            boolean refused,
            String status,
            String ending,
            String seen,
            RawString graph,
            String output,
            List<String> calls,
            List<String> problems,
            String definition) {}

    /** Where the learner came from: a question of a sitting. */
    record Back(String sitting, String place) {}

    record proof(
            String id,
            RawString stem,
            List<RawString> given,
            boolean oneRun,
            List<Exhibit> exhibits,
            Optional<Back> back,
            String token)
            implements TemplateInstance {}

    /** @param from the sitting and the place in it to lead back to, such as {@code 0123456789abcdef0123-4} */
    @GET
    @Transactional
    public TemplateInstance show(
            @PathParam("question") String id, @QueryParam("from") String from) {
        Question question = question(id);
        List<String> key = sittings.key(question);
        boolean oneRun =
                question.options().stream().map(it -> it.run().orElseThrow()).distinct().count()
                        == 1;
        return new proof(
                id,
                Markdown.html(question.stem()),
                question.given().stream().map(Markdown::inline).toList(),
                oneRun,
                question.options().stream()
                        .sorted(Comparator.comparing(it -> !key.contains(it.id())))
                        .map(it -> exhibit(it, key.contains(it.id()), oneRun))
                        .toList(),
                back(from),
                visitor.formToken());
    }

    private static Optional<Back> back(String from) {
        return Optional.ofNullable(from)
                .filter(it -> it.matches("[0-9a-f]{20}-[0-9]{1,3}"))
                .map(it -> it.split("-"))
                .map(it -> new Back(it[0], it[1]));
    }

    /** Opens the run of one option as a run of the learner's own, to step through. */
    @POST
    @Path("/runs")
    @Transactional
    public Response open(
            @PathParam("question") String id,
            @FormParam("option") String option,
            @FormParam("token") String formToken) {
        token.check(formToken);
        Experiment experiment =
                question(id)
                        .option(String.valueOf(option))
                        .flatMap(it -> Mistake.behind(it).map(Mistake::experiment).or(it::run))
                        .filter(it -> it.parsing().isValid())
                        .orElseThrow(
                                () ->
                                        new NotFoundException(
                                                "This question has no run for that option."));
        String run = runs.store(visitor.id(), causes(experiment));
        return Response.seeOther(URI.create("/runs/" + run)).build();
    }

    static RunStore.Causes causes(Experiment experiment) {
        return new RunStore.Causes(
                Optional.empty(),
                experiment.definition(),
                experiment.trial().input().toString(),
                experiment.world().source(),
                experiment.trial().faults(),
                experiment.trial().answers(),
                experiment.trial().seed());
    }

    private Question question(String id) {
        Question question =
                bank.question(id)
                        .or(() -> Drill.named(id))
                        .filter(Question::proven)
                        .orElseThrow(
                                () ->
                                        new NotFoundException(
                                                "There is no question with runs at this address."));
        // A proof opened before the answer would be the answer.
        if (SittingItem.isOpenFor(visitor.id(), id)) {
            throw new NotFoundException(
                    "This question is still open in a sitting of yours. Answer it first; then its runs can be seen here.");
        }
        return question;
    }

    /** @param oneRun the question has one run for all options, which only the right one may show as its own */
    private static Exhibit exhibit(Question.Option option, boolean right, boolean oneRun) {
        Optional<Mistake> mistake = Mistake.behind(option);
        boolean hasRun = right || mistake.isPresent() || !oneRun;
        Experiment experiment = mistake.map(Mistake::experiment).or(option::run).orElseThrow();
        Optional<Trial.Run> run = hasRun ? experiment.run() : Optional.empty();
        Optional<Execution> execution = run.map(Trial.Run::execution);
        String drawn =
                execution
                        .map(
                                it ->
                                        SvgDiagram.of(it.request().stateMachine())
                                                .withOverlay(RunOverlay.of(it))
                                                .draw())
                        .orElse("");
        return new Exhibit(
                option.id(),
                Markdown.inline(option.text()),
                right,
                right ? "✓" : "✕",
                Markdown.inline(option.why()),
                mistake.map(it -> Markdown.inline(it.change())).orElse(new RawString("")),
                hasRun,
                hasRun && run.isEmpty(),
                execution.map(it -> it.status().name()).orElse(Experiment.REFUSED),
                execution.map(Proofs::ending).orElse(""),
                hasRun ? seen(option, experiment) : "",
                new RawString(drawn),
                execution.flatMap(Execution::output).map(Object::toString).orElse(""),
                run.map(Proofs::calls).orElse(List.of()),
                experiment.parsing().diagnostics().stream()
                        .map(it -> it.message() + " " + it.remedy())
                        .filter(it -> run.isEmpty())
                        .toList(),
                experiment.definition());
    }

    /** What the question asks for, read off this run. */
    private static String seen(Question.Option option, Experiment experiment) {
        if (!(option.claim() instanceof Claim.Proven proven)) {
            return "";
        }
        return proven.ask()
                .map(it -> experiment.measure(it.measure()))
                .map(it -> it.isMissingNode() ? "nothing" : it.toString())
                .or(
                        () ->
                                experiment
                                        .misses(proven.expect())
                                        .map(it -> "This run " + it.message() + ".")
                                        .or(() -> Optional.of("This run does what was asked.")))
                .orElse("");
    }

    private static String ending(Execution execution) {
        String took =
                execution
                        .stopDate()
                        .map(
                                it ->
                                        " after "
                                                + Spans.inWords(
                                                        Duration.between(
                                                                execution.startDate(), it)))
                        .orElse(", still waiting");
        return execution.error().map(it -> " with " + it).orElse("") + took;
    }

    static List<String> calls(Trial.Run run) {
        List<String> calls = new ArrayList<>();
        run.account().calls().stream()
                .limit(12)
                .forEach(
                        it ->
                                calls.add(
                                        Spans.inWords(
                                                        Duration.between(
                                                                run.execution().startDate(),
                                                                it.at()))
                                                + ": "
                                                + it.target()
                                                + it.error()
                                                        .map(error -> " fails with " + error)
                                                        .orElse("")));
        return calls;
    }
}

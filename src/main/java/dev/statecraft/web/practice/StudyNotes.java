package dev.statecraft.web.practice;

import dev.statecraft.content.Citation;
import dev.statecraft.content.Concept;
import dev.statecraft.content.Note;
import dev.statecraft.content.Notes;
import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.engine.Execution;
import dev.statecraft.grading.Trial;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The study notes and the glossary. */
@Path("/notes")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class StudyNotes {
    @Inject Notes notes;

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject RunStore runs;

    record Link(String id, String title) {}

    /**
     * One run, drawn.
     *
     * @param number of the run in the note, from 1
     */
    record Shown(
            int number,
            String caption,
            RawString graph,
            String ending,
            List<String> calls,
            String definition) {}

    record Row(RawString head, List<RawString> cells) {}

    /** A piece of the note: text, or a table, or runs side by side; what it is not is empty. */
    record Part(
            RawString text, String caption, List<String> head, List<Row> rows, List<Shown> runs) {}

    /** @param says the concept in one sentence */
    record Listed(String id, String title, RawString says) {}

    record notes(List<Listed> concepts) implements TemplateInstance {}

    record note(
            String id,
            String title,
            List<Part> parts,
            List<Citation> sources,
            Optional<Link> before,
            Optional<Link> after,
            String token)
            implements TemplateInstance {}

    record glossary(List<Note.Term> terms) implements TemplateInstance {}

    @GET
    public TemplateInstance all() {
        return new notes(
                notes.notes().stream()
                        .map(
                                it ->
                                        new Listed(
                                                it.concept().id(),
                                                it.concept().title(),
                                                Markdown.inline(it.oneSentence())))
                        .toList());
    }

    private static List<Link> links() {
        return Arrays.stream(Concept.values()).map(it -> new Link(it.id(), it.title())).toList();
    }

    @GET
    @Path("/glossary")
    public TemplateInstance glossary() {
        return new glossary(notes.glossary());
    }

    @GET
    @Path("/{concept: [a-z-]{1,40}}")
    public TemplateInstance one(@PathParam("concept") String id) {
        Note note =
                Concept.of(id)
                        .flatMap(notes::about)
                        .orElseThrow(
                                () -> new NotFoundException("There is no note at this address."));
        return new note(
                id,
                note.concept().title(),
                parts(note.parts()),
                note.sources(),
                beside(note.concept(), -1),
                beside(note.concept(), 1),
                visitor.formToken());
    }

    /** Opens a run of the note as a run of the learner's own, to step through. */
    @POST
    @Path("/{concept: [a-z-]{1,40}}/runs")
    @Transactional
    public Response open(
            @PathParam("concept") String id,
            @FormParam("run") String number,
            @FormParam("token") String formToken) {
        token.check(formToken);
        List<Note.Run> all =
                Concept.of(id).flatMap(notes::about).map(StudyNotes::runsOf).orElse(List.of());
        return all.stream()
                .filter(it -> String.valueOf(1 + all.indexOf(it)).equals(number))
                .findFirst()
                .map(it -> runs.store(visitor.id(), Proofs.causes(it.experiment())))
                .map(it -> Response.seeOther(URI.create("/runs/" + it)).build())
                .orElseThrow(() -> new NotFoundException("There is no such run in this note."));
    }

    private static List<Note.Run> runsOf(Note note) {
        return note.parts().stream()
                .filter(Note.Run.class::isInstance)
                .map(Note.Run.class::cast)
                .toList();
    }

    private static Optional<Link> beside(Concept concept, int step) {
        int place = concept.ordinal() + step;
        return place < 0 || place >= Concept.values().length
                ? Optional.empty()
                : Optional.of(links().get(place));
    }

    /** Runs that follow each other stand side by side. */
    private static List<Part> parts(List<Note.Part> all) {
        List<Part> parts = new ArrayList<>();
        List<Shown> runs = new ArrayList<>();
        int number = 1;
        for (Note.Part part : all) {
            if (!(part instanceof Note.Run) && !runs.isEmpty()) {
                parts.add(runs(runs));
                runs.clear();
            }
            switch (part) {
                case Note.Run run -> runs.add(shown(number++, run));
                case Note.Text text ->
                        parts.add(
                                new Part(
                                        Markdown.html(text.markdown()),
                                        "",
                                        List.of(),
                                        List.of(),
                                        List.of()));
                case Note.Table table -> parts.add(table(table));
            }
        }
        if (!runs.isEmpty()) {
            parts.add(runs(runs));
        }
        return parts;
    }

    private static Part runs(List<Shown> runs) {
        return new Part(new RawString(""), "", List.of(), List.of(), List.copyOf(runs));
    }

    private static Part table(Note.Table table) {
        return new Part(
                new RawString(""),
                table.caption(),
                table.head(),
                table.rows().stream()
                        .map(
                                it ->
                                        new Row(
                                                Markdown.inline(it.get(0)),
                                                it.stream().skip(1).map(Markdown::inline).toList()))
                        .toList(),
                List.of());
    }

    private static Shown shown(int number, Note.Run run) {
        Trial.Run made = run.experiment().run().orElseThrow();
        Execution execution = made.execution();
        String took =
                execution
                        .stopDate()
                        .map(
                                it ->
                                        " after "
                                                + Spans.inWords(
                                                        Duration.between(
                                                                execution.startDate(), it)))
                        .orElse(", and still waits");
        return new Shown(
                number,
                run.caption(),
                new RawString(
                        SvgDiagram.of(execution.request().stateMachine())
                                .withOverlay(RunOverlay.of(execution))
                                .draw()),
                execution.status().name()
                        + execution.error().map(it -> " with " + it).orElse("")
                        + took
                        + ".",
                Proofs.calls(made),
                run.experiment().definition());
    }
}

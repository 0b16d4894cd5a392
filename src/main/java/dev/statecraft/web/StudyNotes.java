package dev.statecraft.web;

import dev.statecraft.content.Concept;
import dev.statecraft.content.Note;
import dev.statecraft.content.Notes;
import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.engine.Execution;
import dev.statecraft.grading.Trial;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The study notes and the glossary. */
@Path("/notes")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class StudyNotes {
    @Inject Notes notes;

    @Inject Visitor visitor;

    record Link(String id, String title) {}

    /** @param text empty where the part is a run */
    record Part(
            RawString text,
            boolean isRun,
            String caption,
            RawString graph,
            String ending,
            List<String> calls,
            String definition) {}

    record notes(List<Link> concepts) implements TemplateInstance {}

    record note(String id, String title, List<Part> parts, List<Link> concepts, String token)
            implements TemplateInstance {}

    record glossary(List<Note.Term> terms) implements TemplateInstance {}

    @GET
    public TemplateInstance all() {
        return new notes(links());
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
                note.parts().stream().map(StudyNotes::part).toList(),
                links(),
                visitor.formToken());
    }

    private static Part part(Note.Part part) {
        return switch (part) {
            case Note.Text text ->
                    new Part(
                            Markdown.html(text.markdown()),
                            false,
                            "",
                            new RawString(""),
                            "",
                            List.of(),
                            "");
            case Note.Run run -> shown(run);
        };
    }

    private static Part shown(Note.Run run) {
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
        return new Part(
                new RawString(""),
                true,
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

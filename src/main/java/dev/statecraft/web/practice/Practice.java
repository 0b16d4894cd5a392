package dev.statecraft.web.practice;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Concept;
import dev.statecraft.content.Exam;
import dev.statecraft.content.Question;
import dev.statecraft.learning.Answer;
import dev.statecraft.learning.PracticeMode;
import dev.statecraft.learning.Selection;
import dev.statecraft.learning.Sitting;
import dev.statecraft.learning.SittingItem;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.Visitor;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways to practise, and the sittings that are not over. */
@Path("/practice")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Practice {
    @Inject Bank bank;

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject SittingStore sittings;

    /** @param questions how many a sitting would have now; 0: the mode has nothing to offer yet */
    record Mode(String id, String title, String says, int questions, String button) {}

    record Begun(String id, String title, int answered, int questions) {}

    record Topic(String id, String title, int questions) {}

    record practice(
            List<Mode> modes,
            List<Topic> concepts,
            List<Begun> begun,
            int questions,
            int proven,
            int myths,
            Exam exam,
            String problem,
            String token)
            implements TemplateInstance {}

    @GET
    @Transactional
    public TemplateInstance show() {
        return page("");
    }

    private TemplateInstance page(String problem) {
        List<Question> questions = bank.questions();
        return new practice(
                modes(),
                Arrays.stream(Concept.values())
                        .map(it -> new Topic(it.id(), it.title(), bank.about(it).size()))
                        .toList(),
                begun(),
                questions.size(),
                (int) questions.stream().filter(Question::proven).count(),
                (int) questions.stream().filter(Question::myth).count(),
                bank.exam().orElseThrow(),
                problem,
                visitor.formToken());
    }

    private List<Mode> modes() {
        List<Answer> answers = sittings.answersOf(visitor.id());
        var selection = new Selection(bank, answers);
        List<Mode> modes = new ArrayList<>();
        for (PracticeMode mode : PracticeMode.values()) {
            if (mode == PracticeMode.TOPIC) {
                continue;
            }
            int available =
                    switch (mode) {
                        case MISSED -> selection.missed().size();
                        case SURE_BUT_WRONG -> selection.sureButWrong().size();
                        case DRILLS -> mode.questions();
                        case FULL ->
                                bank.questions().size() < mode.questions() ? 0 : mode.questions();
                        case LEARN, TOPIC, MOCK -> bank.questions().size();
                    };
            modes.add(
                    new Mode(
                            mode.id(),
                            mode.title(),
                            says(mode),
                            Math.min(available, mode.questions()),
                            mode.isExam() ? "Begin the exam" : "Begin"));
        }
        return modes;
    }

    private static String says(PracticeMode mode) {
        return switch (mode) {
            case LEARN -> "The proof after each answer. Begins with what you know least.";
            case TOPIC -> "Questions about one concept.";
            case MISSED -> "What you got wrong the last time you met it, drills too.";
            case SURE_BUT_WRONG -> "Where you were sure and mistaken: the costliest gaps.";
            case DRILLS ->
                    "Small runs made from a seed, without end. They get harder as you succeed.";
            case MOCK -> "20 questions in 40 minutes, nothing told until the end.";
            case FULL -> "65 questions in 130 minutes, as long as the exam, from this slice only.";
        };
    }

    private List<Begun> begun() {
        List<Begun> begun = new ArrayList<>();
        for (Sitting sitting : Sitting.of(visitor.id())) {
            if (!sitting.isFinished() && !sitting.hasExpired(sittings.now())) {
                List<SittingItem> items = SittingItem.of(sitting.id);
                begun.add(
                        new Begun(
                                sitting.id,
                                sitting.practiceMode().title(),
                                (int) items.stream().filter(SittingItem::isAnswered).count(),
                                Math.max(
                                        items.size(),
                                        sitting.practiceMode() == PracticeMode.DRILLS
                                                ? PracticeMode.DRILLS.questions()
                                                : 0)));
            }
        }
        return begun.stream().limit(5).toList();
    }

    @POST
    @Path("/sittings")
    @Transactional
    public Response begin(
            @FormParam("mode") String mode,
            @FormParam("about") String about,
            @FormParam("token") String formToken) {
        token.check(formToken);
        Optional<PracticeMode> wanted = PracticeMode.of(String.valueOf(mode));
        if (wanted.isEmpty()) {
            return refused("There is no mode \"" + mode + "\". Choose one of those below.");
        }
        Optional<Concept> concept = Concept.of(String.valueOf(about));
        if (wanted.get() == PracticeMode.TOPIC && concept.isEmpty()) {
            return refused("There is no concept \"" + about + "\". Choose one of those below.");
        }
        return sittings.begin(visitor.id(), wanted.get(), concept)
                .map(it -> Response.seeOther(URI.create("/practice/" + it.id)).build())
                .orElseGet(
                        () ->
                                refused(
                                        "There is no question for \""
                                                + wanted.get().title()
                                                + "\" yet. Answer some in another mode first."));
    }

    private Response refused(String problem) {
        return Response.status(422)
                .type("text/html;charset=UTF-8")
                .entity(page(problem).render())
                .build();
    }
}

package dev.statecraft.web.practice;

import dev.statecraft.content.Question;
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
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sitting: its questions, one at a time, and its report. */
@Path("/practice/{id: [0-9a-f]{20}}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Sittings {
    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject SittingStore sittings;

    record sitting(SittingPage page) implements TemplateInstance {}

    record report(SittingReport page) implements TemplateInstance {}

    /** @param place empty: the first question without an answer, or the report if there is none */
    @GET
    @Transactional
    public Object show(@PathParam("id") String id, @QueryParam("q") String place) {
        Sitting sitting = sitting(id);
        List<SittingItem> items = SittingItem.of(id);
        if (place == null && sitting.isFinished()) {
            return to("/practice/" + id + "/report");
        }
        if (!sitting.isFinished() && expired(sitting)) {
            sittings.finish(sitting);
            return to("/practice/" + id + "/report");
        }
        int wanted =
                place == null
                        ? items.stream()
                                .filter(it -> !it.isAnswered() && isThere(it))
                                .map(it -> it.key.place)
                                .findFirst()
                                .orElse(items.size())
                        : placeOf(place, items);
        return page(sitting, items, wanted, "");
    }

    private TemplateInstance page(
            Sitting sitting, List<SittingItem> items, int place, String problem) {
        Question question = question(items.get(place - 1));
        return new sitting(
                SittingPage.of(
                        new SittingPage.Parts(
                                sitting,
                                items,
                                place,
                                question,
                                sittings.key(question),
                                items.stream()
                                        .filter(it -> it.key.place > place && isThere(it))
                                        .map(it -> it.key.place)
                                        .findFirst(),
                                sittings.now()),
                        problem,
                        visitor.formToken()));
    }

    /** Takes an answer. A wrong form changes nothing; a second answer in practice changes nothing either. */
    @POST
    @Path("/answers")
    @Transactional
    public Object answer(
            @PathParam("id") String id,
            @FormParam("q") String place,
            @FormParam("option") List<String> options,
            @FormParam("confidence") String confidence,
            @FormParam("token") String formToken) {
        token.check(formToken);
        Sitting sitting = sitting(id);
        List<SittingItem> items = SittingItem.of(id);
        int wanted = placeOf(place, items);
        Question question = question(items.get(wanted - 1));
        Set<String> chosen = new LinkedHashSet<>(options == null ? List.of() : options);
        Optional<String> problem = problem(sitting, question, chosen);
        if (problem.isPresent()) {
            return Response.status(422)
                    .type("text/html;charset=UTF-8")
                    .entity(page(sitting, items, wanted, problem.get()).render())
                    .build();
        }
        int sure =
                confidence != null && confidence.matches("[1-3]") ? confidence.charAt(0) - '0' : 0;
        boolean taken = sittings.answer(sitting, wanted, question, chosen, sure);
        if (!taken && expired(sitting)) {
            sittings.finish(sitting);
            return to("/practice/" + id + "/report?late=1");
        }
        boolean exam = sitting.practiceMode().isExam();
        int next = exam && taken && wanted < items.size() ? wanted + 1 : wanted;
        return to("/practice/" + id + "?q=" + next);
    }

    private Optional<String> problem(Sitting sitting, Question question, Set<String> chosen) {
        for (String option : chosen) {
            if (question.option(option).isEmpty()) {
                return Optional.of(
                        "This question has no option \""
                                + option
                                + "\". Nothing was counted; choose from the list.");
            }
        }
        if (chosen.isEmpty()) {
            return Optional.of("Choose an answer first. Nothing was counted.");
        }
        int right = question.multiple() ? sittings.key(question).size() : 1;
        if (chosen.size() != right) {
            return Optional.of(
                    "You chose " + chosen.size() + "; choose " + right + ". Nothing was counted.");
        }
        return Optional.empty();
    }

    @POST
    @Path("/flags")
    @Transactional
    public Response flag(
            @PathParam("id") String id,
            @FormParam("q") String place,
            @FormParam("flagged") String flagged,
            @FormParam("token") String formToken) {
        token.check(formToken);
        Sitting sitting = sitting(id);
        int wanted = placeOf(place, SittingItem.of(id));
        sittings.flag(sitting, wanted, "true".equals(flagged));
        return to("/practice/" + id + "?q=" + wanted);
    }

    /** Hands the sitting in. */
    @POST
    @Path("/report")
    @Transactional
    public Response finish(@PathParam("id") String id, @FormParam("token") String formToken) {
        token.check(formToken);
        sittings.finish(sitting(id));
        return to("/practice/" + id + "/report");
    }

    @GET
    @Path("/report")
    @Transactional
    public Object report(@PathParam("id") String id, @QueryParam("late") String late) {
        Sitting sitting = sitting(id);
        if (!sitting.isFinished() && !expired(sitting)) {
            return to("/practice/" + id);
        }
        sittings.finish(sitting);
        return new report(
                SittingReport.of(sitting(id), SittingItem.of(id), sittings, late != null));
    }

    private boolean expired(Sitting sitting) {
        return sitting.hasExpired(sittings.now());
    }

    private static int placeOf(String place, List<SittingItem> items) {
        if (place == null || !place.matches("[0-9]{1,3}")) {
            throw new NotFoundException("Questions are numbered 1 to " + items.size() + ".");
        }
        int number = Integer.parseInt(place);
        if (number < 1 || number > items.size()) {
            throw new NotFoundException(
                    "This sitting has "
                            + items.size()
                            + " questions, and no question "
                            + number
                            + ".");
        }
        return number;
    }

    /** A question that has left the bank since the sitting began is passed over. */
    private boolean isThere(SittingItem item) {
        return sittings.question(item).isPresent();
    }

    private Question question(SittingItem item) {
        return sittings.question(item)
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "This question is no longer in the bank. Go on with the next one."));
    }

    private Sitting sitting(String id) {
        return Sitting.of(visitor.id(), id)
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "There is no sitting of yours at this address. Sittings belong to the browser that began them."));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}

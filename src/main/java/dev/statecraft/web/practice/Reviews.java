package dev.statecraft.web.practice;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Card;
import dev.statecraft.learning.CardState;
import dev.statecraft.learning.ExamPlan;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.Spans;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flashcards that are due, one after another; what is answered tells whether a card was known. */
@Path("/review")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Reviews {
    private static final int DAYS_AHEAD = 14;
    private static final int LONGEST_ANSWER = 200;

    @Inject Bank bank;

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject CardDesk desk;

    /** @param number how often the card on the page was reviewed before */
    record review(
            Optional<ReviewedCard> card,
            int number,
            int due,
            int fresh,
            boolean more,
            int known,
            int all,
            BarPlot forecast,
            String next,
            String exam,
            String problem,
            String token)
            implements TemplateInstance {}

    /**
     * @param told the id of the card that was just answered
     * @param given the answer to it
     */
    @GET
    @Transactional
    public TemplateInstance show(
            @QueryParam("told") String told, @QueryParam("given") String given) {
        Optional<ReviewedCard> answered =
                bank.card(String.valueOf(told))
                        .filter(it -> CardState.of(visitor.id(), it.id()).isPresent())
                        .flatMap(it -> ReviewedCard.told(it, String.valueOf(given)));
        return page(answered, "");
    }

    private review page(Optional<ReviewedCard> answered, String problem) {
        CardDesk.Queue queue = desk.queue(visitor.id());
        int number = queue.first().map(it -> reviews(queue, it)).orElse(0);
        return new review(
                answered.or(() -> queue.first().map(it -> ReviewedCard.asked(it, number))),
                number,
                queue.due().size(),
                queue.fresh().size(),
                queue.first().isPresent(),
                queue.states().size(),
                bank.cards().size(),
                BarPlot.of(forecast(queue, desk.now())),
                queue.states().stream()
                        .map(queue::dueAt)
                        .filter(it -> it.isAfter(desk.now()))
                        .findFirst()
                        .map(it -> Spans.inWords(upToMinutes(Duration.between(desk.now(), it))))
                        .orElse(""),
                queue.exam().map(LocalDate::toString).orElse(""),
                problem,
                visitor.formToken());
    }

    private static int reviews(CardDesk.Queue queue, Card card) {
        return queue.states().stream()
                .filter(it -> it.key.card.equals(card.id()))
                .map(it -> it.reviews)
                .findFirst()
                .orElse(0);
    }

    private static Duration upToMinutes(Duration duration) {
        return Duration.ofMinutes(Math.max(1, duration.toMinutes()));
    }

    /** What is overdue falls on today. */
    private static List<BarPlot.Count> forecast(CardDesk.Queue queue, Instant now) {
        int[] counts = new int[DAYS_AHEAD];
        for (CardState state : queue.states()) {
            long days = Math.max(0, Duration.between(now, queue.dueAt(state)).toDays());
            if (days < DAYS_AHEAD) {
                counts[(int) days]++;
            }
        }
        List<BarPlot.Count> forecast = new ArrayList<>();
        for (int day = 0; day < DAYS_AHEAD; day++) {
            String said = day == 0 ? "today" : day == 1 ? "tomorrow" : "in " + day + " days";
            forecast.add(
                    new BarPlot.Count(day == 0 ? "today" : "+" + day + " d", said, counts[day]));
        }
        return forecast;
    }

    /** Says when the exam is; an empty day takes it back. */
    @POST
    @Path("/exam")
    @Transactional
    public Response exam(@FormParam("on") String on, @FormParam("token") String formToken) {
        token.check(formToken);
        String day = on == null ? "" : on.strip();
        LocalDate today = desk.now().atZone(ZoneOffset.UTC).toLocalDate();
        Optional<LocalDate> exam =
                day(day).filter(it -> !it.isBefore(today) && !it.isAfter(today.plusYears(2)));
        if (exam.isEmpty() && !day.isEmpty()) {
            return refused(
                    "Give a day between today and two years from now, or none. Nothing was changed.");
        }
        ExamPlan.set(visitor.id(), exam, desk.now());
        return Response.seeOther(URI.create("/review")).build();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Response refused(String problem) {
        return Response.status(422)
                .type("text/html;charset=UTF-8")
                .entity(page(Optional.empty(), problem).render())
                .build();
    }

    /**
     * Takes an answer, and counts whether it is right.
     *
     * @param number how often the card had been reviewed when the page was made, so that a second click counts nothing
     */
    @POST
    @Transactional
    public Response answer(
            @FormParam("card") String card,
            @FormParam("given") String given,
            @FormParam("number") String number,
            @FormParam("token") String formToken) {
        token.check(formToken);
        Card known =
                bank.card(String.valueOf(card))
                        .orElseThrow(
                                () ->
                                        new NotFoundException(
                                                "There is no such card. Nothing was counted."));
        String answer = given == null ? "" : given.strip();
        Optional<Boolean> right =
                answer.length() > LONGEST_ANSWER ? Optional.empty() : known.isRight(answer);
        if (right.isEmpty() || number == null || !number.matches("\\d{1,6}")) {
            return refused(
                    known.isTyped()
                            ? "Type an answer of at most 200 characters. Nothing was counted."
                            : "Choose one of the answers. Nothing was counted.");
        }
        desk.review(visitor.id(), known, right.get(), Integer.parseInt(number));
        return Response.seeOther(
                        UriBuilder.fromPath("/review")
                                .queryParam("told", "{told}")
                                .queryParam("given", "{given}")
                                .build(known.id(), answer))
                .build();
    }
}

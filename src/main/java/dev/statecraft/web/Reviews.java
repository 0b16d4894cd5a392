package dev.statecraft.web;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Card;
import dev.statecraft.learning.CardState;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flashcards that are due, one after another. */
@Path("/review")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Reviews {
    private static final int DAYS_AHEAD = 14;

    @Inject Bank bank;

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject CardDesk desk;

    record Shown(
            String id,
            String concept,
            RawString front,
            RawString back,
            String source,
            String checked,
            int seen) {}

    /** @param day such as {@code today} */
    record Due(String day, int cards, int percent) {}

    record review(
            Optional<Shown> card,
            boolean turned,
            int due,
            int fresh,
            int known,
            int all,
            List<Due> forecast,
            String next,
            String token)
            implements TemplateInstance {}

    /** @param turned the id of the card whose back is to be seen */
    @GET
    @Transactional
    public TemplateInstance show(@QueryParam("turned") String turned) {
        CardDesk.Queue queue = desk.queue(visitor.id());
        Optional<Card> card = queue.first();
        return new review(
                card.map(it -> shown(it, queue)),
                card.map(it -> it.id().equals(turned)).orElse(false),
                queue.due().size(),
                queue.fresh().size(),
                queue.states().size(),
                bank.cards().size(),
                forecast(queue.states(), desk.now()),
                queue.states().stream()
                        .map(it -> Instant.parse(it.dueAt))
                        .filter(it -> it.isAfter(desk.now()))
                        .findFirst()
                        .map(it -> Spans.inWords(upToMinutes(Duration.between(desk.now(), it))))
                        .orElse(""),
                visitor.formToken());
    }

    private static Duration upToMinutes(Duration duration) {
        return Duration.ofMinutes(Math.max(1, duration.toMinutes()));
    }

    private static Shown shown(Card card, CardDesk.Queue queue) {
        return new Shown(
                card.id(),
                card.concept().title(),
                Markdown.html(card.front()),
                Markdown.html(card.back()),
                card.citation().url(),
                card.citation().checked().toString(),
                queue.states().stream()
                        .filter(it -> it.key.card.equals(card.id()))
                        .map(it -> it.reviews)
                        .findFirst()
                        .orElse(0));
    }

    private static List<Due> forecast(List<CardState> states, Instant now) {
        int[] counts = new int[DAYS_AHEAD];
        for (CardState state : states) {
            long days = Math.max(0, Duration.between(now, Instant.parse(state.dueAt)).toDays());
            if (days < DAYS_AHEAD) {
                counts[(int) days]++;
            }
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        List<Due> forecast = new ArrayList<>();
        for (int day = 0; day < DAYS_AHEAD; day++) {
            String name = day == 0 ? "today" : day == 1 ? "tomorrow" : "in " + day + " days";
            forecast.add(new Due(name, counts[day], 100 * counts[day] / most));
        }
        return forecast;
    }

    /**
     * Takes a rating.
     *
     * @param number how often the card had been reviewed when the page was made, so that a second click counts nothing
     */
    @POST
    @Transactional
    public Response review(
            @FormParam("card") String card,
            @FormParam("recalled") String recalled,
            @FormParam("number") String number,
            @FormParam("token") String formToken) {
        token.check(formToken);
        Card known =
                bank.card(String.valueOf(card))
                        .orElseThrow(
                                () ->
                                        new NotFoundException(
                                                "There is no such card. Nothing was counted."));
        boolean yes = "yes".equals(recalled);
        if (!yes && !"no".equals(recalled) || number == null || !number.matches("\\d{1,6}")) {
            throw new NotFoundException("Say whether you knew it: yes or no. Nothing was counted.");
        }
        desk.review(visitor.id(), known, yes, Integer.parseInt(number));
        return Response.seeOther(URI.create("/review")).build();
    }
}

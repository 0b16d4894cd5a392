package dev.statecraft.web.practice;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Card;
import dev.statecraft.content.Citation;
import dev.statecraft.content.Concept;
import dev.statecraft.content.Exam;
import dev.statecraft.web.Markdown;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every fact that the flashcards teach, with the run that shows it or the page that says it, and since when. */
@Path("/facts")
@Produces(MediaType.TEXT_HTML)
public class Facts {
    @Inject Bank bank;

    /** @param citation empty: a run shows it */
    record Fact(String id, RawString asked, RawString answer, Optional<Citation> citation) {

        /** The page and where it lies; a list of whole addresses would hide the facts. */
        public String source() {
            String address = citation.map(Citation::url).orElse("").replaceFirst("/$", "");
            String page = address.substring(address.lastIndexOf('/') + 1);
            return page.replaceFirst("\\.html$", "")
                    + " at "
                    + address.replaceFirst("https://([^/]+)/.*", "$1");
        }
    }

    record Chapter(String id, String title, List<Fact> facts) {}

    record facts(List<Chapter> chapters, int count, int shown, Exam exam)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        List<Card> cards = bank.cards();
        return new facts(
                Arrays.stream(Concept.values()).map(it -> chapter(it, cards)).toList(),
                cards.size(),
                (int) cards.stream().filter(it -> it.proof().isPresent()).count(),
                bank.exam().orElseThrow());
    }

    private static Chapter chapter(Concept concept, List<Card> cards) {
        return new Chapter(
                concept.id(),
                concept.title(),
                cards.stream()
                        .filter(it -> it.concept() == concept)
                        .map(
                                it ->
                                        new Fact(
                                                it.id(),
                                                Markdown.inline(it.front()),
                                                Markdown.inline(it.back()),
                                                it.proof().isPresent()
                                                        ? Optional.empty()
                                                        : it.citation()))
                        .toList());
    }
}

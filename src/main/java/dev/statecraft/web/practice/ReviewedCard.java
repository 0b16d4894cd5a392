package dev.statecraft.web.practice;

import dev.statecraft.content.Card;
import dev.statecraft.content.Citation;
import dev.statecraft.web.Markdown;

import io.quarkus.qute.RawString;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A card as its page shows it: asked, or told after an answer.
 *
 * @param given the answer in words; empty while it is asked
 * @param lesson address of the lesson that the card belongs to; empty if there is none
 */
record ReviewedCard(
        String id,
        String concept,
        RawString front,
        RawString back,
        boolean typed,
        List<Offered> choices,
        boolean told,
        boolean right,
        RawString given,
        Optional<Citation> citation,
        Optional<String> lesson) {

    record Offered(String id, RawString text) {}

    /** @param reviews how often it was reviewed: the order of the answers changes each time */
    static ReviewedCard asked(Card card, int reviews) {
        List<Card.Choice> shuffled = new ArrayList<>(card.choices());
        Collections.shuffle(shuffled, new Random(card.id().hashCode() * 31L + reviews));
        return of(
                card,
                shuffled.stream()
                        .map(it -> new Offered(it.id(), Markdown.inline(it.text())))
                        .toList(),
                false,
                "");
    }

    /** Empty if {@code given} is no answer to the card. */
    static Optional<ReviewedCard> told(Card card, String given) {
        return card.isRight(given).map(right -> of(card, List.of(), right, given));
    }

    private static ReviewedCard of(Card card, List<Offered> choices, boolean right, String given) {
        String words =
                card.choices().stream()
                        .filter(it -> it.id().equals(given))
                        .map(Card.Choice::text)
                        .findFirst()
                        .orElse("`" + given.replace("`", "") + "`");
        return new ReviewedCard(
                card.id(),
                card.concept().title(),
                Markdown.html(card.front()),
                Markdown.html(card.back()),
                card.isTyped(),
                choices,
                !given.isEmpty(),
                right,
                given.isEmpty() ? new RawString("") : Markdown.inline(words),
                card.citation(),
                card.scenario().map(it -> "/learn/" + it));
    }
}

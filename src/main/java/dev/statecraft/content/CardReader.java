package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.sandbox.world.WorldFault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file of cards: groups {@code {concept, citation, cards: [{id, front, back, wrong}]}}. A card names {@code wrong} answers to
 * choose from, or with {@code type} what may be typed. It may have a citation of its own, or a {@code run} that shows the answer.
 */
final class CardReader {
    private static final Set<String> GROUP_FIELDS = Set.of("concept", "citation", "cards");
    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "front",
                    "back",
                    "wrong",
                    "type",
                    "citation",
                    "run",
                    "expect",
                    "ask",
                    "value",
                    "nothing");

    private final Optional<String> scenario;

    /** @param scenario whose folder the file lies in; empty for {@code content/cards.yaml} */
    CardReader(Optional<String> scenario) {
        this.scenario = scenario;
    }

    /** @throws IllegalArgumentException with a message for the author */
    List<Card> read(JsonNode groups) {
        List<Card> cards = new ArrayList<>();
        for (JsonNode group : groups) {
            QuestionReader.onlyFields(group, GROUP_FIELDS);
            Concept concept =
                    Concept.of(group.path("concept").asText())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "There is no concept \""
                                                            + group.path("concept").asText()
                                                            + "\"."));
            for (JsonNode card : group.path("cards")) {
                cards.add(card(concept, group, card));
            }
        }
        return cards;
    }

    private Card card(Concept concept, JsonNode group, JsonNode card) {
        QuestionReader.onlyFields(card, FIELDS);
        JsonNode citation = card.has("citation") ? card.get("citation") : group.path("citation");
        return new Card(
                QuestionReader.required(card, "id"),
                concept,
                QuestionReader.required(card, "front"),
                QuestionReader.required(card, "back"),
                QuestionReader.texts(card.path("type")),
                QuestionReader.texts(card.path("wrong")),
                QuestionReader.citation(citation),
                proof(card),
                scenario);
    }

    private static Optional<Claim> proof(JsonNode card) {
        if (!card.has("run")) {
            return Optional.empty();
        }
        try {
            return Optional.of(QuestionReader.claim(card, card));
        } catch (WorldFault e) {
            throw new IllegalArgumentException(e.location() + " " + e.getMessage(), e);
        }
    }
}

package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code content/cards.yaml}: groups of cards, {@code {concept, citation, cards: [{id, front, back}]}}; a card may name a citation of
 * its own.
 */
final class CardReader {

    private CardReader() {}

    /** @throws IllegalArgumentException with a message for the author */
    static List<Card> read(JsonNode groups) {
        List<Card> cards = new ArrayList<>();
        for (JsonNode group : groups) {
            QuestionReader.onlyFields(group, Set.of("concept", "citation", "cards"));
            Concept concept =
                    Concept.of(group.path("concept").asText())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "There is no concept \""
                                                            + group.path("concept").asText()
                                                            + "\"."));
            for (JsonNode card : group.path("cards")) {
                QuestionReader.onlyFields(card, Set.of("id", "front", "back", "citation"));
                JsonNode citation =
                        card.has("citation") ? card.get("citation") : group.path("citation");
                cards.add(
                        new Card(
                                QuestionReader.required(card, "id"),
                                concept,
                                QuestionReader.required(card, "front"),
                                QuestionReader.required(card, "back"),
                                QuestionReader.citation(citation)
                                        .orElseThrow(
                                                () ->
                                                        new IllegalArgumentException(
                                                                "A card needs a citation."))));
            }
        }
        return cards;
    }
}

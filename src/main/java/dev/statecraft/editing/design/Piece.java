package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Something on the palette: a single state, or several that are often needed together.
 *
 * <p>Kept in {@code pieces.json}. There, a transition to {@code ""} leads to whatever follows the piece.
 *
 * @param name such as {@code polling}
 * @param says what it is good for, in a sentence
 */
public record Piece(String name, String title, String says, Kind kind, JsonNode source) {
    public static final List<Piece> ALL = read();

    public enum Kind {
        STATE,
        READY_MADE
    }

    public static Optional<Piece> named(String name) {
        return ALL.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The state at which the line enters the piece, such as its type for the palette's icon. */
    public String firstType() {
        JsonNode states = source.path("JSONPath");
        return states.path("States").path(states.path("StartAt").asText()).path("Type").asText();
    }

    /** The piece as a level of its own, in one of the two query languages. */
    Level in(boolean jsonata) {
        return new Level(List.of(), "", source.path(jsonata ? "JSONata" : "JSONPath"));
    }

    private static List<Piece> read() {
        try (InputStream in = Piece.class.getResourceAsStream("pieces.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false)
                    .map(Piece::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Piece of(JsonNode source) {
        return new Piece(
                source.path("name").asText(),
                source.path("title").asText(),
                source.path("says").asText(),
                source.path("kind").asText().equals("state") ? Kind.STATE : Kind.READY_MADE,
                source);
    }
}

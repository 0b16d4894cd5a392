package dev.statecraft.web.editor;

import dev.statecraft.editing.design.Input;
import dev.statecraft.editing.design.Operation;
import dev.statecraft.editing.design.Place;
import dev.statecraft.editing.design.Track;

import jakarta.ws.rs.core.MultivaluedMap;

import java.util.Locale;
import java.util.Optional;

/** The fields that the designer's scripts send, as the operation that they mean. */
public record DesignerForm(MultivaluedMap<String, String> fields) {
    private static final int MAX_DEPTH = 100;

    /** Nothing if no operation is meant. */
    public static Optional<Operation> of(MultivaluedMap<String, String> fields) {
        try {
            return new DesignerForm(fields).operation();
        } catch (IllegalArgumentException e) {
            // A word that names no kind of track, input or field: nothing that our own page sends.
            return Optional.empty();
        }
    }

    private Optional<Operation> operation() {
        return Optional.ofNullable(
                switch (field("operation")) {
                    case "insert" -> new Operation.Insert(field("piece"), place());
                    case "move" -> new Operation.Move(state(), place());
                    case "duplicate" -> new Operation.Duplicate(state());
                    case "delete" -> new Operation.Delete(state());
                    case "wrap-map" -> new Operation.WrapInMap(state());
                    case "wrap-parallel" -> new Operation.WrapInParallel(state());
                    case "rename" -> new Operation.Rename(state(), field("value"));
                    case "lead-track" -> new Operation.Lead(track(), field("value"));
                    case "cut" -> new Operation.Cut(track());
                    case "connect" -> new Operation.Connect(state(), field("value"));
                    case "catch" -> new Operation.Catch(state(), field("value"));
                    case "lead" -> new Operation.LeadField(state(), pointer(), field("value"));
                    case "set" -> new Operation.Set(state(), pointer(), input(), field("value"));
                    case "append" -> new Operation.Append(state(), pointer());
                    case "remove" -> new Operation.Remove(state(), pointer());
                    case "up" -> new Operation.Shift(state(), pointer(), -1);
                    case "down" -> new Operation.Shift(state(), pointer(), 1);
                    case "compare" -> new Operation.Compare(state(), pointer(), field("value"));
                    case "operand" -> new Operation.Operand(state(), pointer(), field("value"));
                    case "combine" -> new Operation.Combine(state(), pointer(), field("value"));
                    default -> null;
                });
    }

    private Place place() {
        return switch (field("place")) {
            case "track" -> new Place.On(track());
            case "slot" -> new Place.In(field("slot"));
            default -> new Place.After(field("after"));
        };
    }

    private Track track() {
        Track.Kind kind = Track.Kind.valueOf(field("kind").toUpperCase(Locale.ROOT));
        return new Track(kind, field("from"), field("to"));
    }

    private Input input() {
        return Input.valueOf(field("input"));
    }

    private String state() {
        return field("state");
    }

    /** From a state inwards, as the forms write it: far deeper than any field lies is nothing that our own page sends. */
    private String pointer() {
        String pointer = field("pointer");
        if (!pointer.startsWith("/")
                || pointer.chars().filter(it -> it == '/').count() > MAX_DEPTH) {
            throw new IllegalArgumentException("no field: " + pointer.length() + " characters");
        }
        return pointer;
    }

    private String field(String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }
}

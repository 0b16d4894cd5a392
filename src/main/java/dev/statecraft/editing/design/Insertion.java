package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the states of a piece onto a spot, under names that are not used yet. */
final class Insertion {
    private final Redraft before;
    private final Spot spot;
    private final Level piece;
    private final Map<String, String> names = new LinkedHashMap<>();

    private Insertion(Redraft before, Piece piece, Spot spot) {
        this.before = before;
        this.spot = spot;
        this.piece = piece.in(before.speaksJsonata());
        Set<String> used = new HashSet<>(before.names());
        for (String name : this.piece.names()) {
            names.put(name, fresh(name, used));
        }
    }

    private static String fresh(String name, Set<String> used) {
        String fresh = Redraft.unused(name, used);
        used.add(fresh);
        return fresh;
    }

    static Change insert(Redraft before, Piece piece, Spot spot) {
        return new Insertion(before, piece, spot).change();
    }

    private Change change() {
        Redraft straight = placed(entry());
        boolean ends = piece.names().stream().allMatch(piece::isTerminal);
        if (ends && leavesStatesBehind(straight)) {
            return Change.done(throughChoice(), entry());
        }
        return Change.done(straight, entry());
    }

    private String entry() {
        return names.get(piece.json().path("StartAt").asText());
    }

    /** True where what stood after the spot could not be reached any more. */
    private boolean leavesStatesBehind(Redraft after) {
        return !after.again(spot.level()).reached().containsAll(spot.level().reached());
    }

    /** A state that ends the run, on a line that goes on: a Choice decides which of the two happens. */
    private Redraft throughChoice() {
        String name = Redraft.unused("Stop here?", before.names());
        ObjectNode rule = Starters.rule(before.speaksJsonata());
        ObjectNode choice = JsonNodeFactory.instance.objectNode().put("Type", "Choice");
        choice.putArray("Choices").add(rule.put("Next", entry()));
        choice.put("Default", ((Spot.Between) spot).to());
        Redraft withPiece = withStates(before, names, anchor(), "");
        return led(withPiece.add(spot.level(), name, choice, anchor()), name);
    }

    private Redraft placed(String entry) {
        String to = spot instanceof Spot.Between between ? between.to() : "";
        if (to.isEmpty() && needsSomewhereToGo()) {
            Redraft.Ending ending = before.ending(spot.level(), anchor());
            return led(withStates(ending.redraft(), names, anchor(), ending.name()), entry);
        }
        return led(withStates(before, names, anchor(), to), entry);
    }

    /** True if a rule of the piece leads to what follows it: rules cannot end. */
    private boolean needsSomewhereToGo() {
        return piece.references().stream()
                .anyMatch(it -> it.to().isEmpty() && it.kind() != Track.Kind.NEXT && !it.isStart());
    }

    private Redraft withStates(
            Redraft base, Map<String, String> renamed, String anchor, String to) {
        Redraft result = base;
        String after = anchor;
        for (Map.Entry<String, String> name : renamed.entrySet()) {
            JsonNode state = state(piece.state(name.getKey()), to);
            result = result.add(spot.level(), name.getValue(), state, after);
            after = name.getValue();
        }
        return result;
    }

    /** The piece's state with the new names of its siblings; where it leads to what follows, with that. */
    private JsonNode state(JsonNode original, String to) {
        ObjectNode state = original.deepCopy();
        for (JsonNode holder : holders(state)) {
            var object = (ObjectNode) holder;
            for (String field : List.of("Next", "Default")) {
                String target = object.path(field).asText();
                if (names.containsKey(target)) {
                    object.put(field, names.get(target));
                } else if (object.has(field) && !to.isEmpty()) {
                    object.put(field, to);
                } else if (object.has(field)) {
                    object.remove(field);
                    object.put("End", true);
                }
            }
        }
        return withNewNamesInside(state);
    }

    private static List<JsonNode> holders(ObjectNode state) {
        List<JsonNode> holders = new java.util.ArrayList<>(List.of(state));
        state.path("Choices").forEach(holders::add);
        state.path("Catch").forEach(holders::add);
        return holders;
    }

    /** The states inside a Map of a piece; pieces do not nest deeper. */
    private JsonNode withNewNamesInside(ObjectNode state) {
        if (state.path("ItemProcessor").path("States") instanceof ObjectNode inside) {
            Set<String> used = new HashSet<>(before.names());
            used.addAll(names.values());
            ObjectNode renamed = JsonNodeFactory.instance.objectNode();
            var processor = (ObjectNode) state.path("ItemProcessor");
            inside.properties().forEach(it -> renamed.set(fresh(it.getKey(), used), it.getValue()));
            if (!renamed.isEmpty()) {
                processor.put("StartAt", renamed.fieldNames().next());
            }
            processor.set("States", renamed);
        }
        return state;
    }

    /** The state in whose neighbourhood the text of the new ones stands. */
    private String anchor() {
        return switch (spot) {
            case Spot.Between between ->
                    between.references().stream()
                            .filter(it -> !it.isStart())
                            .map(Reference::from)
                            .findFirst()
                            .orElse("");
            case Spot.Behind behind -> behind.state();
            case Spot.Inside inside -> "";
        };
    }

    private Redraft led(Redraft redraft, String entry) {
        return redraft.leadTo(spot, entry);
    }
}

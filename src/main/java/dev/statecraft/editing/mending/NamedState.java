package dev.statecraft.editing.mending;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.editing.Document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which state somebody means who points at a place of a text. */
public final class NamedState {
    private static final Set<String> REFERENCES = Set.of("Next", "Default", "StartAt");

    private NamedState() {}

    /** The state whose name stands there, as it leads from another; else the one around. */
    public static Optional<String> at(String text, int offset) {
        Document document = Document.of(text);
        List<String> path = document.pathAt(offset);
        if (!path.isEmpty() && REFERENCES.contains(path.getLast())) {
            List<String> states = states(document, path);
            String name = document.json(path).asText("");
            JsonNode named = document.json(StateInHand.below(states, name));
            if (named.isObject()) {
                return Optional.of(name);
            }
        }
        return StateInHand.at(document, offset).map(StateInHand::name);
    }

    private static List<String> states(Document document, List<String> path) {
        List<String> machine = path.subList(0, path.size() - 1);
        return path.getLast().equals("StartAt")
                ? StateInHand.below(machine, "States")
                : StateInHand.around(document, path).map(StateInHand::states).orElse(List.of());
    }
}

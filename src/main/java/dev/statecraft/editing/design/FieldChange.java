package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.editing.Document;

import java.util.List;
import java.util.Map;

/** Changes one field of a state, or the order of a list in it. */
final class FieldChange {
    /** Lists that cannot be empty, and what they are made of. */
    private static final Map<String, String> NEEDED =
            Map.of("Choices", "rule", "Branches", "branch", "And", "condition", "Or", "condition");

    private final Redraft before;
    private final String state;
    private final List<String> path;

    /** @param pointer JSON pointer from the state inwards */
    FieldChange(Redraft before, Level level, String state, String pointer) {
        this.before = before;
        this.state = state;
        this.path = Level.below(level.pathOf(state), Place.steps(pointer).toArray(String[]::new));
    }

    Change set(Input input, String text) {
        return switch (Typed.read(input, text)) {
            case Typed.Unreadable unreadable -> new Change.Refused(unreadable.problem());
            case Typed.Nothing nothing -> done(before.document().remove(path));
            case Typed.Value value ->
                    value.json().equals(before.document().json(path))
                            ? done(before.document())
                            : done(withParents(before.document()).set(path, value.json()));
        };
    }

    /** The objects that the field is in, where they are not there yet. */
    private Document withParents(Document document) {
        Document result = document;
        for (int i = 1; i < path.size(); i++) {
            List<String> parent = path.subList(0, i);
            if (result.at(parent).isEmpty()) {
                result = result.set(parent, JsonNodeFactory.instance.objectNode());
            }
        }
        return result;
    }

    Change append(JsonNode element) {
        return done(before.append(path, element));
    }

    Change remove() {
        List<String> list = path.subList(0, path.size() - 1);
        boolean wasOnlyOne = before.document().json(list).size() == 1;
        String needed = wasOnlyOne ? NEEDED.getOrDefault(list.getLast(), "") : "";
        if (!needed.isEmpty()) {
            return new Change.Refused("\"%s\" needs at least one %s.".formatted(state, needed));
        }
        return done(before.document().remove(wasOnlyOne ? list : path));
    }

    /** Moves an element of a list; what cannot go further stays. */
    Change shift(int by) {
        List<String> list = path.subList(0, path.size() - 1);
        JsonNode elements = before.document().json(list);
        if (!elements.isArray() || before.document().at(path).isEmpty()) {
            return new Change.Refused(
                    "The text has moved on, and what was to be moved is gone. Choose it again.");
        }
        int from = Integer.parseInt(path.getLast());
        int to = from + by;
        if (to < 0 || to >= elements.size()) {
            return done(before.document());
        }
        if (Redraft.takesAll(elements.path(Math.max(from, to)))) {
            return new Change.Refused(
                    "What answers to States.ALL comes last, or what stands behind it would never have its turn.");
        }
        return done(before.document().swap(list, Math.min(from, to)));
    }

    private Change done(Document document) {
        return Change.done(before.with(document), state);
    }
}

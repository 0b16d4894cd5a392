package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.editing.Document;

import java.util.List;

/** Changes one field of a state, or the order of a list in it. */
final class FieldChange {
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
        if (wasOnlyOne && list.getLast().equals("Choices")) {
            return new Change.Refused("\"%s\" needs at least one rule.".formatted(state));
        }
        return done(before.document().remove(wasOnlyOne ? list : path));
    }

    /** Moves an element of a list; what cannot go further stays. */
    Change shift(int by) {
        List<String> list = path.subList(0, path.size() - 1);
        int from = Integer.parseInt(path.getLast());
        int to = from + by;
        if (to < 0 || to >= before.document().json(list).size()) {
            return done(before.document());
        }
        // Where it stands after the copy went in before it.
        int gap = to > from ? to + 1 : to;
        int old = to > from ? from : from + 1;
        Document copied = before.document().copyElement(path, list, gap);
        return done(copied.remove(Level.below(list, String.valueOf(old))));
    }

    private Change done(Document document) {
        return Change.done(before.with(document), state);
    }
}

package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.editing.Document;

import java.util.List;
import java.util.Optional;

/** Puts a state into a new Map or Parallel, which takes its place on the line. */
final class Wrapping {
    private final Redraft before;
    private final Level level;
    private final String state;
    private final Wrapper wrapper;

    /** What a state can be wrapped in. */
    enum Wrapper {
        MAP,
        PARALLEL
    }

    Wrapping(Redraft before, Level level, String state, Wrapper wrapper) {
        this.before = before;
        this.level = level;
        this.state = state;
        this.wrapper = wrapper;
    }

    Change change() {
        if (level.isChoice(state)) {
            return refused("a Choice leads to states that would stay outside");
        }
        if (level.isTerminal(state)) {
            return refused("it ends the line");
        }
        if (level.state(state).has("Assign")) {
            return new Change.Refused(
                    "\"%s\" cannot be wrapped: it assigns variables, and what is assigned inside a Map or Parallel cannot be read behind it. Take its Assign away first, or let a state behind it assign them."
                            .formatted(state));
        }
        String name = Redraft.unused(wrapped(), before.names());
        List<String> outer = level.pathOf(name);
        List<String> inner =
                Level.below(
                        outer,
                        wrapper == Wrapper.MAP
                                ? new String[] {"ItemProcessor"}
                                : new String[] {"Branches", "0"});
        Redraft around = before.add(level, name, skeleton(), state);
        List<String> states = Level.below(inner, "States");
        Redraft filled = around.copy(level.pathOf(state), states, state, "");
        Redraft ended = filled.exit(Level.below(states, state), "");
        Redraft caught = withCatchersOutside(ended, outer, Level.below(states, state));
        String successor = level.successor(state);
        Redraft led =
                caught.lead(level.leadingTo(state), name)
                        .exit(outer, successor.equals(state) ? name : successor);
        return Change.done(led.with(led.document().remove(level.pathOf(state))), name);
    }

    private Change refused(String why) {
        return new Change.Refused(
                "\"%s\" cannot be wrapped: %s. Wrap the states before it or after it."
                        .formatted(state, why));
    }

    private String wrapped() {
        return wrapper == Wrapper.MAP ? "For each item" : "In parallel";
    }

    /** A transition cannot leave the branch, so whoever catches stands outside; an error gets there by its own name. */
    private Redraft withCatchersOutside(Redraft redraft, List<String> outer, List<String> inner) {
        List<String> catchers = Level.below(inner, "Catch");
        Document document = redraft.document();
        if (document.at(catchers).isEmpty()) {
            return redraft;
        }
        String last = wrapper == Wrapper.MAP ? "ItemProcessor" : "Branches";
        document = document.copy(catchers, outer, "Catch", Optional.of(last)).remove(catchers);
        int count = level.state(state).path("Catch").size();
        for (int i = 0; i < count; i++) {
            List<String> next = Level.below(outer, "Catch", String.valueOf(i), "Next");
            // What went back to the state itself goes back to what is around it now.
            if (document.json(next).asText().equals(state)) {
                document = document.set(next, TextNode.valueOf(outer.getLast()));
            }
        }
        return redraft.with(document);
    }

    private ObjectNode skeleton() {
        ObjectNode inside = JsonNodeFactory.instance.objectNode();
        ObjectNode skeleton = JsonNodeFactory.instance.objectNode();
        if (wrapper == Wrapper.PARALLEL) {
            skeleton.put("Type", "Parallel").putArray("Branches").add(inside);
        } else {
            skeleton.put("Type", "Map");
            if (before.jsonata(level, state)) {
                skeleton.put("Items", "{% $states.input.items %}");
            } else {
                skeleton.put("ItemsPath", "$.items");
            }
            skeleton.set("ItemProcessor", inside);
            inside.putObject("ProcessorConfig").put("Mode", "INLINE");
        }
        // The catchers that come out of the state are written in its language.
        if (before.jsonata(level, state) && !before.speaksJsonata()) {
            skeleton.put("QueryLanguage", "JSONata");
        }
        inside.put("StartAt", state).putObject("States");
        return skeleton;
    }
}

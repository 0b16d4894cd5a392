package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Branches that have no states yet, as while somebody designs: each gets a state that stands for nothing, so that the rest can
 * be drawn.
 *
 * @param text the definition with these states
 * @param places the JSON pointer of each empty branch, by the name of the state that stands in it
 */
public record Slots(String text, Map<String, String> places) {
    private static final String NAME = "Nothing here yet";

    public Slots {
        places = Map.copyOf(places);
    }

    public static Slots in(String text) {
        Redraft redraft = Redraft.of(DrawingBoard.begun(text));
        Map<String, String> places = new LinkedHashMap<>();
        var used = redraft.names();
        Redraft filled = redraft;
        for (Level level : redraft.levels()) {
            if (level.names().isEmpty() && level.json().isObject()) {
                String name = Redraft.unused(NAME, used);
                used.add(name);
                filled = filled.add(level, name, nothing(), "").start(level, name);
                places.put(name, pointer(level));
            }
        }
        return new Slots(filled.document().text(), places);
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode().put("Type", "Pass").put("End", true);
    }

    private static String pointer(Level level) {
        return level.path().stream()
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}

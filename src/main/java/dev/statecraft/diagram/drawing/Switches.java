package dev.statecraft.diagram.drawing;

import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.StateGraph.Stop;

import java.util.Map;

/**
 * The places of a drawing where a definition can be changed: a track can take another state, an empty branch its first.
 *
 * <p>A track says {@code data-edge} (start, next, choice or catch), {@code data-from}, {@code data-to} (empty at an end) and
 * {@code data-spot}, a good place for a switch. A start track comes from the Parallel or Map around it, or from nothing.
 *
 * @param slots stations that stand for nothing yet, by name, each with the JSON pointer of the empty branch
 */
public record Switches(Map<String, String> slots) {
    public static final Switches WITHOUT_SLOTS = new Switches(Map.of());

    public Switches {
        slots = Map.copyOf(slots);
    }

    boolean isSlot(Stop stop) {
        return slots.containsKey(stop.name());
    }

    static String kind(Edge edge, boolean fromStart) {
        return fromStart
                ? "start"
                : switch (edge.kind()) {
                    case NEXT -> "next";
                    case CHOICE -> "choice";
                    case CATCH -> "catch";
                };
    }
}

package dev.statecraft.asl;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * States among which transitions are possible: those of a machine, a branch or an item processor.
 *
 * @param startAt name of the first state
 * @param byName the states in the order of the text
 */
public record States(String startAt, Map<String, State> byName) {
    public States {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public State start() {
        return named(startAt);
    }

    /** The state of that name; the parser has made sure that every transition leads to one. */
    public State named(String name) {
        State state = byName.get(name);
        if (state == null) {
            throw new IllegalArgumentException("There is no state named \"" + name + "\".");
        }
        return state;
    }

    public Collection<State> all() {
        return byName.values();
    }
}

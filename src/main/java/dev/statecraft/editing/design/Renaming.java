package dev.statecraft.editing.design;

import java.util.List;
import java.util.Set;

/** Gives states other names, everywhere they are named. */
final class Renaming {

    private Renaming() {}

    static Change of(Redraft before, Level level, String state, String name) {
        if (name.equals(state)) {
            return Change.done(before, state);
        }
        if (name.isBlank()) {
            return new Change.Refused("A state needs a name.");
        }
        if (name.length() > Redraft.MAX_NAME) {
            return new Change.Refused(
                    "A state's name has at most 80 characters; this one has "
                            + name.length()
                            + ".");
        }
        if (before.names().contains(name)) {
            return new Change.Refused(
                    "There is a state named \"%s\" already; names are unique in the whole machine."
                            .formatted(name));
        }
        return Change.done(renamed(before, level, state, name), name);
    }

    private static Redraft renamed(Redraft redraft, Level level, String state, String name) {
        List<Reference> references =
                level.references().stream().filter(it -> it.to().equals(state)).toList();
        Redraft led = redraft.lead(references, name);
        return led.with(led.document().rename(level.pathOf(state), name));
    }

    /** All states of a level get names that are not used yet. */
    static Redraft renamed(Redraft redraft, Level level, Set<String> used) {
        Redraft result = redraft;
        for (String state : level.names()) {
            String name = Redraft.unused(state, used);
            used.add(name);
            Level now = result.levelAt(level.path()).orElse(level);
            result = renamed(result, now, state, name);
        }
        return result;
    }
}

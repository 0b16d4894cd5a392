package dev.statecraft.editing.design;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts a second state like the first behind it; one that ends gets the last of the lines that lead to the first. */
final class Duplication {

    private Duplication() {}

    static Change of(Redraft before, Level level, String state) {
        List<Reference> leading = level.leadingTo(state);
        if (level.isTerminal(state) && leading.size() < 2) {
            return new Change.Refused(
                    "Only one line leads to \"%s\", so nothing would lead to a second one. Drag a new %s onto another line."
                            .formatted(state, level.type(state)));
        }
        String copy = Redraft.unused(state, before.names());
        Redraft copied = before.copy(level.pathOf(state), level.states(), copy, state);
        Redraft doubled = withNewNamesInside(copied, level.pathOf(copy));
        return Change.done(
                level.isTerminal(state)
                        ? doubled.lead(leading.getLast(), copy)
                        : doubled.exit(level.pathOf(state), copy),
                copy);
    }

    /** State names are unique in the whole machine, so the states in the copy of a Map or Parallel need new ones. */
    private static Redraft withNewNamesInside(Redraft redraft, List<String> copy) {
        Set<String> used = new HashSet<>(redraft.names());
        Redraft result = redraft;
        // Levels come outer before inner; the paths of inner ones change with the names around
        // them, so these go first.
        for (Level level : redraft.levels().reversed()) {
            boolean isInside =
                    level.path().size() > copy.size()
                            && level.path().subList(0, copy.size()).equals(copy);
            if (isInside && !level.names().isEmpty()) {
                result = Renaming.renamed(result, level, used);
            }
        }
        return result;
    }
}

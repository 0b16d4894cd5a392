package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.editing.Document;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a second state like the first behind it; one that ends gets the last of the lines that lead to the first. */
final class Duplication {

    private static final int MAX_LABEL = 40;

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
        Redraft labelled = withNewLabels(copied, level.pathOf(copy));
        Redraft doubled = withNewNamesInside(labelled, level.pathOf(copy));
        return Change.done(
                level.isTerminal(state)
                        ? doubled.lead(leading.getLast(), copy)
                        : doubled.exit(level.pathOf(state), copy),
                copy);
    }

    /** Labels of distributed Maps are unique in the whole machine too; the service takes 40 characters. */
    private static Redraft withNewLabels(Redraft redraft, List<String> copy) {
        Set<String> used = new HashSet<>();
        redraft.levels().forEach(level -> labels(level).values().forEach(used::add));
        Document document = redraft.document();
        for (Level level : redraft.levels()) {
            for (Map.Entry<String, String> label : labels(level).entrySet()) {
                List<String> state = level.pathOf(label.getKey());
                if (isWithin(copy, state)) {
                    String fresh = unused(label.getValue(), used);
                    used.add(fresh);
                    document = document.set(Level.below(state, "Label"), TextNode.valueOf(fresh));
                }
            }
        }
        return redraft.with(document);
    }

    private static Map<String, String> labels(Level level) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String name : level.names()) {
            if (level.state(name).path("Label").isTextual()) {
                labels.put(name, level.state(name).path("Label").textValue());
            }
        }
        return labels;
    }

    private static String unused(String label, Set<String> used) {
        String candidate = label;
        for (int i = 2; used.contains(candidate); i++) {
            String number = "-" + i;
            int room = Math.min(label.length(), MAX_LABEL - number.length());
            candidate = Redraft.cut(label, room) + number;
        }
        return candidate;
    }

    private static boolean isWithin(List<String> outer, List<String> path) {
        return path.size() >= outer.size() && path.subList(0, outer.size()).equals(outer);
    }

    /** State names are unique in the whole machine, so the states in the copy of a Map or Parallel need new ones. */
    private static Redraft withNewNamesInside(Redraft redraft, List<String> copy) {
        Set<String> used = new HashSet<>(redraft.names());
        Redraft result = redraft;
        // Levels come outer before inner; the paths of inner ones change with the names around
        // them, so these go first.
        for (Level level : redraft.levels().reversed()) {
            if (isWithin(copy, level.path()) && !level.names().isEmpty()) {
                result = Renaming.renamed(result, level, used);
            }
        }
        return result;
    }
}

package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/** Lets lines lead elsewhere, draws new ones, and takes lines away. */
final class Connection {

    private Connection() {}

    static Change lead(Redraft before, Level level, List<Reference> references, String target) {
        if (!target.isEmpty() && !level.has(target)) {
            return strange(before, target);
        }
        boolean needsState =
                target.isEmpty()
                        && references.stream().anyMatch(it -> it.kind() != Track.Kind.NEXT);
        if (needsState) {
            Redraft.Ending ending = before.ending(level, references.getFirst().from());
            return Change.done(
                    ending.redraft().lead(references, ending.name()), references.getFirst().from());
        }
        return Change.done(before.lead(references, target), references.getFirst().from());
    }

    /** A line of its own from one state to another: the way on, or for a Choice another rule. */
    static Change draw(Redraft before, Level level, String state, String target) {
        if (!level.has(target)) {
            return strange(before, target);
        }
        if (level.isTerminal(state)) {
            return nothingFollows(level, state);
        }
        if (!level.isChoice(state)) {
            return Change.done(before.exit(level.pathOf(state), target), state);
        }
        ObjectNode rule = Starters.rule(before.jsonata(level, state));
        List<String> rules = Level.below(level.pathOf(state), "Choices");
        return Change.done(before.with(before.append(rules, rule.put("Next", target))), state);
    }

    static Change nothingFollows(Level level, String state) {
        return new Change.Refused(
                "\"%s\" is a %s state, and nothing follows it."
                        .formatted(state, level.type(state)));
    }

    /** A catcher that leads to a state. */
    static Change catchWith(Redraft before, Level level, String state, String target) {
        if (!level.has(target)) {
            return strange(before, target);
        }
        if (!List.of("Task", "Map", "Parallel").contains(level.type(state))) {
            return new Change.Refused(
                    "\"%s\" is a %s state; only Task, Map and Parallel states can catch errors."
                            .formatted(state, level.type(state)));
        }
        List<String> catchers = Level.below(level.pathOf(state), "Catch");
        ObjectNode catcher = Starters.catcher(before.document().json(catchers));
        return Change.done(
                before.with(before.append(catchers, catcher.put("Next", target))), state);
    }

    /** A catcher that leads where the last one does; the first one leads to a Fail state of its own. */
    static Change catchSomewhere(Redraft before, Level level, String state) {
        JsonNode catchers = level.state(state).path("Catch");
        String present = catchers.path(catchers.size() - 1).path("Next").asText();
        if (level.has(present)) {
            return catchWith(before, level, state, present);
        }
        String name = Redraft.unused("Failed", before.names());
        ObjectNode fail = JsonNodeFactory.instance.objectNode().put("Type", "Fail");
        fail.put("Error", "Failed").put("Cause", "Say here what went wrong.");
        Redraft withFail = before.add(level, name, fail, state);
        return catchWith(withFail, withFail.again(level), state, name);
    }

    static Change cut(Redraft before, Level level, List<Reference> references) {
        String from = references.getFirst().from();
        Track.Kind kind = references.getFirst().kind();
        long rules = references.stream().filter(Reference::isElement).count();
        if (kind == Track.Kind.START) {
            return new Change.Refused(
                    "Something must come first. Let the line lead elsewhere instead.");
        }
        if (kind == Track.Kind.CHOICE
                && rules > 0
                && rules == level.state(from).path("Choices").size()) {
            return new Change.Refused(
                    "\"%s\" needs at least one rule. Let the line lead elsewhere instead."
                            .formatted(from));
        }
        Redraft result = before;
        for (Reference reference : references.reversed()) {
            result = kind == Track.Kind.NEXT ? result.lead(reference, "") : result.cut(reference);
        }
        return Change.done(result, from);
    }

    private static Change strange(Redraft before, String target) {
        return new Change.Refused(
                before.names().contains(target)
                        ? "\"%s\" stands in another branch, and no transition leaves its branch."
                                .formatted(target)
                        : "There is no state named \"%s\".".formatted(target));
    }
}

package dev.statecraft.editing.design;

import java.util.List;
import java.util.Optional;

/** Where a person wants something to be. */
public sealed interface Place {

    /** After a state, on the line that it goes on by; before it if it is one that ends. */
    record After(String state) implements Place {}

    record On(Track track) implements Place {}

    /** @param pointer JSON pointer of a branch or item processor that has no states yet */
    record In(String pointer) implements Place {}

    /** The spot on the drawing board; nothing if the definition has none such. */
    static Optional<Spot> find(Place place, Redraft redraft) {
        return switch (place) {
            case After after ->
                    redraft.levelOf(after.state()).map(level -> behind(level, after.state()));
            case On on -> on(on.track(), redraft);
            case In in -> empty(in.pointer(), redraft);
        };
    }

    private static Spot behind(Level level, String state) {
        if (level.isTerminal(state)) {
            return new Spot.Between(level, level.leadingTo(state), state);
        }
        String field = level.isChoice(state) ? "Default" : "Next";
        return level.references().stream()
                .filter(it -> it.from().equals(state) && !it.isStart())
                .filter(it -> it.isField(field) || it.isField("End"))
                .findFirst()
                .<Spot>map(it -> new Spot.Between(level, List.of(it), it.to()))
                .orElseGet(() -> new Spot.Behind(level, state));
    }

    private static Optional<Spot> on(Track track, Redraft redraft) {
        return redraft.levels().stream()
                .filter(level -> !level.on(track).isEmpty())
                .findFirst()
                .map(level -> new Spot.Between(level, level.on(track), track.to()));
    }

    private static Optional<Spot> empty(String pointer, Redraft redraft) {
        List<String> path = steps(pointer);
        return redraft.levelAt(path).filter(level -> level.names().isEmpty()).map(Spot.Inside::new);
    }

    /** The fields that a JSON pointer names. */
    static List<String> steps(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : List.of(pointer.substring(1).split("/", -1)).stream()
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }
}

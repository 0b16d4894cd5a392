package dev.statecraft.editing.design;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves a state to another spot: its old neighbours are joined, and it goes on to what follows its new place. */
final class Relocation {
    private final Redraft before;
    private final Level level;
    private final String state;
    private final Spot spot;

    Relocation(Redraft before, Level level, String state, Spot spot) {
        this.before = before;
        this.level = level;
        this.state = state;
        this.spot = spot;
    }

    Change change() {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            return new Change.Refused(problem.get());
        }
        Redraft after = leaves() ? movedAway() : moved();
        Optional<String> lost = lost(after, spot.level()).or(() -> lost(after, level));
        if (lost.isPresent()) {
            return new Change.Refused(
                    level.isTerminal(state)
                            ? "After \"%s\" nothing follows, so what stands there could not be reached any more. Put it where a line ends."
                                    .formatted(state)
                            : "Then no line would lead to \"%s\" any more. Connect it with another state first."
                                    .formatted(lost.get()));
        }
        if (level.canEnd() && !after.again(level).canEnd()) {
            return new Change.Refused(
                    "Nothing would end where \"%s\" is taken away. Let another state end there first."
                            .formatted(state));
        }
        return Change.done(after, state);
    }

    /** A state that a path led to and none leads to now. */
    private Optional<String> lost(Redraft after, Level before) {
        Set<String> reached = after.again(before).reached();
        return before.reached().stream()
                .filter(it -> !reached.contains(it))
                .filter(it -> !(leaves() && it.equals(state) && before == level))
                .findFirst();
    }

    private Optional<String> problem() {
        if (isThereAlready()) {
            return Optional.of("\"%s\" stands there already.".formatted(state));
        }
        if (spot.level().path().size() > level.pathOf(state).size()
                && spot.level()
                        .path()
                        .subList(0, level.pathOf(state).size())
                        .equals(level.pathOf(state))) {
            return Optional.of("\"%s\" cannot be put into itself.".formatted(state));
        }
        if (leaves() && leadsElsewhere()) {
            return Optional.of(
                    "\"%s\" leads to states that stay here, and no transition leaves its branch. Take its rules or catchers away first."
                            .formatted(state));
        }
        return removal().problem();
    }

    private boolean isThereAlready() {
        return switch (spot) {
            case Spot.Between between ->
                    between.to().equals(state)
                            || between.references().stream()
                                    .anyMatch(it -> !it.isStart() && it.from().equals(state));
            case Spot.Behind behind -> behind.state().equals(state);
            case Spot.Inside inside -> false;
        };
    }

    private boolean leaves() {
        return !spot.level().path().equals(level.path());
    }

    private boolean leadsElsewhere() {
        return level.isChoice(state)
                || level.references().stream()
                        .anyMatch(
                                it ->
                                        it.from().equals(state)
                                                && it.kind() == Track.Kind.CATCH
                                                && !it.isStart());
    }

    private Removal removal() {
        return new Removal(before, level, state);
    }

    private Redraft moved() {
        Redraft joined = removal().mended();
        return withExit(joined.leadTo(spot, state), level.pathOf(state));
    }

    private Redraft movedAway() {
        Redraft joined = removal().mended();
        String after = spot instanceof Spot.Behind behind ? behind.state() : lastName();
        Redraft copied = joined.copy(level.pathOf(state), spot.level().states(), state, after);
        Redraft led = withExit(copied.leadTo(spot, state), spot.level().pathOf(state));
        return led.with(led.document().remove(level.pathOf(state)));
    }

    private String lastName() {
        List<String> names = spot.level().names();
        return names.isEmpty() ? "" : names.getLast();
    }

    private Redraft withExit(Redraft redraft, List<String> path) {
        if (level.isTerminal(state)) {
            return redraft;
        }
        String to = spot instanceof Spot.Between between ? between.to() : "";
        if (!to.isEmpty() || !level.isChoice(state)) {
            return redraft.exit(path, to);
        }
        Redraft.Ending ending = redraft.ending(redraft.again(level), state);
        return ending.redraft().exit(path, ending.name());
    }
}

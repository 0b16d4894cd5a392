package dev.statecraft.editing.design;

import dev.statecraft.editing.Document;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The way in: does an operation to the text of a definition, which may be half-typed. */
public final class DrawingBoard {
    private static final String BEGUN = "{\n  \"StartAt\": \"\",\n  \"States\": {}\n}\n";

    private final Redraft redraft;

    private DrawingBoard(Redraft redraft) {
        this.redraft = redraft;
    }

    public static DrawingBoard of(String text) {
        return new DrawingBoard(Redraft.of(begun(text)));
    }

    /** Who begins in the picture has no text yet. */
    static Document begun(String text) {
        Document document = Document.of(text);
        return text.isBlank() ? document.replace(0, text.length(), BEGUN) : document;
    }

    public Change perform(Operation operation) {
        Change change = change(operation);
        return change instanceof Change.Done done
                ? Shadowing.reason(redraft.document().text(), done.edits())
                        .<Change>map(Change.Refused::new)
                        .orElse(done)
                : change;
    }

    private Change change(Operation operation) {
        return switch (operation) {
            case Operation.Insert it -> insert(it);
            case Operation.Move it -> on(it.state(), (level, state) -> move(level, it));
            case Operation.Duplicate it ->
                    on(it.state(), (level, s) -> Duplication.of(redraft, level, s));
            case Operation.Delete it ->
                    on(it.state(), (level, s) -> new Removal(redraft, level, s).change());
            case Operation.WrapInMap it -> wrap(it.state(), Wrapping.Wrapper.MAP);
            case Operation.WrapInParallel it -> wrap(it.state(), Wrapping.Wrapper.PARALLEL);
            case Operation.Rename it ->
                    on(it.state(), (level, s) -> Renaming.of(redraft, level, s, it.name().strip()));
            case Operation.Lead it ->
                    along(it.track(), (l, refs) -> Connection.lead(redraft, l, refs, it.target()));
            case Operation.Cut it ->
                    along(it.track(), (l, refs) -> Connection.cut(redraft, l, refs));
            case Operation.Connect it ->
                    on(it.state(), (l, s) -> Connection.draw(redraft, l, s, it.target()));
            case Operation.Catch it ->
                    on(it.state(), (l, s) -> Connection.catchWith(redraft, l, s, it.target()));
            case Operation.LeadField it -> on(it.state(), (level, s) -> leadField(level, it));
            case Operation.Set it ->
                    field(it.state(), it.pointer(), change -> change.set(it.input(), it.text()));
            case Operation.Append it -> on(it.state(), (level, s) -> append(level, it));
            case Operation.Remove it -> field(it.state(), it.pointer(), FieldChange::remove);
            case Operation.Shift it ->
                    field(it.state(), it.pointer(), change -> change.shift(it.by()));
            case Operation.Compare it ->
                    rule(it.state(), it.pointer(), change -> change.compareBy(it.operator()));
            case Operation.Operand it ->
                    rule(it.state(), it.pointer(), change -> change.compareWith(it.text()));
            case Operation.Combine it ->
                    rule(it.state(), it.pointer(), change -> change.combineBy(it.word()));
        };
    }

    private Change insert(Operation.Insert insert) {
        Optional<Piece> piece = Piece.named(insert.piece());
        if (piece.isEmpty()) {
            return new Change.Refused("The palette has no \"%s\".".formatted(insert.piece()));
        }
        return Place.find(insert.place(), redraft)
                .map(spot -> Insertion.insert(redraft, piece.get(), spot))
                .orElseGet(DrawingBoard::noSuchPlace);
    }

    private Change move(Level level, Operation.Move move) {
        return Place.find(move.place(), redraft)
                .map(spot -> new Relocation(redraft, level, move.state(), spot).change())
                .orElseGet(DrawingBoard::noSuchPlace);
    }

    private static Change noSuchPlace() {
        return new Change.Refused(
                "The text has moved on, and that place is gone. Choose it again in the graph.");
    }

    private Change wrap(String state, Wrapping.Wrapper wrapper) {
        return on(state, (level, s) -> new Wrapping(redraft, level, s, wrapper).change());
    }

    private Change leadField(Level level, Operation.LeadField lead) {
        if (level.isTerminal(lead.state())) {
            return Connection.nothingFollows(level, lead.state());
        }
        Optional<Track.Kind> kind = Track.Kind.ofField(lead.pointer());
        if (kind.isEmpty()) {
            return new Change.Refused("\"%s\" leads nowhere.".formatted(lead.pointer()));
        }
        List<String> path =
                Level.below(
                        level.pathOf(lead.state()),
                        Place.steps(lead.pointer()).toArray(String[]::new));
        List<Reference> present =
                level.references().stream().filter(it -> it.path().equals(path)).toList();
        if (!present.isEmpty()) {
            return Connection.lead(redraft, level, present, lead.target());
        }
        var missing = new Reference(path, kind.get(), lead.state(), "");
        return Connection.lead(redraft, level, List.of(missing), lead.target());
    }

    private Change append(Level level, Operation.Append append) {
        boolean jsonata = redraft.jsonata(level, append.state());
        var change = new FieldChange(redraft, level, append.state(), append.pointer());
        String successor = level.successor(append.state());
        return switch (append.pointer().substring(append.pointer().lastIndexOf('/') + 1)) {
            case "Retry" -> change.append(Starters.retrier());
            case "Catch" -> Connection.catchSomewhere(redraft, level, append.state());
            case "Choices" -> change.append(Starters.rule(jsonata).put("Next", successor));
            case "Branches" -> change.append(Starters.branch());
            case "And", "Or" -> change.append(Starters.rule(false));
            default ->
                    new Change.Refused(
                            "\"%s\" is not a list that can grow.".formatted(append.pointer()));
        };
    }

    private Change field(
            String state, String pointer, java.util.function.Function<FieldChange, Change> change) {
        return on(state, (level, s) -> change.apply(new FieldChange(redraft, level, s, pointer)));
    }

    private Change rule(
            String state, String pointer, java.util.function.Function<RuleChange, Change> change) {
        return on(state, (level, s) -> change.apply(new RuleChange(redraft, level, s, pointer)));
    }

    private Change on(String state, BiFunction<Level, String, Change> change) {
        return redraft.levelOf(state)
                .map(level -> change.apply(level, state))
                .orElseGet(
                        () ->
                                new Change.Refused(
                                        "The text has no state named \"%s\" any more."
                                                .formatted(state)));
    }

    private Change along(Track track, BiFunction<Level, List<Reference>, Change> change) {
        return redraft.levels().stream()
                .filter(level -> !level.on(track).isEmpty())
                .findFirst()
                .map(level -> change.apply(level, level.on(track)))
                .orElseGet(DrawingBoard::noSuchPlace);
    }
}

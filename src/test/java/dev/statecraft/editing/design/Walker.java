package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.editing.Document;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Draws what to do next to a definition: anything that the designer offers for what is in it. */
final class Walker {
    private static final List<String> NAMES =
            List.of(
                    "Next",
                    "yes",
                    "12",
                    "a: b # c",
                    "say \"hi\"",
                    "👩‍👧 שלום",
                    "- x",
                    "{ y }",
                    "<b>");
    private static final List<String> OPERATORS =
            List.of(
                    "StringEquals",
                    "NumericLessThan",
                    "IsPresent",
                    "BooleanEquals",
                    "StringMatches",
                    "TimestampLessThan",
                    "NumericEqualsPath");

    private final Random random;

    Walker(long seed) {
        random = new Random(seed);
    }

    /** True for what takes lines away or lets them lead elsewhere, so that nothing may lead to a state any more. */
    static boolean takesLines(Operation operation) {
        return switch (operation) {
            case Operation.Lead it -> true;
            case Operation.LeadField it -> true;
            case Operation.Cut it -> true;
            case Operation.Connect it -> true;
            case Operation.Remove it -> true;
            case Operation.Delete it -> true;
            default -> false;
        };
    }

    Operation next(String text) {
        Redraft redraft = Redraft.of(Document.of(text));
        List<Level> levels = redraft.levels();
        List<String> all = levels.stream().flatMap(it -> it.names().stream()).toList();
        if (all.isEmpty()) {
            return new Operation.Insert(any(Piece.ALL).name(), new Place.In(""));
        }
        String state = any(all);
        Level level = redraft.levelOf(state).orElseThrow();
        String other = random.nextInt(8) == 0 ? any(all) : any(level.names());
        return switch (random.nextInt(20)) {
            case 0, 1 -> new Operation.Insert(any(Piece.ALL).name(), place(levels, all));
            case 2, 3 -> new Operation.Move(state, place(levels, all));
            case 4 -> new Operation.Duplicate(state);
            case 5, 6 -> new Operation.Delete(state);
            case 7 -> new Operation.WrapInMap(state);
            case 8 -> new Operation.WrapInParallel(state);
            case 9 ->
                    new Operation.Rename(
                            state, any(NAMES) + any(List.of("", " " + random.nextInt(9))));
            case 10 -> new Operation.Lead(track(levels), random.nextInt(5) == 0 ? "" : other);
            case 11 -> new Operation.Cut(track(levels));
            case 12 -> new Operation.Connect(state, other);
            case 13 -> new Operation.Catch(state, other);
            case 14 -> new Operation.Append(state, any(lists(level, state)));
            case 15 -> element(level, state, Operation.Remove::new);
            case 16 -> element(level, state, (s, it) -> new Operation.Shift(s, it, sign()));
            case 17 -> new Operation.Set(state, "/Comment", Input.TEXT, any(NAMES));
            case 18 -> rule(redraft, level, state);
            default -> new Operation.LeadField(state, "/Next", random.nextInt(5) == 0 ? "" : other);
        };
    }

    private int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    private Place place(List<Level> levels, List<String> all) {
        List<String> empty =
                levels.stream()
                        .filter(it -> it.names().isEmpty())
                        .map(it -> pointer(it.path()))
                        .toList();
        if (!empty.isEmpty() && random.nextBoolean()) {
            return new Place.In(any(empty));
        }
        return random.nextBoolean() ? new Place.After(any(all)) : new Place.On(track(levels));
    }

    private Track track(List<Level> levels) {
        Reference it = any(levels.stream().flatMap(level -> level.references().stream()).toList());
        return new Track(it.kind(), it.from(), it.to());
    }

    private static List<String> lists(Level level, String state) {
        return switch (level.type(state)) {
            case "Choice" -> List.of("/Choices");
            case "Parallel" -> List.of("/Branches", "/Retry", "/Catch");
            case "Task", "Map" -> List.of("/Retry", "/Catch");
            default -> List.of("/Catch");
        };
    }

    private interface OfElement {
        Operation of(String state, String pointer);
    }

    private Operation element(Level level, String state, OfElement make) {
        List<String> elements =
                Stream.of("Choices", "Retry", "Catch", "Branches")
                        .flatMap(list -> elements(level.state(state).path(list), "/" + list))
                        .toList();
        return elements.isEmpty() ? new Operation.Duplicate(state) : make.of(state, any(elements));
    }

    private static Stream<String> elements(JsonNode list, String pointer) {
        return Stream.iterate(0, it -> it + 1).limit(list.size()).map(it -> pointer + "/" + it);
    }

    /** Something about the condition of a rule. */
    private Operation rule(Redraft redraft, Level level, String state) {
        if (!level.isChoice(state) || redraft.jsonata(level, state)) {
            return new Operation.Duplicate(state);
        }
        List<String> rules = new ArrayList<>();
        elements(level.state(state).path("Choices"), "/Choices").forEach(rules::add);
        String rule = any(rules);
        return switch (random.nextInt(3)) {
            case 0 -> new Operation.Compare(state, rule, any(OPERATORS));
            case 1 -> new Operation.Combine(state, rule, any(List.of("And", "Or", "Not", "")));
            default -> new Operation.Operand(state, rule, "7");
        };
    }

    private static String pointer(List<String> path) {
        return path.stream()
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .reduce("", String::concat);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

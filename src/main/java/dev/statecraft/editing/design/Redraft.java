package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.editing.Document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A definition on the drawing board: what is on it, and the small changes that the large ones are made of. */
record Redraft(Document document, List<Level> levels) {

    static Redraft of(Document document) {
        List<Level> levels = new ArrayList<>();
        collect(new Level(List.of(), "", document.json(List.of())), levels);
        return new Redraft(document, List.copyOf(levels));
    }

    private static void collect(Level level, List<Level> levels) {
        levels.add(level);
        for (String name : level.names()) {
            JsonNode state = level.state(name);
            List<String> at = level.pathOf(name);
            for (String field : List.of("ItemProcessor", "Iterator")) {
                if (state.path(field).isObject()) {
                    collect(new Level(Level.below(at, field), name, state.path(field)), levels);
                }
            }
            JsonNode branches = state.path("Branches");
            for (int i = 0; branches.isArray() && i < branches.size(); i++) {
                List<String> path = Level.below(at, "Branches", String.valueOf(i));
                collect(new Level(path, name, branches.path(i)), levels);
            }
        }
    }

    Redraft with(Document next) {
        return of(next);
    }

    /** The level on which a state of that name stands. */
    Optional<Level> levelOf(String state) {
        return levels.stream().filter(it -> it.has(state)).findFirst();
    }

    Optional<Level> levelAt(List<String> path) {
        return levels.stream().filter(it -> it.path().equals(path)).findFirst();
    }

    Level again(Level level) {
        return levelAt(level.path()).orElseThrow();
    }

    /** State names are unique in the whole machine, also across branches. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        levels.forEach(level -> names.addAll(level.names()));
        return names;
    }

    /** The name, or the name with the first number that makes it new. */
    static String unused(String name, Set<String> used) {
        String candidate = name;
        for (int i = 2; used.contains(candidate); i++) {
            String number = " " + i;
            int room = Math.min(name.length(), MAX_NAME - number.length());
            candidate = cut(name, room) + number;
        }
        return candidate;
    }

    /** So many characters at most, never half of one. */
    static String cut(String text, int length) {
        boolean splits =
                length < text.length()
                        && length > 0
                        && Character.isLowSurrogate(text.charAt(length));
        return text.substring(0, splits ? length - 1 : length);
    }

    /** The service takes no longer names. */
    static final int MAX_NAME = 80;

    boolean speaksJsonata() {
        return levels.getFirst().json().path("QueryLanguage").asText().equals("JSONata");
    }

    /** The query language of one state, which may differ from that of the machine. */
    boolean jsonata(Level level, String state) {
        String own = level.state(state).path("QueryLanguage").asText();
        return own.isEmpty() ? speaksJsonata() : own.equals("JSONata");
    }

    /** Adds an element to a list, which is made if there is none; before a last one that answers to every error. */
    Document append(List<String> list, JsonNode element) {
        JsonNode present = document.json(list);
        if (!present.isArray()) {
            return document.set(list, JsonNodeFactory.instance.arrayNode().add(element));
        }
        boolean takesAll = takesAll(present.path(present.size() - 1));
        return document.insertElement(list, present.size() - (takesAll ? 1 : 0), element);
    }

    /** True for a retrier or catcher that answers to every error. */
    static boolean takesAll(JsonNode handler) {
        return handler.path("ErrorEquals").path(0).asText().equals("States.ALL");
    }

    /** Lets a field that says where to go lead to another state; to nothing only where a state can end. */
    Redraft lead(Reference reference, String target) {
        if (reference.kind() == Track.Kind.NEXT) {
            return exit(reference.element(), target);
        }
        return with(document.set(reference.path(), TextNode.valueOf(target)));
    }

    Redraft lead(List<Reference> references, String target) {
        Redraft result = this;
        for (Reference reference : references) {
            result = result.lead(reference, target);
        }
        return result;
    }

    /** Lets whatever leads to a spot lead to a state. */
    Redraft leadTo(Spot spot, String state) {
        return switch (spot) {
            case Spot.Between between -> lead(between.references(), state);
            case Spot.Behind behind -> exit(behind.level().pathOf(behind.state()), state);
            case Spot.Inside inside -> start(inside.level(), state);
        };
    }

    Redraft start(Level level, String state) {
        List<String> startAt = Level.below(level.path(), "StartAt");
        return with(document.set(startAt, TextNode.valueOf(state)));
    }

    /** Lets a state go on to another, or end. {@code Next} and {@code End} take each other's place in the text. */
    Redraft exit(List<String> state, String target) {
        List<String> next = Level.below(state, "Next");
        List<String> end = Level.below(state, "End");
        if (document.json(state).path("Type").asText().equals("Choice")) {
            List<String> otherwise = Level.below(state, "Default");
            return target.isEmpty()
                    ? with(document.remove(otherwise))
                    : with(document.set(otherwise, TextNode.valueOf(target)));
        }
        if (target.isEmpty()) {
            return document.at(next).isPresent()
                    ? with(document.remove(end).rename(next, "End").set(end, BooleanNode.TRUE))
                    : with(document.set(end, BooleanNode.TRUE));
        }
        return document.at(next).isEmpty() && document.at(end).isPresent()
                ? with(document.rename(end, "Next").set(next, TextNode.valueOf(target)))
                : with(document.remove(end).set(next, TextNode.valueOf(target)));
    }

    /** Puts a new state beside the others. */
    Redraft add(Level level, String name, JsonNode state, String after) {
        List<String> states = level.states();
        return document.json(states).isEmpty()
                ? with(document.set(states, JsonNodeFactory.instance.objectNode().set(name, state)))
                : with(document.insert(states, name, state, named(after)));
    }

    /** Puts a state's text, as it is written, beside others as well. */
    Redraft copy(List<String> state, List<String> states, String name, String after) {
        if (!document.json(states).isEmpty()) {
            return with(document.copy(state, states, name, named(after)));
        }
        // An empty list of states has no lines yet whose indentation the text could take.
        JsonNode guest = JsonNodeFactory.instance.objectNode().put("Type", "Pass");
        Document opened =
                document.set(states, JsonNodeFactory.instance.objectNode().set(GUEST, guest));
        return with(
                opened.copy(state, states, name, Optional.of(GUEST))
                        .remove(Level.below(states, GUEST)));
    }

    private static final String GUEST = "Nothing yet";

    private static Optional<String> named(String state) {
        return Optional.of(state).filter(it -> !it.isEmpty());
    }

    /** A Succeed state of the level, made if there is none: where a rule must lead that has nowhere else to go. */
    Ending ending(Level level, String after) {
        Optional<String> present =
                level.names().stream().filter(it -> level.type(it).equals("Succeed")).findFirst();
        if (present.isPresent()) {
            return new Ending(this, present.get());
        }
        String name = unused("Done", names());
        JsonNode succeed = JsonNodeFactory.instance.objectNode().put("Type", "Succeed");
        return new Ending(add(level, name, succeed, after), name);
    }

    /** Takes a rule or a catcher away, or a Default; with the last catcher the list goes. */
    Redraft cut(Reference reference) {
        if (!reference.isElement()) {
            return with(document.remove(reference.path()));
        }
        List<String> list = reference.element().subList(0, reference.element().size() - 1);
        boolean isLast = document.json(list).size() == 1;
        return with(document.remove(isLast ? list : reference.element()));
    }

    record Ending(Redraft redraft, String name) {}
}

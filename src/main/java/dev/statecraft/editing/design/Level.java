package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The states of a machine, a branch or an item processor: those among which transitions are possible.
 *
 * @param owner the Parallel or Map around; nothing at the top
 */
record Level(List<String> path, String owner, JsonNode json) {

    static List<String> below(List<String> path, String... steps) {
        return Stream.concat(path.stream(), Stream.of(steps)).toList();
    }

    List<String> states() {
        return below(path, "States");
    }

    List<String> pathOf(String state) {
        return below(path, "States", state);
    }

    JsonNode state(String name) {
        return json.path("States").path(name);
    }

    boolean has(String name) {
        return state(name).isObject();
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        json.path("States").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Every field on this level that says where to go, in the order of the text. */
    List<Reference> references() {
        List<Reference> all = new ArrayList<>();
        String start = json.path("StartAt").asText();
        all.add(new Reference(below(path, "StartAt"), Track.Kind.START, owner, start));
        names().forEach(name -> addAll(all, name));
        return all;
    }

    private void addAll(List<Reference> all, String name) {
        List<String> at = pathOf(name);
        JsonNode state = state(name);
        boolean isChoice = isChoice(name);
        if (state.path("Next").isTextual() && !isChoice) {
            add(all, below(at, "Next"), Track.Kind.NEXT, name, state.path("Next"));
        } else if (state.path("End").asBoolean()) {
            all.add(new Reference(below(at, "End"), Track.Kind.NEXT, name, ""));
        }
        if (isChoice) {
            addElements(all, below(at, "Choices"), Track.Kind.CHOICE, name, state.path("Choices"));
            add(all, below(at, "Default"), Track.Kind.CHOICE, name, state.path("Default"));
        }
        addElements(all, below(at, "Catch"), Track.Kind.CATCH, name, state.path("Catch"));
    }

    private static void addElements(
            List<Reference> all, List<String> list, Track.Kind kind, String from, JsonNode nodes) {
        for (int i = 0; nodes.isArray() && i < nodes.size(); i++) {
            List<String> next = below(list, String.valueOf(i), "Next");
            add(all, next, kind, from, nodes.path(i).path("Next"));
        }
    }

    private static void add(
            List<Reference> all, List<String> path, Track.Kind kind, String from, JsonNode to) {
        if (to.isTextual()) {
            all.add(new Reference(path, kind, from, to.textValue()));
        }
    }

    List<Reference> on(Track track) {
        return references().stream().filter(it -> it.isOn(track)).toList();
    }

    /** What leads to a state from elsewhere. */
    List<Reference> leadingTo(String state) {
        return references().stream()
                .filter(it -> it.to().equals(state))
                .filter(it -> it.kind() == Track.Kind.START || !it.from().equals(state))
                .toList();
    }

    boolean isChoice(String name) {
        return type(name).equals("Choice");
    }

    /** True for a Succeed or Fail state: nothing follows it. */
    boolean isTerminal(String name) {
        return type(name).equals("Succeed") || type(name).equals("Fail");
    }

    String type(String name) {
        return state(name).path("Type").asText();
    }

    /** Where the state goes on to if nothing special happens; empty at an end. */
    String successor(String name) {
        JsonNode state = state(name);
        if (!isChoice(name)) {
            return state.path("Next").asText();
        }
        return state.path("Default").isTextual()
                ? state.path("Default").textValue()
                : state.path("Choices").path(0).path("Next").asText();
    }

    /** True if something here ends, or there is nothing here. */
    boolean canEnd() {
        return names().isEmpty()
                || names().stream()
                        .anyMatch(it -> isTerminal(it) || state(it).path("End").asBoolean());
    }

    /** The states that a path from the start leads to. */
    Set<String> reached() {
        List<Reference> references = references();
        Set<String> reached = new LinkedHashSet<>();
        var waiting = new ArrayDeque<String>();
        waiting.add(json.path("StartAt").asText());
        while (!waiting.isEmpty()) {
            String name = waiting.poll();
            if (has(name) && reached.add(name)) {
                references.stream()
                        .filter(it -> it.kind() != Track.Kind.START && it.from().equals(name))
                        .map(Reference::to)
                        .forEach(waiting::add);
            }
        }
        return reached;
    }
}

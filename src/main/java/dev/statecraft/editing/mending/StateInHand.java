package dev.statecraft.editing.mending;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.editing.Document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A state that something is done with.
 *
 * @param path such as {@code States, Charge}
 */
record StateInHand(Document document, List<String> path) {

    /** The innermost state around an offset, or that ends right before it. */
    static Optional<StateInHand> at(Document document, int offset) {
        return around(document, document.pathAt(offset))
                .or(() -> around(document, document.pathAt(before(document.text(), offset))));
    }

    /** The last character before {@code offset} on its line that is more than a blank or a comma. */
    private static int before(String text, int offset) {
        int at = Math.min(offset, text.length()) - 1;
        while (at > 0 && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
            at--;
        }
        return at;
    }

    /** The innermost state that {@code path} leads into. */
    static Optional<StateInHand> around(Document document, List<String> path) {
        for (int i = path.size() - 1; i > 0; i--) {
            List<String> candidate = path.subList(0, i + 1);
            if (path.get(i - 1).equals("States")
                    && isMachine(document, path.subList(0, i - 1))
                    && document.json(candidate).isObject()) {
                return Optional.of(new StateInHand(document, candidate));
            }
        }
        return Optional.empty();
    }

    /** A field of data may have the name States as well. */
    private static boolean isMachine(Document document, List<String> path) {
        String last = path.isEmpty() ? "" : path.getLast();
        boolean isBranch = path.size() > 1 && path.get(path.size() - 2).equals("Branches");
        return path.isEmpty()
                || isBranch
                || last.equals("ItemProcessor")
                || last.equals("Iterator")
                || document.json(path).has("StartAt");
    }

    String name() {
        return path.getLast();
    }

    JsonNode json() {
        return document.json(path);
    }

    String type() {
        return json().path("Type").asText("");
    }

    /** The path of the {@code States} that it is one of. */
    List<String> states() {
        return path.subList(0, path.size() - 1);
    }

    List<String> field(String name) {
        return below(path, name);
    }

    boolean has(String name) {
        return json().has(name);
    }

    boolean speaksJsonata() {
        String own = json().path("QueryLanguage").asText("");
        return own.isEmpty() ? machineSpeaksJsonata() : own.equals("JSONata");
    }

    boolean speaksJsonPathByName() {
        return json().path("QueryLanguage").asText("").equals("JSONPath");
    }

    boolean machineSpeaksJsonata() {
        return document.json(List.of("QueryLanguage")).asText("").equals("JSONata");
    }

    /** The names of the states beside it, in the order of the text, itself included. */
    List<String> siblings() {
        List<String> names = new ArrayList<>();
        document.json(states()).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The state that follows in the text, if there is one. */
    Optional<String> following() {
        List<String> names = siblings();
        int next = names.indexOf(name()) + 1;
        return next < names.size() ? Optional.of(names.get(next)) : Optional.empty();
    }

    /** A name for a new state that no state of the whole definition has. */
    String unused(String wished) {
        Set<String> used = new HashSet<>();
        collect(document.json(List.of()), used);
        String shortened = wished.length() > 70 ? "Failed" : wished;
        String name = shortened;
        for (int i = 2; used.contains(name); i++) {
            name = shortened + i;
        }
        return name;
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.path("States").fieldNames().forEachRemaining(names::add);
        node.forEach(it -> collect(it, names));
    }

    static List<String> below(List<String> path, String... steps) {
        List<String> longer = new ArrayList<>(path);
        longer.addAll(List.of(steps));
        return longer;
    }
}

package dev.statecraft.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.Notation;
import dev.statecraft.asl.source.SourceNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A text with a cursor in it: what is known about the place where somebody types.
 *
 * @param document what could be read of the text
 */
record Typing(String text, int offset, Whereabouts whereabouts, Document document) {

    static Typing at(String text, int offset) {
        int at = Math.clamp(offset, 0, text.length());
        return new Typing(text, at, Whereabouts.of(text, at), read(text, at));
    }

    /** YAML is read up to the first mistake only, which mostly is in the line that is being typed. */
    private static Document read(String text, int offset) {
        Document whole = Document.of(text);
        if (Notation.of(text) == Notation.JSON || whole.root().isPresent()) {
            return whole;
        }
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        String line = " ".repeat((end < 0 ? text.length() : end) - start);
        Document without =
                Document.of(text.substring(0, start) + line + (end < 0 ? "" : text.substring(end)));
        return without.root().isPresent() ? without : Document.of(text.substring(0, start));
    }

    Setting setting() {
        return Setting.at(around(), document);
    }

    /** The path of the object or list that holds what is being written. */
    List<String> around() {
        List<String> path = whereabouts.path();
        return whereabouts.isName() || path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }

    /** The fields that the object around has, but for the one under the cursor. */
    Set<String> present() {
        Set<String> names = new LinkedHashSet<>();
        if (document.at(around()).orElse(null) instanceof SourceNode.Fields fields) {
            fields.fields().stream()
                    .filter(it -> it.nameEnd() < whereabouts.from() || it.nameStart() > offset)
                    .forEach(it -> names.add(it.name()));
        }
        return names;
    }

    /** The states beside the one that the cursor is in. */
    List<String> siblings() {
        return names(document.json(with(setting().owner(), "States")));
    }

    JsonNode state() {
        List<String> path = setting().state();
        return path.isEmpty() ? JsonNodeFactory.instance.objectNode() : document.json(path);
    }

    /** The JSONata expression before the cursor, if it stands in one. */
    Optional<String> jsonata() {
        int open = text.lastIndexOf("{%", offset - 1);
        if (open < 0 || open + 2 > offset) {
            return Optional.empty();
        }
        int close = text.lastIndexOf("%}", offset - 1);
        String inside = text.substring(open + 2, offset);
        // In JSON an expression stands on one line; a mark that was never closed ends with it.
        boolean isOver =
                close > open && close + 2 <= offset
                        || whereabouts.notation() == Notation.JSON && inside.contains("\n");
        return isOver ? Optional.empty() : Optional.of(inside);
    }

    /** The names that states of this scope and the scopes around it assign. */
    Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        List<String> owner = setting().owner();
        while (true) {
            for (JsonNode state : document.json(with(owner, "States"))) {
                addAssigned(state, names);
            }
            int states = owner.lastIndexOf("States");
            boolean isApart =
                    document.json(with(owner, "ProcessorConfig"))
                            .path("Mode")
                            .asText()
                            .equals("DISTRIBUTED");
            if (states < 0 || isApart) {
                return names;
            }
            owner = owner.subList(0, states);
        }
    }

    private static void addAssigned(JsonNode state, Set<String> names) {
        List<JsonNode> holders = new ArrayList<>(List.of(state));
        state.path("Catch").forEach(holders::add);
        state.path("Choices").forEach(holders::add);
        for (JsonNode holder : holders) {
            names(holder.path("Assign"))
                    .forEach(
                            it ->
                                    names.add(
                                            it.endsWith(".$")
                                                    ? it.substring(0, it.length() - 2)
                                                    : it));
        }
    }

    private static List<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}

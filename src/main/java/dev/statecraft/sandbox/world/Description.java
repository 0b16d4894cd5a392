package dev.statecraft.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.statecraft.asl.Spelling;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An object in a description, with its place; refuses what does not fit. */
public final class Description {
    /** Ten years: an execution lasts a year at most, and a later moment cannot be written down at some point. */
    public static final Duration LONGEST = Duration.ofDays(3_660);

    private final JsonNode node;
    private final String pointer;

    private Description(JsonNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    public static Description of(JsonNode node, String pointer) {
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            throw new WorldFault(
                    pointer.isEmpty() ? "/" : pointer,
                    "This must be an object with named fields, not: " + cut(node));
        }
        return new Description(node.isNull() ? MissingNode.getInstance() : node, pointer);
    }

    static List<Description> list(JsonNode node, String pointer) {
        List<Description> all = new ArrayList<>();
        if (!node.isArray()) {
            throw new WorldFault(
                    pointer.isEmpty() ? "/" : pointer, "This must be a list, not: " + cut(node));
        }
        for (int i = 0; i < node.size(); i++) {
            all.add(of(node.get(i), pointer + "/" + i));
        }
        return all;
    }

    private static String cut(JsonNode node) {
        String text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    public void allowOnly(String... fields) {
        Set<String> allowed = Set.of(fields);
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!allowed.contains(name)) {
                                throw fault(
                                        name,
                                        "there is no field \""
                                                + name
                                                + "\" here; "
                                                + Spelling.nearest(name, new TreeSet<>(allowed))
                                                        .map(
                                                                it ->
                                                                        "did you mean \""
                                                                                + it
                                                                                + "\"? The")
                                                        .orElse("the")
                                                + " fields are "
                                                + String.join(", ", new TreeSet<>(allowed)));
                            }
                        });
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public Description child(String name) {
        return of(node.path(name), pointer + "/" + name);
    }

    List<Description> children(String name) {
        return node.has(name) ? list(node.get(name), pointer + "/" + name) : List.of();
    }

    public Optional<Description> object(String name) {
        return node.hasNonNull(name) ? Optional.of(child(name)) : Optional.empty();
    }

    public Optional<JsonNode> json(String name) {
        return Optional.ofNullable(node.get(name));
    }

    public Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainerNode()) {
            throw fault(name, "this must be a text, not: " + cut(value));
        }
        return Optional.of(value.asText());
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> fault(name, "\"" + name + "\" is missing"));
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    int integer(String name, int otherwise) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isInt()) {
            throw fault(name, "this must be a whole number, not: " + cut(value));
        }
        return value.asInt(otherwise);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw fault(name, "this must be a list of names");
        }
        list.forEach(it -> texts.add(it.asText()));
        return texts;
    }

    /** ISO 8601, such as {@code PT5S} or {@code P2D}. */
    public Optional<Duration> duration(String name) {
        return text(name)
                .map(
                        text -> {
                            try {
                                Duration duration = Duration.parse(text);
                                if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
                                    throw fault(
                                            name,
                                            "\""
                                                    + text
                                                    + "\" is not between 0 and 3,660 days; write PT5S for 5 seconds or P3D for 3 days");
                                }
                                return duration;
                            } catch (DateTimeParseException e) {
                                throw fault(
                                        name,
                                        "\""
                                                + text
                                                + "\" is no duration; write PT5S for 5 seconds, PT2H for 2 hours or P3D for 3 days");
                            }
                        });
    }

    public WorldFault fault(String field, String message) {
        String place = field.isEmpty() ? pointer : pointer + "/" + field;
        return new WorldFault(
                place.isEmpty() ? "/" : place,
                Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".");
    }
}

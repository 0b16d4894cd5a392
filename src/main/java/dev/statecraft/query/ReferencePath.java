package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.query.PathSyntax.Root;
import dev.statecraft.query.PathSyntax.Segment;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A path that names exactly one place and can write there: no filters, wildcards, slices or unions.
 *
 * @see <a href="https://states-language.net/spec.html#ref-paths">ASL specification, Reference Paths</a>
 */
public final class ReferencePath {
    private final String text;
    private final List<Segment> segments;

    private ReferencePath(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /** @throws InvalidExpression if {@code text} may match several places, or is a path into the Context object or a variable */
    public static ReferencePath compile(String text) {
        PathSyntax.Parsed parsed = PathSyntax.parse(text);
        if (!parsed.isDefinite()) {
            throw new InvalidExpression(
                    "Value is not a Reference Path: " + text,
                    "Name one place: fields and indexes such as \"$.order.items[0]\", without wildcards, slices or filters.");
        }
        if (parsed.root() != Root.INPUT) {
            throw new InvalidExpression(
                    "Value is not a Reference Path: " + text,
                    "A result can only be placed in the state's data: begin with \"$.\".");
        }
        return new ReferencePath(text, parsed.segments());
    }

    /**
     * A copy of {@code root} with {@code value} at this path; what is not on the path is shared with {@code root}. Missing objects
     * are made.
     *
     * @throws QueryFailure {@code States.ResultPathMatchFailure} where the path does not fit {@code root}
     */
    public JsonNode write(JsonNode root, JsonNode value) {
        JsonNode written = write(root, 0, value);
        if (written == null) {
            throw new QueryFailure(
                    "States.ResultPathMatchFailure",
                    "Unable to apply ReferencePath " + text + " to input " + root);
        }
        return written;
    }

    /** Null where the path does not fit. */
    private @Nullable JsonNode write(@Nullable JsonNode node, int depth, JsonNode value) {
        if (depth == segments.size()) {
            return value;
        }
        return switch (segments.get(depth)) {
            case Segment.Field field -> writeField(node, field.name(), depth, value);
            case Segment.Index index -> writeElement(node, index.index(), depth, value);
            case Segment.Many many ->
                    throw new IllegalStateException("A reference path names one place.");
        };
    }

    private @Nullable JsonNode writeField(
            @Nullable JsonNode node, String name, int depth, JsonNode value) {
        if (node != null && !node.isObject()) {
            return null;
        }
        JsonNode inner = write(node == null ? null : node.get(name), depth + 1, value);
        if (inner == null) {
            return null;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (node != null) {
            copy.setAll((ObjectNode) node);
        }
        copy.set(name, inner);
        return copy;
    }

    private @Nullable JsonNode writeElement(
            @Nullable JsonNode node, int index, int depth, JsonNode value) {
        if (node == null || !node.isArray() || index < 0 || index >= node.size()) {
            return null;
        }
        JsonNode inner = write(node.get(index), depth + 1, value);
        if (inner == null) {
            return null;
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
        copy.addAll((ArrayNode) node);
        copy.set(index, inner);
        return copy;
    }

    public boolean isRoot() {
        return segments.isEmpty();
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import dev.statecraft.query.PathSyntax.Root;
import dev.statecraft.query.PathSyntax.Segment;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * A compiled path that reads: {@code $.a[0]} from the input, {@code $$.State.Name} from the Context object, {@code $name.a} from a
 * variable.
 *
 * <p>A path that names one place yields the value there. A path that may match several places (wildcard, slice, filter, union,
 * descent) yields an array of all of them, empty where there are none.
 *
 * @see <a href="https://states-language.net/spec.html#path">ASL specification, Paths</a>
 */
public final class JsonPath implements Expression {
    private final String text;
    private final PathSyntax.Parsed parsed;
    private final Segment[] segments;
    private final @Nullable PathLibrary library;

    private JsonPath(String text, PathSyntax.Parsed parsed) {
        this.text = text;
        this.parsed = parsed;
        this.segments = parsed.segments().toArray(new Segment[0]);
        this.library = parsed.isDefinite() ? null : PathLibrary.compile(parsed.rest());
    }

    /** @throws InvalidExpression if {@code text} is not a path that the service accepts */
    public static JsonPath compile(String text) {
        return new JsonPath(text, PathSyntax.parse(text));
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        JsonNode root = root(scope);
        if (library != null) {
            return library.readAll(root, scope.budget());
        }
        JsonNode found = walk(root);
        if (found == null) {
            throw new QueryFailure(QueryFailure.RUNTIME, invalidPath(root));
        }
        return found;
    }

    /** The value, if there is one; for a path that may match several places, if any matches. */
    public Optional<JsonNode> find(Scope scope) {
        if (parsed.root() == Root.VARIABLE && scope.variable(variable()).isEmpty()) {
            return Optional.empty();
        }
        JsonNode root = root(scope);
        if (library != null) {
            JsonNode all = library.readAll(root, scope.budget());
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        }
        JsonNode found = walkStrictly(root);
        return Optional.ofNullable(found);
    }

    private JsonNode root(Scope scope) {
        return switch (parsed.root()) {
            case INPUT -> scope.input();
            case CONTEXT -> scope.context();
            case VARIABLE ->
                    scope.variable(variable())
                            .orElseThrow(
                                    () ->
                                            new QueryFailure(
                                                    QueryFailure.RUNTIME,
                                                    "The variable '$"
                                                            + variable()
                                                            + "' has not been assigned."));
        };
    }

    private String variable() {
        return parsed.variable().orElseThrow();
    }

    /** An index past the end yields null, as the service has it; a missing field does not. */
    private @Nullable JsonNode walk(JsonNode root) {
        JsonNode node = root;
        for (Segment segment : segments) {
            JsonNode next = child(node, segment);
            if (next == null) {
                return segment instanceof Segment.Index && node.isArray()
                        ? NullNode.instance
                        : null;
            }
            node = next;
        }
        return node;
    }

    private @Nullable JsonNode walkStrictly(JsonNode root) {
        JsonNode node = root;
        for (Segment segment : segments) {
            node = child(node, segment);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static @Nullable JsonNode child(JsonNode node, Segment segment) {
        return switch (segment) {
            case Segment.Field field -> node.get(field.name());
            case Segment.Index index ->
                    node.get(index.index() < 0 ? node.size() + index.index() : index.index());
            case Segment.Many many ->
                    throw new IllegalStateException("Only definite paths are walked.");
        };
    }

    /** The service's words, which are those of its JSONPath library. */
    private String invalidPath(JsonNode root) {
        StringBuilder path = new StringBuilder("$");
        JsonNode node = root;
        for (int i = 0; i < segments.length; i++) {
            JsonNode next = child(node, segments[i]);
            path.append(bracketed(segments[i]));
            if (next == null) {
                String reason =
                        reason(node, segments[i], i == segments.length - 1, path.toString());
                return "Invalid path '" + text + "' : " + reason;
            }
            node = next;
        }
        throw new IllegalStateException("The path exists: " + text);
    }

    private static String reason(JsonNode node, Segment segment, boolean last, String path) {
        if (segment instanceof Segment.Index index) {
            return "Filter: ["
                    + index.index()
                    + "] can only be applied to arrays. Current context is: "
                    + node;
        }
        if (!node.isObject()) {
            return "Expected to find an object with property "
                    + bracketed(segment)
                    + " in path "
                    + path.substring(0, path.length() - bracketed(segment).length())
                    + " but found '"
                    + typeOf(node)
                    + "'. This is not a json object according to the JsonProvider:"
                    + " 'com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider'.";
        }
        return last ? "No results for path: " + path : "Missing property in path " + path;
    }

    private static String typeOf(JsonNode node) {
        return node.getClass().getName();
    }

    private static String bracketed(Segment segment) {
        return switch (segment) {
            case Segment.Field field -> "['" + field.name() + "']";
            case Segment.Index index -> "[" + index.index() + "]";
            case Segment.Many many -> many.text();
        };
    }

    /** True for the path {@code $}. */
    public boolean isRoot() {
        return parsed.root() == Root.INPUT && segments.length == 0;
    }

    /** True if the path names one place: no wildcard, slice, union, filter or descent. */
    public boolean isDefinite() {
        return library == null;
    }

    /** True for paths into the Context object. */
    public boolean readsContext() {
        return parsed.root() == Root.CONTEXT;
    }

    /** The variable that the path starts from. */
    public Optional<String> variableName() {
        return parsed.variable();
    }

    /** The fields and indexes of a definite path, as texts. */
    public List<String> steps() {
        return parsed.segments().stream().map(JsonPath::bracketed).toList();
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.statecraft.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.statecraft.asl.Notation;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Elements;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a definition, JSON or YAML, that can be changed field by field. Every change keeps the rest of the text as it is:
 * its order, comments and formatting. Documents do not change; an operation gives the next one, and {@link #edits} says what to
 * do to the first text to get there.
 *
 * <p>A path names fields from the outermost inwards, and elements of lists by their number: {@code List.of("States", "Charge",
 * "Retry", "0", "MaxAttempts")}. A path that leads nowhere changes nothing.
 */
public final class Document {
    private final String text;
    private final Optional<SourceNode> root;
    private final Patch patch;
    private final Lines lines;

    private Document(String text, Patch patch) {
        this.text = text;
        this.root = Notation.read(text);
        this.patch = patch;
        this.lines = new Lines(text);
    }

    /** Reads as much as can be read of a text that may be half-typed. */
    public static Document of(String text) {
        return new Document(text, Patch.none(text));
    }

    public String text() {
        return text;
    }

    public Notation notation() {
        return Notation.of(text);
    }

    /** Everything that was done since {@link #of}, as edits of the text that was given there. */
    public List<TextEdit> edits() {
        return patch.edits();
    }

    public Optional<SourceNode> root() {
        return root;
    }

    public Optional<SourceNode> at(List<String> path) {
        Optional<SourceNode> node = root;
        for (String step : path) {
            node = node.flatMap(it -> child(it, step));
        }
        return node;
    }

    /** The value at {@code path}; missing where there is none. */
    public JsonNode json(List<String> path) {
        return at(path).map(SourceNode::json).orElse(MissingNode.getInstance());
    }

    /** The path of the innermost value, or name with its value, that stands at an offset; empty outside of all. */
    public List<String> pathAt(int offset) {
        return PathFinder.at(root, offset);
    }

    static Optional<SourceNode> child(SourceNode node, String step) {
        return switch (node) {
            case Fields fields -> fields.value(step);
            case Elements list ->
                    index(step).filter(it -> it < list.elements().size()).map(list.elements()::get);
            case SourceNode.Scalar ignored -> Optional.empty();
        };
    }

    private static Optional<Integer> index(String step) {
        return step.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(step)) : Optional.empty();
    }

    /** Gives a field or element its value; a field that is not there yet comes last. */
    public Document set(List<String> path, JsonNode value) {
        if (path.isEmpty()) {
            return edit(0, text.length(), rootText(value));
        }
        List<String> parent = path.subList(0, path.size() - 1);
        Optional<SourceNode> present = at(path);
        if (present.isEmpty()) {
            return at(parent).orElse(null) instanceof Fields fields
                    ? insert(parent, path.getLast(), value, lastName(fields))
                    : this;
        }
        return replace(parent, path.getLast(), present.get(), new Content.Fresh(value));
    }

    private String rootText(JsonNode value) {
        return switch (notation()) {
            case JSON -> JsonStyle.write(value, "") + "\n";
            case YAML -> YamlStyle.write(value) + "\n";
        };
    }

    private Document replace(List<String> parent, String step, SourceNode old, Content content) {
        SourceNode around = at(parent).orElseThrow();
        if (!isBlock(around)) {
            return edit(old.start(), old.end(), content.inFlow(lines.indentOf(old.start())));
        }
        if (around instanceof Fields fields) {
            Field field = fields.field(step).orElseThrow();
            int end = Math.max(old.end(), afterColon(field));
            return edit(
                    field.nameEnd(),
                    end,
                    ":" + content.afterColon(lines.column(field.nameStart())));
        }
        int dash = text.lastIndexOf('-', old.start() - 1);
        return edit(dash + 1, old.end(), " " + content.afterDash(lines.column(dash)));
    }

    private int afterColon(Field field) {
        int colon = text.indexOf(':', field.nameEnd());
        return colon < 0 ? field.nameEnd() : colon + 1;
    }

    /**
     * Adds a field.
     *
     * @param after the field that it follows; without one, or where that is not there, it comes first
     */
    public Document insert(
            List<String> container, String name, JsonNode value, Optional<String> after) {
        return insert(container, name, new Content.Fresh(value), after);
    }

    /** Adds a field whose value is written as another one in this text is, comments and all. */
    public Document copy(
            List<String> source, List<String> container, String name, Optional<String> after) {
        return at(source).map(it -> insert(container, name, taken(it), after)).orElse(this);
    }

    private Content taken(SourceNode node) {
        boolean block = isBlock(node);
        String indent = block ? lines.column(node.start()) : lines.indentOf(node.start());
        return new Content.Taken(
                node,
                text.substring(
                        block ? lines.startWithComments(node.start(), indent) : node.start(),
                        node.end()),
                indent,
                block);
    }

    private Document insert(
            List<String> container, String name, Content content, Optional<String> after) {
        if (!(at(container).orElse(null) instanceof Fields fields) || fields.has(name)) {
            return this;
        }
        Optional<Field> before = after.flatMap(fields::field);
        if (isBlock(fields)) {
            return insertLine(fields, name, content, before);
        }
        int open = fields.start();
        String outer = lines.indentOf(open);
        if (fields.fields().isEmpty()) {
            String inner = outer + "  ";
            String field = JsonStyle.name(name) + ": " + content.inFlow(inner);
            int end = closed(fields.end(), '}');
            return edit(open + 1, end, "\n" + inner + field + "\n" + outer);
        }
        Field first = fields.fields().iterator().next();
        boolean apart = lines.hasFeed(open, first.nameStart());
        String inner = apart ? lines.indentOf(first.nameStart()) : outer;
        String field = JsonStyle.name(name) + ": " + content.inFlow(inner);
        if (before.isPresent()) {
            int at = before.get().value().end();
            return edit(at, at, "," + (apart ? "\n" + inner : " ") + field);
        }
        return edit(
                first.nameStart(), first.nameStart(), field + "," + (apart ? "\n" + inner : " "));
    }

    private Document insertLine(
            Fields fields, String name, Content content, Optional<Field> before) {
        Field first = fields.fields().iterator().next();
        String indent = lines.column(first.nameStart());
        String line = YamlStyle.name(name) + ":" + content.afterColon(indent);
        if (before.isPresent()) {
            int at = lines.endOf(Math.max(before.get().value().end(), afterColon(before.get())));
            return edit(at, at, "\n" + indent + line);
        }
        return edit(first.nameStart(), first.nameStart(), line + "\n" + indent);
    }

    /** Adds an element to a list. @param index where it comes to stand, at most the list's length */
    public Document insertElement(List<String> list, int index, JsonNode value) {
        return insertElement(list, index, new Content.Fresh(value));
    }

    /** Lets an element of a list and the one behind it change places, with the comments above them. */
    public Document swap(List<String> list, int index) {
        if (!(at(list).orElse(null) instanceof Elements elements)
                || index < 0
                || index + 1 >= elements.elements().size()) {
            return this;
        }
        boolean block = isBlock(elements);
        Span first = whole(elements.elements().get(index), block);
        Span second = whole(elements.elements().get(index + 1), block);
        String swapped =
                text.substring(second.start(), second.end())
                        + text.substring(first.end(), second.start())
                        + text.substring(first.start(), first.end());
        return edit(first.start(), second.end(), swapped);
    }

    private Span whole(SourceNode element, boolean block) {
        int dash = block ? text.lastIndexOf('-', element.start() - 1) : -1;
        if (dash < 0 || !text.substring(lines.startOf(dash), dash).isBlank()) {
            return new Span(element.start(), element.end());
        }
        return new Span(
                lines.startOf(lines.startWithComments(dash, lines.column(dash))),
                lines.endOf(element.end()));
    }

    private Document insertElement(List<String> list, int index, Content content) {
        if (!(at(list).orElse(null) instanceof Elements elements)
                || index < 0
                || index > elements.elements().size()) {
            return this;
        }
        List<SourceNode> all = elements.elements();
        if (isBlock(elements)) {
            return insertItem(all, index, content);
        }
        String outer = lines.indentOf(elements.start());
        if (all.isEmpty()) {
            return edit(elements.start() + 1, closed(elements.end(), ']'), content.inFlow(outer));
        }
        boolean apart = lines.hasFeed(elements.start(), all.getFirst().start());
        String inner = apart ? lines.indentOf(all.getFirst().start()) : outer;
        if (index == 0) {
            int at = all.getFirst().start();
            return edit(at, at, content.inFlow(inner) + "," + (apart ? "\n" + inner : " "));
        }
        int at = all.get(index - 1).end();
        return edit(at, at, "," + (apart ? "\n" + inner : " ") + content.inFlow(inner));
    }

    private Document insertItem(List<SourceNode> all, int index, Content content) {
        int dash = text.lastIndexOf('-', all.getFirst().start() - 1);
        String indent = lines.column(dash);
        String item = "- " + content.afterDash(indent);
        if (index == 0) {
            return edit(dash, dash, item + "\n" + indent);
        }
        int at = lines.endOf(all.get(index - 1).end());
        return edit(at, at, "\n" + indent + item);
    }

    /** Takes a field or an element away, with its comma or its lines. */
    public Document remove(List<String> path) {
        if (path.isEmpty() || at(path).isEmpty()) {
            return this;
        }
        List<String> parent = path.subList(0, path.size() - 1);
        return switch (at(parent).orElseThrow()) {
            case Fields fields -> {
                List<Field> all = new ArrayList<>(fields.fields());
                int index = all.indexOf(fields.field(path.getLast()).orElseThrow());
                List<Span> spans =
                        all.stream().map(it -> new Span(it.nameStart(), it.value().end())).toList();
                yield remove(fields, parent, spans, index, "{}");
            }
            case Elements list -> {
                List<Span> spans =
                        list.elements().stream().map(it -> new Span(it.start(), it.end())).toList();
                yield remove(list, parent, spans, index(path.getLast()).orElseThrow(), "[]");
            }
            case SourceNode.Scalar ignored -> this;
        };
    }

    private record Span(int start, int end) {}

    private Document remove(
            SourceNode around, List<String> parent, List<Span> all, int index, String empty) {
        Span span = all.get(index);
        if (all.size() == 1) {
            return isBlock(around)
                    ? emptied(parent, around, empty)
                    : edit(around.start(), around.end(), empty);
        }
        if (!isBlock(around)) {
            return index + 1 < all.size()
                    ? edit(span.start(), all.get(index + 1).start(), "")
                    : edit(all.get(index - 1).end(), span.end(), "");
        }
        int start =
                around instanceof Elements ? text.lastIndexOf('-', span.start() - 1) : span.start();
        int line = lines.startOf(start);
        if (text.substring(line, start).isBlank()) {
            int end = lines.endOf(span.end());
            return edit(line, Math.min(text.length(), end + 1), "");
        }
        // The first of a list's element or of a nested list stands behind a dash, which stays.
        Span next = all.get(index + 1);
        int nextStart =
                around instanceof Elements ? text.lastIndexOf('-', next.start() - 1) : next.start();
        return edit(start, nextStart, "");
    }

    private Document emptied(List<String> path, SourceNode block, String empty) {
        if (path.isEmpty()) {
            return edit(block.start(), block.end(), empty);
        }
        List<String> parent = path.subList(0, path.size() - 1);
        JsonNode value =
                empty.equals("[]")
                        ? JsonNodeFactory.instance.arrayNode()
                        : JsonNodeFactory.instance.objectNode();
        return replace(parent, path.getLast(), block, new Content.Fresh(value));
    }

    /** Gives a field another name. */
    public Document rename(List<String> path, String name) {
        if (path.isEmpty()
                || !(at(path.subList(0, path.size() - 1)).orElse(null) instanceof Fields fields)
                || fields.has(name)) {
            return this;
        }
        return fields.field(path.getLast())
                .map(
                        field ->
                                edit(
                                        field.nameStart(),
                                        field.nameEnd(),
                                        isBlock(fields)
                                                ? YamlStyle.name(name)
                                                : JsonStyle.name(name)))
                .orElse(this);
    }

    /** Puts {@code insert} in the place of a stretch of the text, whatever stands there. */
    public Document replace(int from, int to, String insert) {
        return edit(from, to, insert);
    }

    private Document edit(int from, int to, String insert) {
        var edit = new TextEdit(from, to, insert);
        return new Document(TextEdit.apply(text, List.of(edit)), patch.then(edit));
    }

    private static Optional<String> lastName(Fields fields) {
        return fields.fields().stream().map(Field::name).reduce((first, second) -> second);
    }

    /** True for what YAML tells by indentation rather than by braces. */
    private boolean isBlock(SourceNode node) {
        if (node instanceof SourceNode.Scalar || node.start() >= text.length()) {
            return false;
        }
        char first = text.charAt(node.start());
        boolean empty =
                node instanceof Fields fields
                        ? fields.fields().isEmpty()
                        : node instanceof Elements list && list.elements().isEmpty();
        return !empty && (node instanceof Fields ? first != '{' : first != '[');
    }

    private int closed(int end, char bracket) {
        return end > 0 && text.charAt(end - 1) == bracket ? end - 1 : end;
    }
}

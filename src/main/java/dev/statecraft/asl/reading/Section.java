package dev.statecraft.asl.reading;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Spelling;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.query.Expression;
import dev.statecraft.query.ReferencePath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One object of a definition while it is read: hands out its fields in the type they must have, and reports those that do not. */
public final class Section {
    private final SourceNode.Fields node;
    private final String pointer;
    private final String inState;
    private final Problems problems;

    public Section(SourceNode.Fields node, String pointer, Problems problems) {
        this(node, pointer, "", problems);
    }

    private Section(SourceNode.Fields node, String pointer, String inState, Problems problems) {
        this.node = node;
        this.pointer = pointer;
        this.inState = inState;
        this.problems = problems;
    }

    /** The same object as a state: what is in it is located from here. */
    Section asState() {
        return new Section(node, pointer, problems);
    }

    /** Where {@code field} stands in its state, as failed evaluations name it: {@code Choices[1]/Condition}. */
    String inState(String field) {
        return inState.isEmpty() ? field : inState + "/" + field;
    }

    public Problems problems() {
        return problems;
    }

    public SourceNode.Fields node() {
        return node;
    }

    String pointer() {
        return pointer;
    }

    /** Where the object stands; the text shown is its opening brace. */
    public Place place() {
        return new Place(pointer, node.start(), Math.min(node.start() + 1, node.end()));
    }

    public Place placeOf(String field) {
        return node.field(field).map(it -> Place.ofValue(pointer, it)).orElseGet(this::place);
    }

    Place placeOfName(String field) {
        return node.field(field).map(it -> Place.ofName(pointer, it)).orElseGet(this::place);
    }

    /** The service locates a field that cannot be here at the object around it; the text shown is the field's name. */
    public Place placeOfUnsupported(Field field) {
        return new Place(pointer, field.nameStart(), field.nameEnd());
    }

    public boolean has(String field) {
        return node.has(field);
    }

    Collection<Field> fields() {
        return node.fields();
    }

    /** Reports fields that must be here and are not, in one diagnostic as the service does. */
    public void require(String... names) {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (!node.has(name)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            problems.reportWith(
                    "Add "
                            + String.join(
                                    " and ", missing.stream().map(it -> "\"" + it + "\"").toList())
                            + " here.",
                    SchemaRule.REQUIRED_FIELDS,
                    place(),
                    String.join(", ", missing));
        }
    }

    /** Reports every field that is not among {@code allowed}. */
    public void allowOnly(Collection<String> allowed, String whose) {
        for (Field field : node.fields()) {
            if (!allowed.contains(field.name())) {
                problems.reportWith(
                        Spelling.nearest(field.name(), allowed)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse(
                                        whose
                                                + " has no such field. Its fields are: "
                                                + String.join(", ", new TreeSet<>(allowed))
                                                + "."),
                        SchemaRule.FIELD_NOT_SUPPORTED,
                        placeOfUnsupported(field),
                        field.name());
            }
        }
    }

    /** Reports it when more than one of these fields is there. */
    void atMostOne(String... names) {
        List<String> present = java.util.Arrays.stream(names).filter(node::has).toList();
        if (present.size() > 1) {
            problems.report(
                    SchemaRule.ONLY_ONE_FIELD,
                    placeOfUnsupported(node.field(present.get(1)).orElseThrow()),
                    String.join(", ", present));
        }
    }

    void exactlyOne(String... names) {
        atMostOne(names);
        if (java.util.Arrays.stream(names).noneMatch(node::has)) {
            problems.report(SchemaRule.ONE_FIELD_REQUIRED, place(), String.join(", ", names));
        }
    }

    Optional<String> text(String field) {
        return scalar(field, JsonNode::isTextual, "[STRING]").map(JsonNode::textValue);
    }

    Optional<Boolean> flag(String field) {
        return scalar(field, JsonNode::isBoolean, "[BOOLEAN]").map(JsonNode::booleanValue);
    }

    /** A whole number between two bounds, both inclusive. */
    Optional<Long> integer(String field, long least, long most) {
        return scalar(field, JsonNode::isIntegralNumber, "Integer")
                .map(JsonNode::longValue)
                .filter(value -> within(field, value, least, most));
    }

    private boolean within(String field, double value, double least, double most) {
        if (value >= least && value <= most) {
            return true;
        }
        problems.reportWith(
                most == Double.MAX_VALUE
                        ? "Write a number of at least " + shown(least) + "."
                        : "Write a number from " + shown(least) + " to " + shown(most) + ".",
                value < least ? SchemaRule.TOO_SMALL : SchemaRule.TOO_LARGE,
                placeOf(field),
                shown(value < least ? least : most));
        return false;
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    Optional<Double> number(String field, double least, double most) {
        return scalar(field, JsonNode::isNumber, "[NUMBER]")
                .map(JsonNode::doubleValue)
                .filter(value -> within(field, value, least, most));
    }

    private Optional<JsonNode> scalar(
            String field, java.util.function.Predicate<JsonNode> test, String expected) {
        Optional<JsonNode> value = node.value(field).map(SourceNode::json);
        if (value.isPresent() && !test.test(value.get())) {
            wrongType(field, expected);
            return Optional.empty();
        }
        return value;
    }

    /** @param type as the service writes it, such as {@code [STRING]} */
    void wrongType(String field, String type) {
        boolean isPath =
                node.value(field).filter(it -> it.json().asText().startsWith("$")).isPresent();
        problems.reportWith(
                isPath && type.equals("Integer")
                        ? "Its value must be "
                                + inWords(type)
                                + "; to follow a path, write \""
                                + field
                                + "Path\"."
                        : "Its value must be " + inWords(type) + ".",
                SchemaRule.WRONG_TYPE,
                placeOf(field),
                type);
    }

    private static String inWords(String type) {
        return switch (type) {
            case "[STRING]" -> "a text in quotation marks";
            case "[BOOLEAN]" -> "true or false, without quotation marks";
            case "Integer" -> "a whole number, without quotation marks";
            case "[NUMBER]" -> "a number, without quotation marks";
            case "[OBJECT]" -> "an object, in braces";
            case "[ARRAY]" -> "a list, in brackets";
            default -> "a list of texts, such as [\"States.ALL\"]";
        };
    }

    /** The text in {@code field}, which must be one of these. */
    public Optional<String> oneOf(String field, String... values) {
        Optional<String> text = text(field);
        if (text.isPresent() && !List.of(values).contains(text.get())) {
            problems.reportWith(
                    Spelling.nearest(text.get(), List.of(values))
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse(SchemaRule.ONE_OF_VALUES.remedy()),
                    SchemaRule.ONE_OF_VALUES,
                    placeOf(field),
                    String.join(", ", values));
        }
        return text;
    }

    /** Reports a list that is empty. */
    void notEmpty(String field, String remedy) {
        if (node.value(field).orElse(null) instanceof SourceNode.Elements list
                && list.elements().isEmpty()) {
            problems.reportWith(remedy, SchemaRule.EMPTY_VALUE, placeOf(field));
        }
    }

    public Optional<JsonNode> json(String field) {
        return node.value(field).map(SourceNode::json);
    }

    /** The object in {@code field}. */
    public Optional<Section> section(String field) {
        Optional<SourceNode> value = node.value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof SourceNode.Fields fields) {
            return Optional.of(
                    new Section(fields, pointer + "/" + field, inState(field), problems));
        }
        wrongType(field, "[OBJECT]");
        return Optional.empty();
    }

    /** The objects in the list in {@code field}. */
    List<Section> sections(String field) {
        Optional<SourceNode> value = node.value(field);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SourceNode.Elements list)) {
            wrongType(field, "[ARRAY]");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.elements().size(); i++) {
            SourceNode element = list.elements().get(i);
            String name = field + "[" + i + "]";
            String at = pointer + "/" + name;
            if (element instanceof SourceNode.Fields fields) {
                sections.add(new Section(fields, at, inState(name), problems));
            } else {
                problems.reportWith(
                        "Write an object in braces here.",
                        SchemaRule.WRONG_TYPE,
                        Place.of(at, element),
                        "[OBJECT]");
            }
        }
        return sections;
    }

    /** The texts in the list in {@code field}. */
    List<String> texts(String field) {
        Optional<SourceNode> value = node.value(field);
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value.get() instanceof SourceNode.Elements list) {
            list.elements().stream()
                    .map(SourceNode::json)
                    .filter(JsonNode::isTextual)
                    .forEach(it -> texts.add(it.textValue()));
            if (texts.size() == list.elements().size()) {
                return texts;
            }
        }
        wrongType(field, "[ARRAY of STRING]");
        return List.of();
    }

    // Expressions.

    /** A path that reads. */
    Optional<Expression> path(String field) {
        return text(field).flatMap(text -> Compiling.path(this, field, text));
    }

    /** A path that names one place. */
    Optional<Expression> referencePath(String field) {
        return text(field).flatMap(text -> Compiling.referencePath(this, field, text));
    }

    /** A path that a result can be placed at. */
    Optional<ReferencePath> writablePath(String field) {
        return text(field).flatMap(text -> Compiling.writablePath(this, field, text));
    }

    /** JSON with {@code .$} fields. */
    Optional<Expression> payloadTemplate(String field) {
        return node.value(field).flatMap(value -> Compiling.payloadTemplate(this, field, value));
    }

    /** What a field whose name ends in {@code .$} or {@code Path} holds: a path or an intrinsic function. */
    Optional<Expression> pathOrCall(String field) {
        return node.value(field).flatMap(value -> Compiling.pathOrCall(this, field, value));
    }

    /** JSON with <code>{% %}</code> texts. */
    Optional<Expression> jsonata(String field) {
        return node.value(field).flatMap(value -> Compiling.jsonata(this, field, value));
    }

    /** A template in the language of the state. */
    Optional<Expression> template(String field, QueryLanguage language) {
        return language == QueryLanguage.JSONata ? jsonata(field) : payloadTemplate(field);
    }
}

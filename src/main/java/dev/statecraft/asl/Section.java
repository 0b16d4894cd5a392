package dev.statecraft.asl;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.SourceNode.Field;
import dev.statecraft.query.Expression;
import dev.statecraft.query.InvalidExpression;
import dev.statecraft.query.JsonPath;
import dev.statecraft.query.JsonataTemplate;
import dev.statecraft.query.Literal;
import dev.statecraft.query.PayloadTemplate;
import dev.statecraft.query.ReferencePath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** One object of a definition while it is read: hands out its fields in the type they must have, and reports those that do not. */
final class Section {
    private final SourceNode.Fields node;
    private final String pointer;
    private final Problems problems;

    Section(SourceNode.Fields node, String pointer, Problems problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    SourceNode.Fields node() {
        return node;
    }

    String pointer() {
        return pointer;
    }

    /** Where the object stands; the text shown is its opening brace. */
    Place place() {
        return new Place(pointer, node.start(), Math.min(node.start() + 1, node.end()));
    }

    Place placeOf(String field) {
        return node.field(field).map(it -> Place.ofValue(pointer, it)).orElseGet(this::place);
    }

    Place placeOfName(String field) {
        return node.field(field).map(it -> Place.ofName(pointer, it)).orElseGet(this::place);
    }

    boolean has(String field) {
        return node.has(field);
    }

    Collection<Field> fields() {
        return node.fields();
    }

    /** Reports fields that must be here and are not, in one diagnostic as the service does. */
    void require(String... names) {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (!node.has(name)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            problems.error(
                    place(),
                    "These fields are required: [" + String.join(", ", missing) + "]",
                    "Add "
                            + String.join(
                                    " and ", missing.stream().map(it -> "\"" + it + "\"").toList())
                            + " here.");
        }
    }

    /** Reports every field that is not among {@code allowed}. */
    void allowOnly(Collection<String> allowed, String whose) {
        for (Field field : node.fields()) {
            if (!allowed.contains(field.name())) {
                problems.error(
                        Place.ofName(pointer, field),
                        "Field '" + field.name() + "' is not supported",
                        Spelling.nearest(field.name(), allowed)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse(
                                        whose
                                                + " has no such field. Its fields are: "
                                                + String.join(", ", new TreeSet<>(allowed))
                                                + "."));
            }
        }
    }

    /** Reports it when more than one of these fields is there. */
    void atMostOne(String... names) {
        List<String> present = java.util.Arrays.stream(names).filter(node::has).toList();
        if (present.size() > 1) {
            problems.error(
                    placeOfName(present.get(1)),
                    "You cannot have more than one of the fields: ["
                            + String.join(", ", present)
                            + "]",
                    "Keep one of them.");
        }
    }

    void exactlyOne(String... names) {
        atMostOne(names);
        if (java.util.Arrays.stream(names).noneMatch(node::has)) {
            problems.error(
                    place(),
                    "One of these fields is required: [" + String.join(", ", names) + "]",
                    "Add one of them.");
        }
    }

    Optional<String> text(String field) {
        return scalar(field, JsonNode::isTextual, "a text in quotation marks")
                .map(JsonNode::textValue);
    }

    Optional<Boolean> flag(String field) {
        return scalar(field, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    /** A whole number between two bounds, both inclusive. */
    Optional<Long> integer(String field, long least, long most) {
        return scalar(field, JsonNode::isIntegralNumber, "a whole number")
                .map(JsonNode::longValue)
                .filter(value -> within(field, value, least, most));
    }

    private boolean within(String field, double value, double least, double most) {
        if (value >= least && value <= most) {
            return true;
        }
        problems.error(
                placeOf(field),
                "The value of '"
                        + field
                        + "' is out of range: "
                        + node.value(field).orElseThrow().json(),
                "Write a number from " + shown(least) + " to " + shown(most) + ".");
        return false;
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    Optional<Double> number(String field, double least, double most) {
        return scalar(field, JsonNode::isNumber, "a number")
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

    void wrongType(String field, String expected) {
        problems.error(
                placeOf(field),
                "The field '" + field + "' has an invalid value",
                "Its value must be " + expected + ".");
    }

    Optional<JsonNode> json(String field) {
        return node.value(field).map(SourceNode::json);
    }

    /** The object in {@code field}. */
    Optional<Section> section(String field) {
        Optional<SourceNode> value = node.value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof SourceNode.Fields fields) {
            return Optional.of(new Section(fields, pointer + "/" + field, problems));
        }
        wrongType(field, "an object");
        return Optional.empty();
    }

    /** The objects in the list in {@code field}. */
    List<Section> sections(String field) {
        Optional<SourceNode> value = node.value(field);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SourceNode.Elements list)) {
            wrongType(field, "a list");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.elements().size(); i++) {
            SourceNode element = list.elements().get(i);
            String at = pointer + "/" + field + "[" + i + "]";
            if (element instanceof SourceNode.Fields fields) {
                sections.add(new Section(fields, at, problems));
            } else {
                problems.error(
                        Place.of(at, element),
                        "The entry is not an object",
                        "Write an object in braces here.");
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
        wrongType(field, "a list of texts");
        return List.of();
    }

    // Expressions.

    /** A path that reads. */
    Optional<Expression> path(String field) {
        return text(field).flatMap(text -> compiled(field, () -> JsonPath.compile(text)));
    }

    /** A path that names one place. */
    Optional<Expression> referencePath(String field) {
        return text(field).flatMap(text -> compiled(field, () -> definite(text)));
    }

    private static Expression definite(String text) {
        JsonPath path = JsonPath.compile(text);
        if (!path.isDefinite()) {
            throw new InvalidExpression(
                    "Value is not a Reference Path: " + text,
                    "Name one place: fields and indexes such as \"$.order.items[0]\", without wildcards, slices or filters.");
        }
        return path;
    }

    Optional<ReferencePath> writablePath(String field) {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReferencePath.compile(text.get()));
        } catch (InvalidExpression invalid) {
            problems.error(placeOf(field), invalid.getMessage(), invalid.remedy());
            return Optional.empty();
        }
    }

    /** JSON with {@code .$} fields. */
    Optional<Expression> payloadTemplate(String field) {
        return json(field)
                .flatMap(
                        template ->
                                template.isObject() || template.isArray()
                                        ? compiled(field, () -> PayloadTemplate.compile(template))
                                        : Optional.of(new Literal(template)));
    }

    /** JSON with <code>{% %}</code> texts. */
    Optional<Expression> jsonata(String field) {
        return json(field)
                .flatMap(
                        template ->
                                compiled(field, () -> JsonataTemplate.compile(field, template)));
    }

    /** A template in the language of the state. */
    Optional<Expression> template(String field, QueryLanguage language) {
        return language == QueryLanguage.JSONata ? jsonata(field) : payloadTemplate(field);
    }

    Optional<Expression> compiled(String field, Supplier<Expression> compile) {
        try {
            return Optional.of(compile.get());
        } catch (InvalidExpression invalid) {
            problems.error(placeOf(field), invalid.getMessage(), invalid.remedy());
            return Optional.empty();
        }
    }
}

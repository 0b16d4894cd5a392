package dev.statecraft.asl.reading;

import dev.statecraft.asl.DataFlow;
import dev.statecraft.asl.FailState;
import dev.statecraft.asl.PassState;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Spelling;
import dev.statecraft.asl.State;
import dev.statecraft.asl.SucceedState;
import dev.statecraft.asl.Transition;
import dev.statecraft.asl.problems.ExpressionRule;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.query.Expression;
import dev.statecraft.query.IntrinsicCall;
import dev.statecraft.query.intrinsics.IntrinsicFunction;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one state; what is particular to a type of state is read by the reader of that type. */
final class StateReader {
    /** What {@code ErrorPath} and {@code CausePath} may call. */
    private static final Set<IntrinsicFunction> TEXT_FUNCTIONS =
            EnumSet.of(
                    IntrinsicFunction.Format,
                    IntrinsicFunction.JsonToString,
                    IntrinsicFunction.ArrayGetItem,
                    IntrinsicFunction.Base64Encode,
                    IntrinsicFunction.Base64Decode,
                    IntrinsicFunction.Hash,
                    IntrinsicFunction.UUID);

    private final String name;
    private final Section section;
    private final QueryLanguage machineLanguage;
    private final QueryLanguage language;

    StateReader(
            String name, Section section, QueryLanguage machineLanguage, QueryLanguage inherited) {
        this.name = name;
        this.section = section;
        this.machineLanguage = machineLanguage;
        this.language = ownLanguage(section, machineLanguage).orElse(inherited);
    }

    private static Optional<QueryLanguage> ownLanguage(
            Section section, QueryLanguage machineLanguage) {
        Optional<QueryLanguage> own = MachineReader.language(section);
        own.filter(it -> isRefused(it, machineLanguage))
                .flatMap(it -> section.node().field("QueryLanguage"))
                .ifPresent(
                        field ->
                                section.problems()
                                        .report(
                                                SchemaRule.JSONPATH_INSIDE_JSONATA,
                                                section.placeOfUnsupported(field)));
        return own;
    }

    private static boolean isRefused(QueryLanguage own, QueryLanguage machineLanguage) {
        return own == QueryLanguage.JSONPath && machineLanguage == QueryLanguage.JSONata;
    }

    /** The state, unless it lacks what it cannot be without. */
    Optional<State> read() {
        section.require("Type");
        Optional<String> type = section.text("Type");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (!StateFields.TYPES.contains(type.get())) {
            section.oneOf("Type", StateFields.TYPES.toArray(String[]::new));
            return Optional.empty();
        }
        checkFields(type.get());
        return switch (type.get()) {
            case "Task" -> TaskReader.read(this);
            case "Pass" -> pass();
            case "Choice" -> ChoiceReader.read(this);
            case "Wait" -> WaitReader.read(this);
            case "Succeed" -> Optional.of(new SucceedState(name, comment(), flow()));
            case "Fail" -> fail();
            case "Parallel" -> ParallelReader.read(this);
            case "Map" -> MapReader.read(this);
            default -> throw new IllegalStateException("Unknown type of state: " + type.get());
        };
    }

    private void checkFields(String type) {
        Set<String> allowed = StateFields.of(type, language);
        for (Field field : section.fields()) {
            if (!allowed.contains(field.name())) {
                refuse(field, type, allowed);
            }
        }
    }

    private void refuse(Field field, String type, Set<String> allowed) {
        Place place = section.placeOfUnsupported(field);
        Optional<String> otherLanguage = StateFields.otherLanguage(field.name(), type, language);
        if (otherLanguage.isEmpty()) {
            section.problems()
                    .reportWith(
                            remedy(field.name(), type, allowed),
                            SchemaRule.FIELD_NOT_SUPPORTED,
                            place,
                            field.name());
        } else if (!isRefused(language, machineLanguage)) {
            section.problems()
                    .reportWith(
                            otherLanguage.get(),
                            SchemaRule.OTHER_QUERY_LANGUAGE,
                            place,
                            language,
                            field.name(),
                            language == QueryLanguage.JSONPath
                                    ? QueryLanguage.JSONata
                                    : QueryLanguage.JSONPath);
        }
    }

    private static String remedy(String field, String type, Set<String> allowed) {
        return Spelling.nearest(field, allowed)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElseGet(
                        () ->
                                "A "
                                        + type
                                        + " state has no such field. Its fields are: "
                                        + String.join(", ", new TreeSet<>(allowed))
                                        + ".");
    }

    private Optional<State> pass() {
        return transition()
                .map(it -> new PassState(name, comment(), flow(), section.json("Result"), it));
    }

    private Optional<State> fail() {
        section.atMostOne("Error", "ErrorPath");
        section.atMostOne("Cause", "CausePath");
        return Optional.of(
                new FailState(
                        name,
                        comment(),
                        FlowReader.read(section, language),
                        failText("Error"),
                        failText("Cause")));
    }

    private Optional<Expression> failText(String field) {
        if (section.has(field)) {
            section.text(field);
            return value(field);
        }
        String path = field + "Path";
        Optional<Expression> expression = section.pathOrCall(path);
        if (expression.orElse(null) instanceof IntrinsicCall call
                && !TEXT_FUNCTIONS.contains(call.function())) {
            section.problems()
                    .report(
                            ExpressionRule.NOT_A_TEXT_FUNCTION,
                            section.placeOf(path),
                            call.function().fullName(),
                            path);
        }
        return expression;
    }

    // What the readers of single types need.

    String name() {
        return name;
    }

    Section section() {
        return section;
    }

    QueryLanguage language() {
        return language;
    }

    QueryLanguage machineLanguage() {
        return machineLanguage;
    }

    Optional<String> comment() {
        return section.text("Comment");
    }

    DataFlow flow() {
        return FlowReader.read(section, language);
    }

    /** {@code Next} or {@code End}. */
    Optional<Transition> transition() {
        boolean ends = section.flag("End").orElse(false);
        Optional<String> next = section.text("Next");
        if (section.has("Next") && ends) {
            section.problems()
                    .reportWith(
                            "Keep \"Next\" if the workflow goes on, \"End\": true if it ends here.",
                            SchemaRule.ONLY_ONE_FIELD,
                            section.placeOfUnsupported(section.node().field("End").orElseThrow()),
                            "Next, End");
            return next.map(Transition.Next::new);
        }
        if (next.isPresent()) {
            return next.map(Transition.Next::new);
        }
        if (ends) {
            return Optional.of(Transition.END);
        }
        if (!section.has("Next")) {
            section.problems()
                    .reportWith(
                            "Add \"Next\" with the name of a state, or \"End\": true.",
                            SchemaRule.ONE_FIELD_REQUIRED,
                            section.place(),
                            "Next, End");
        }
        return Optional.empty();
    }

    /** True for a text that JSONata evaluates; one that is badly closed is reported where it is compiled. */
    boolean isExpression(com.fasterxml.jackson.databind.JsonNode value) {
        return language == QueryLanguage.JSONata
                && value.isTextual()
                && (value.textValue().startsWith("{%") || value.textValue().endsWith("%}"));
    }

    /** A field that may be a literal or, in JSONata, an expression. */
    Optional<Expression> value(String field) {
        return language == QueryLanguage.JSONata
                ? section.jsonata(field)
                : section.json(field).map(dev.statecraft.query.Literal::new);
    }

    /**
     * A whole number as a literal, as JSONata, or through the field's {@code ...Path} form.
     *
     * @param least the smallest literal
     */
    Optional<Expression> number(String field, long least, long most) {
        section.atMostOne(field, field + "Path");
        if (section.has(field + "Path")) {
            return section.referencePath(field + "Path");
        }
        Optional<com.fasterxml.jackson.databind.JsonNode> json = section.json(field);
        if (json.isPresent() && !isExpression(json.get())) {
            section.integer(field, least, most);
        }
        return value(field);
    }
}

package dev.statecraft.asl;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.Expression;
import dev.statecraft.query.Literal;
import dev.statecraft.query.Timestamps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Choice state. */
final class ChoiceReader {
    private static final List<String> AROUND = List.of("Next", "Comment", "Assign", "Output");

    private final StateReader reader;

    private ChoiceReader(StateReader reader) {
        this.reader = reader;
    }

    static Optional<State> read(StateReader reader) {
        return new ChoiceReader(reader).read();
    }

    private Optional<State> read() {
        Section section = reader.section();
        section.require("Choices");
        if (section.json("Choices").filter(it -> it.isArray() && it.isEmpty()).isPresent()) {
            section.problems()
                    .error(
                            section.placeOf("Choices"),
                            "Value cannot be empty",
                            "Add a rule with a \"Next\".");
        }
        List<ChoiceState.Branch> branches = new ArrayList<>();
        for (Section choice : section.sections("Choices")) {
            branch(choice).ifPresent(branches::add);
        }
        return Optional.of(
                new ChoiceState(
                        reader.name(),
                        reader.comment(),
                        reader.flow(),
                        branches,
                        section.text("Default")));
    }

    private Optional<ChoiceState.Branch> branch(Section choice) {
        choice.require("Next");
        Optional<ChoiceRule> rule =
                reader.language() == QueryLanguage.JSONata ? condition(choice) : rule(choice, true);
        return rule.map(
                it ->
                        new ChoiceState.Branch(
                                it,
                                choice.text("Next").orElse(""),
                                FlowReader.assign(choice, reader.language()),
                                reader.language() == QueryLanguage.JSONata
                                        ? choice.jsonata("Output")
                                        : Optional.empty(),
                                choice.text("Comment")));
    }

    private Optional<ChoiceRule> condition(Section choice) {
        choice.require("Condition");
        choice.allowOnly(
                List.of("Condition", "Next", "Comment", "Assign", "Output"), "A rule in JSONata");
        return choice.jsonata("Condition")
                .map(
                        it ->
                                new ChoiceRule.Condition(
                                        it, choice.json("Condition").orElseThrow().asText()));
    }

    private Optional<ChoiceRule> rule(Section rule, boolean top) {
        if (!top && rule.has("Next")) {
            rule.problems()
                    .error(
                            rule.placeOfName("Next"),
                            "Field 'Next' is not supported",
                            "Only the outermost rule has a \"Next\".");
        }
        if (rule.has("And")) {
            return combination(rule, "And").map(ChoiceRule.And::new);
        }
        if (rule.has("Or")) {
            return combination(rule, "Or").map(ChoiceRule.Or::new);
        }
        if (rule.has("Not")) {
            allowOnly(rule, List.of("Not"));
            return rule.section("Not").flatMap(it -> rule(it, false)).map(ChoiceRule.Not::new);
        }
        return comparison(rule);
    }

    private Optional<List<ChoiceRule>> combination(Section rule, String field) {
        allowOnly(rule, List.of(field));
        List<Section> sections = rule.sections(field);
        if (rule.json(field).filter(it -> it.isArray() && it.isEmpty()).isPresent()) {
            rule.problems()
                    .error(rule.placeOf(field), "Value cannot be empty", "Add at least one rule.");
        }
        List<ChoiceRule> rules = new ArrayList<>();
        sections.forEach(section -> rule(section, false).ifPresent(rules::add));
        return rules.size() == sections.size() ? Optional.of(rules) : Optional.empty();
    }

    private static void allowOnly(Section rule, List<String> own) {
        List<String> allowed = new ArrayList<>(AROUND);
        allowed.remove("Output");
        allowed.addAll(own);
        rule.allowOnly(allowed, "This rule");
    }

    private Optional<ChoiceRule> comparison(Section rule) {
        List<String> operators =
                rule.fields().stream()
                        .map(SourceNode.Field::name)
                        .filter(name -> ComparisonOperator.ofField(name).isPresent())
                        .toList();
        rule.require("Variable");
        reportUnknown(rule, operators);
        if (operators.size() != 1) {
            rule.problems()
                    .error(
                            operators.isEmpty() ? rule.place() : rule.placeOfName(operators.get(1)),
                            operators.isEmpty()
                                    ? "The rule has no comparison operator"
                                    : "The rule has more than one comparison operator: "
                                            + operators,
                            operators.isEmpty()
                                    ? "Add one, such as \"NumericGreaterThan\": 100, or combine rules with And, Or, Not."
                                    : "Keep one, or combine two rules with \"And\".");
            return Optional.empty();
        }
        String field = operators.getFirst();
        Optional<Expression> variable = rule.referencePath("Variable");
        Optional<Expression> operand = operand(rule, field);
        return variable.isPresent() && operand.isPresent()
                ? Optional.of(
                        new ChoiceRule.Comparison(
                                variable.get(),
                                rule.text("Variable").orElse(""),
                                ComparisonOperator.ofField(field).orElseThrow(),
                                operand.get()))
                : Optional.empty();
    }

    private void reportUnknown(Section rule, List<String> operators) {
        List<String> allowed = new ArrayList<>(operators);
        allowed.addAll(List.of("Variable", "Next", "Comment", "Assign", "And", "Or", "Not"));
        if (operators.isEmpty()) {
            for (ComparisonOperator operator : ComparisonOperator.values()) {
                allowed.add(operator.name());
            }
        }
        rule.allowOnly(allowed, "A rule in JSONPath");
    }

    private static Optional<Expression> operand(Section rule, String field) {
        if (field.endsWith("Path")) {
            return rule.referencePath(field);
        }
        Optional<JsonNode> value = rule.json(field);
        String expected = expected(field);
        boolean fits = value.filter(it -> fits(field, it)).isPresent();
        if (!fits) {
            rule.wrongType(field, expected);
            return Optional.empty();
        }
        return value.map(Literal::new);
    }

    private static boolean fits(String field, JsonNode value) {
        if (field.startsWith("String")) {
            return value.isTextual();
        }
        if (field.startsWith("Numeric")) {
            return value.isNumber();
        }
        if (field.startsWith("Timestamp")) {
            return value.isTextual() && Timestamps.parse(value.textValue()).isPresent();
        }
        return value.isBoolean();
    }

    private static String expected(String field) {
        if (field.startsWith("String")) {
            return "a text in quotation marks";
        }
        if (field.startsWith("Numeric")) {
            return "a number without quotation marks";
        }
        return field.startsWith("Timestamp")
                ? "a timestamp such as \"2026-12-24T18:00:00Z\""
                : "true or false";
    }
}

package dev.statecraft.asl.reading;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.ChoiceRule;
import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.ComparisonOperator;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.State;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.query.Expression;
import dev.statecraft.query.Literal;
import dev.statecraft.query.Timestamps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a Choice state. */
final class ChoiceReader {
    private static final List<String> AROUND = List.of("Next", "Comment", "Assign", "Output");

    private static final Set<String> JSONPATH_ONLY =
            Stream.concat(
                            Stream.of("Variable", "And", "Or", "Not"),
                            Stream.of(ComparisonOperator.values()).map(Enum::name))
                    .collect(Collectors.toSet());

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
        section.notEmpty("Choices", "Add a rule with a \"Next\".");
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
        if (refuseJsonPath(choice)) {
            return Optional.empty();
        }
        choice.require("Condition");
        choice.allowOnly(
                List.of("Condition", "Next", "Comment", "Assign", "Output"), "A rule in JSONata");
        Optional<JsonNode> condition = choice.json("Condition");
        if (condition.filter(it -> !it.isBoolean() && !reader.isExpression(it)).isPresent()) {
            choice.problems()
                    .reportWith(
                            "Write an expression such as \"{% $states.input.total > 100 %}\", or true or false.",
                            SchemaRule.WRONG_TYPE, choice.placeOf("Condition"), "[BOOLEAN]");
            return Optional.empty();
        }
        return choice.jsonata("Condition")
                .map(
                        it ->
                                new ChoiceRule.Condition(
                                        it, choice.json("Condition").orElseThrow().asText()));
    }

    private static boolean refuseJsonPath(Section choice) {
        List<String> written =
                choice.fields().stream()
                        .map(SourceNode.Field::name)
                        .filter(name -> JSONPATH_ONLY.contains(name))
                        .toList();
        written.stream()
                .limit(1)
                .forEach(
                        name ->
                                choice.problems()
                                        .reportWith(
                                                "Write a \"Condition\" such as \"{% $states.input.total > 100 %}\".",
                                                SchemaRule.OTHER_QUERY_LANGUAGE,
                                                choice.placeOfUnsupported(
                                                        choice.node().field(name).orElseThrow()),
                                                QueryLanguage.JSONata,
                                                name,
                                                QueryLanguage.JSONPath));
        return !written.isEmpty();
    }

    private Optional<ChoiceRule> rule(Section rule, boolean top) {
        if (!top && rule.has("Next")) {
            rule.problems()
                    .reportWith(
                            "Only the outermost rule has a \"Next\".",
                            SchemaRule.FIELD_NOT_SUPPORTED,
                            rule.placeOfUnsupported(rule.node().field("Next").orElseThrow()),
                            "Next");
        }
        if (rule.has("Condition")) {
            rule.problems()
                    .reportWith(
                            "Compare a \"Variable\", or set \"QueryLanguage\": \"JSONata\" on the state.",
                            SchemaRule.OTHER_QUERY_LANGUAGE,
                            rule.placeOfUnsupported(rule.node().field("Condition").orElseThrow()),
                            QueryLanguage.JSONPath,
                            "Condition",
                            QueryLanguage.JSONata);
            return Optional.empty();
        }
        if (List.of("And", "Or", "Not", "Variable").stream().filter(rule::has).count() != 1) {
            rule.problems().report(SchemaRule.CHOICE_RULE_SHAPE, rule.place());
            return Optional.empty();
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
        rule.notEmpty(field, "Add at least one rule.");
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
        reportUnknown(rule, operators);
        if (operators.isEmpty()) {
            rule.problems()
                    .reportWith(
                            "Add one comparison operator, such as \"NumericGreaterThan\": 100.",
                            SchemaRule.ONE_FIELD_REQUIRED,
                            rule.place(),
                            "StringEquals, NumericEquals, BooleanEquals, IsPresent, ...");
            return Optional.empty();
        }
        if (operators.size() > 1) {
            rule.problems()
                    .reportWith(
                            "Keep one, or combine two rules with \"And\".",
                            SchemaRule.ONLY_ONE_FIELD,
                            rule.placeOfUnsupported(
                                    rule.node().field(operators.get(1)).orElseThrow()),
                            String.join(", ", operators));
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
        if (value.filter(it -> fits(field, it)).isPresent()) {
            return value.map(Literal::new);
        }
        if (field.startsWith("Timestamp") && value.filter(JsonNode::isTextual).isPresent()) {
            rule.problems().report(SchemaRule.NOT_A_TIMESTAMP, rule.placeOf(field));
        } else {
            rule.wrongType(field, type(field));
        }
        return Optional.empty();
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

    private static String type(String field) {
        if (field.startsWith("String") || field.startsWith("Timestamp")) {
            return "[STRING]";
        }
        return field.startsWith("Numeric") ? "[NUMBER]" : "[BOOLEAN]";
    }
}

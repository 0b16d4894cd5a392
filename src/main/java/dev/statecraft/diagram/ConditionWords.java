package dev.statecraft.diagram;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.ComparisonOperator;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A rule of a Choice state in short words: {@code amount > 100}, {@code not (paid and shipped)}.
 *
 * <p>Made from the definition's own JSON, so that the words are the learner's words.
 */
final class ConditionWords {

    private ConditionWords() {}

    static String of(JsonNode rule) {
        if (rule.has("Condition")) {
            return Captions.jsonata(rule.path("Condition").asText());
        }
        if (rule.has("And")) {
            return joined(rule.path("And"), " and ");
        }
        if (rule.has("Or")) {
            return joined(rule.path("Or"), " or ");
        }
        if (rule.has("Not")) {
            return "not " + grouped(rule.path("Not"));
        }
        return comparison(rule).orElse("");
    }

    private static String joined(JsonNode rules, String word) {
        return StreamSupport.stream(rules.spliterator(), false)
                .map(ConditionWords::grouped)
                .collect(Collectors.joining(word));
    }

    private static String grouped(JsonNode rule) {
        return rule.has("And") || rule.has("Or") ? "(" + of(rule) + ")" : of(rule);
    }

    private static Optional<String> comparison(JsonNode rule) {
        String variable = Captions.path(rule.path("Variable").asText());
        return StreamSupport.stream(((Iterable<String>) rule::fieldNames).spliterator(), false)
                .flatMap(
                        field ->
                                ComparisonOperator.ofField(field).stream()
                                        .map(op -> comparison(variable, op, rule.path(field))))
                .findFirst();
    }

    private static String comparison(
            String variable, ComparisonOperator operator, JsonNode operand) {
        boolean no = operand.isBoolean() && !operand.booleanValue();
        String value = Captions.quoted(operand);
        return switch (operator) {
            case BooleanEquals ->
                    operand.isBoolean() ? (no ? "not " : "") + variable : variable + " = " + value;
            case StringEquals, NumericEquals, TimestampEquals -> variable + " = " + value;
            case StringLessThan, NumericLessThan, TimestampLessThan -> variable + " < " + value;
            case StringGreaterThan, NumericGreaterThan, TimestampGreaterThan ->
                    variable + " > " + value;
            case StringLessThanEquals, NumericLessThanEquals, TimestampLessThanEquals ->
                    variable + " ≤ " + value;
            case StringGreaterThanEquals, NumericGreaterThanEquals, TimestampGreaterThanEquals ->
                    variable + " ≥ " + value;
            case StringMatches -> variable + " like " + value;
            case IsPresent -> no ? "no " + variable : variable + " is there";
            case IsNull -> is(variable, no, "null");
            case IsNumeric -> is(variable, no, "a number");
            case IsString -> is(variable, no, "a string");
            case IsBoolean -> is(variable, no, "a boolean");
            case IsTimestamp -> is(variable, no, "a timestamp");
        };
    }

    private static String is(String variable, boolean no, String what) {
        return variable + (no ? " is not " : " is ") + what;
    }
}

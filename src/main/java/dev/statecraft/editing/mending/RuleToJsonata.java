package dev.statecraft.editing.mending;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.ComparisonOperator;
import dev.statecraft.editing.mending.PathToJsonata.Unconvertible;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says a choice rule of JSONPath as one condition. */
record RuleToJsonata(PathToJsonata paths) {
    /** What of a rule is no comparison. */
    static final Set<String> AROUND = Set.of("Next", "Comment", "Assign");

    String condition(JsonNode rule) {
        if (rule.has("Not")) {
            return "$not(" + condition(rule.get("Not")) + ")";
        }
        if (rule.has("And") || rule.has("Or")) {
            List<String> parts = new ArrayList<>();
            rule.path(rule.has("And") ? "And" : "Or").forEach(it -> parts.add(condition(it)));
            return "(" + String.join(rule.has("And") ? " and " : " or ", parts) + ")";
        }
        String value = paths.expression(rule.path("Variable").asText(""));
        for (Map.Entry<String, JsonNode> field : rule.properties()) {
            if (!field.getKey().equals("Variable") && !AROUND.contains(field.getKey())) {
                return comparison(value, field.getKey(), field.getValue());
            }
        }
        throw new Unconvertible("a rule compares nothing");
    }

    private String comparison(String value, String field, JsonNode operand) {
        ComparisonOperator operator =
                ComparisonOperator.ofField(field)
                        .orElseThrow(
                                () ->
                                        new Unconvertible(
                                                "there is no comparison \"" + field + "\""));
        boolean isPath = operator.hasPathForm() && field.endsWith("Path");
        String other =
                isPath
                        ? paths.expression(operand.asText())
                        : operand.isTextual()
                                ? PathToJsonata.literal(operand.textValue())
                                : operand.toString();
        return switch (operator) {
            case StringEquals, NumericEquals, BooleanEquals -> value + " = " + other;
            case StringLessThan, NumericLessThan -> value + " < " + other;
            case StringGreaterThan, NumericGreaterThan -> value + " > " + other;
            case StringLessThanEquals, NumericLessThanEquals -> value + " <= " + other;
            case StringGreaterThanEquals, NumericGreaterThanEquals -> value + " >= " + other;
            case TimestampEquals -> moment(value) + " = " + moment(other);
            case TimestampLessThan -> moment(value) + " < " + moment(other);
            case TimestampGreaterThan -> moment(value) + " > " + moment(other);
            case TimestampLessThanEquals -> moment(value) + " <= " + moment(other);
            case TimestampGreaterThanEquals -> moment(value) + " >= " + moment(other);
            case StringMatches -> "$contains(" + value + ", /" + pattern(operand.asText()) + "/)";
            case IsNull -> is(value, "null", operand);
            case IsNumeric -> is(value, "number", operand);
            case IsString -> is(value, "string", operand);
            case IsBoolean -> is(value, "boolean", operand);
            case IsPresent -> claim("$exists(" + value + ")", operand);
            case IsTimestamp ->
                    claim(
                            "($type("
                                    + value
                                    + ") = 'string' and $contains("
                                    + value
                                    + ", /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$/))",
                            operand);
        };
    }

    private static String moment(String value) {
        return "$toMillis(" + value + ")";
    }

    private static String is(String value, String type, JsonNode operand) {
        return claim("$type(" + value + ") = '" + type + "'", operand);
    }

    private static String claim(String expression, JsonNode operand) {
        return operand.asBoolean() ? expression : "$not(" + expression + ")";
    }

    /** Stars stand for anything; a star after a backslash for itself. */
    private static String pattern(String glob) {
        var pattern = new StringBuilder("^");
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*') {
                pattern.append("[^\\n]*");
            } else {
                char meant = c == '\\' && i + 1 < glob.length() ? glob.charAt(++i) : c;
                if (!Character.isLetterOrDigit(meant) && meant < 128 && meant != ' ') {
                    pattern.append('\\');
                }
                pattern.append(meant);
            }
        }
        return pattern.append('$').toString();
    }
}

package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.ChoiceRule;
import dev.statecraft.asl.ComparisonOperator;
import dev.statecraft.engine.ErrorName;
import dev.statecraft.query.Budget;
import dev.statecraft.query.Expression;
import dev.statecraft.query.JsonPath;
import dev.statecraft.query.QueryFailure;
import dev.statecraft.query.Timestamps;
import dev.statecraft.query.Wildcard;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Says whether a choice rule is true. A value of another type than the operator's makes a comparison false, never an error.
 *
 * @see <a href="https://states-language.net/spec.html#choice-state">ASL specification, Choice State</a>
 */
final class ChoiceRules {

    private ChoiceRules() {}

    static boolean isTrue(ChoiceRule rule, StateScope scope) {
        return switch (rule) {
            case ChoiceRule.And and -> and.rules().stream().allMatch(it -> isTrue(it, scope));
            case ChoiceRule.Or or -> or.rules().stream().anyMatch(it -> isTrue(it, scope));
            case ChoiceRule.Not not -> !isTrue(not.rule(), scope);
            case ChoiceRule.Comparison comparison -> isTrue(comparison, scope);
            case ChoiceRule.Condition condition -> condition(condition, scope);
        };
    }

    /** The documentation has a name for this error, and the service the words. */
    static QueryFailure noneMatched() {
        return new QueryFailure(
                ErrorName.NO_CHOICE_MATCHED,
                "Failed to transition out of the state. The state does not point to a next state.");
    }

    private static boolean condition(ChoiceRule.Condition condition, StateScope scope) {
        JsonNode value = condition.expression().evaluate(scope);
        if (!value.isBoolean()) {
            ResultTypes.require("boolean", condition.expression(), value);
        }
        return value.booleanValue();
    }

    private static boolean isTrue(ChoiceRule.Comparison comparison, StateScope scope) {
        ComparisonOperator operator = comparison.operator();
        if (operator == ComparisonOperator.IsPresent) {
            return isPresent(comparison, scope)
                    == comparison.operand().evaluate(scope).booleanValue();
        }
        return compare(
                operator,
                operand(comparison.variable(), scope),
                operand(comparison.operand(), scope),
                scope.budget());
    }

    /** What a side of a comparison yields; a path that finds nothing fails the state in the words of Choice states. */
    private static JsonNode operand(Expression side, StateScope scope) {
        if (!(side instanceof JsonPath path)) {
            return side.evaluate(scope);
        }
        try {
            return path.evaluate(scope);
        } catch (QueryFailure failure) {
            throw new QueryFailure(
                    ErrorName.RUNTIME,
                    "Invalid path '"
                            + path
                            + "': The choice state's condition path references an invalid value.");
        }
    }

    private static boolean isPresent(ChoiceRule.Comparison comparison, StateScope scope) {
        return !(comparison.variable() instanceof JsonPath path) || path.find(scope).isPresent();
    }

    private static boolean compare(
            ComparisonOperator operator, JsonNode left, JsonNode right, Budget budget) {
        return switch (operator) {
            case StringEquals -> strings(left, right, order -> order == 0);
            case StringLessThan -> strings(left, right, order -> order < 0);
            case StringGreaterThan -> strings(left, right, order -> order > 0);
            case StringLessThanEquals -> strings(left, right, order -> order <= 0);
            case StringGreaterThanEquals -> strings(left, right, order -> order >= 0);
            case StringMatches ->
                    left.isTextual()
                            && right.isTextual()
                            && Wildcard.matches(right.textValue(), left.textValue(), budget);
            case NumericEquals -> numbers(left, right, order -> order == 0);
            case NumericLessThan -> numbers(left, right, order -> order < 0);
            case NumericGreaterThan -> numbers(left, right, order -> order > 0);
            case NumericLessThanEquals -> numbers(left, right, order -> order <= 0);
            case NumericGreaterThanEquals -> numbers(left, right, order -> order >= 0);
            case BooleanEquals ->
                    left.isBoolean()
                            && right.isBoolean()
                            && left.booleanValue() == right.booleanValue();
            case TimestampEquals -> timestamps(left, right, order -> order == 0);
            case TimestampLessThan -> timestamps(left, right, order -> order < 0);
            case TimestampGreaterThan -> timestamps(left, right, order -> order > 0);
            case TimestampLessThanEquals -> timestamps(left, right, order -> order <= 0);
            case TimestampGreaterThanEquals -> timestamps(left, right, order -> order >= 0);
            case IsNull -> left.isNull() == right.booleanValue();
            case IsNumeric -> left.isNumber() == right.booleanValue();
            case IsString -> left.isTextual() == right.booleanValue();
            case IsBoolean -> left.isBoolean() == right.booleanValue();
            case IsTimestamp -> timestamp(left).isPresent() == right.booleanValue();
            case IsPresent -> right.booleanValue();
        };
    }

    private static boolean strings(JsonNode left, JsonNode right, IntPredicate test) {
        return left.isTextual()
                && right.isTextual()
                && test.test(left.textValue().compareTo(right.textValue()));
    }

    private static boolean numbers(JsonNode left, JsonNode right, IntPredicate test) {
        if (!left.isNumber() || !right.isNumber()) {
            return false;
        }
        return test.test(
                left.isIntegralNumber()
                                && right.isIntegralNumber()
                                && left.canConvertToLong()
                                && right.canConvertToLong()
                        ? Long.compare(left.longValue(), right.longValue())
                        : compare(left.doubleValue(), right.doubleValue()));
    }

    /** Like Java's operators and unlike {@code Double.compare}: 0 equals -0. */
    private static int compare(double left, double right) {
        return left == right ? 0 : Double.compare(left, right);
    }

    private static boolean timestamps(JsonNode left, JsonNode right, IntPredicate test) {
        Optional<Instant> first = timestamp(left);
        Optional<Instant> second = timestamp(right);
        return first.isPresent()
                && second.isPresent()
                && test.test(first.get().compareTo(second.get()));
    }

    private static Optional<Instant> timestamp(JsonNode value) {
        return value.isTextual() ? Timestamps.parse(value.textValue()) : Optional.empty();
    }
}

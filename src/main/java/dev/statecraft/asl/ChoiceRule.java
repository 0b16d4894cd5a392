package dev.statecraft.asl;

import dev.statecraft.query.Expression;

import java.util.List;

/** When a branch of a Choice state is taken. */
public sealed interface ChoiceRule {

    record And(List<ChoiceRule> rules) implements ChoiceRule {
        public And {
            rules = List.copyOf(rules);
        }
    }

    record Or(List<ChoiceRule> rules) implements ChoiceRule {
        public Or {
            rules = List.copyOf(rules);
        }
    }

    record Not(ChoiceRule rule) implements ChoiceRule {}

    /**
     * {@code Variable}, one operator and its operand.
     *
     * @param variable a path into the input, the Context object or a variable
     * @param operand a literal, or a path for the operators that end in {@code Path}
     */
    record Comparison(
            Expression variable,
            String variableText,
            ComparisonOperator operator,
            Expression operand)
            implements ChoiceRule {}

    /** A JSONata condition; anything but a boolean fails the state. */
    record Condition(Expression expression, String text) implements ChoiceRule {}
}

package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A call of an intrinsic function such as {@code States.Format('Hi {}', $.name)}, with its arguments compiled.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">Intrinsic functions, read 2026-11</a>
 */
public final class IntrinsicCall implements Expression {
    /** How deep calls may be nested in one field. */
    public static final int MAX_NESTING = 10;

    private final String text;
    private final IntrinsicFunction function;
    private final List<Expression> arguments;

    IntrinsicCall(String text, IntrinsicFunction function, List<Expression> arguments) {
        this.text = text;
        this.function = function;
        this.arguments = List.copyOf(arguments);
    }

    /** @throws InvalidExpression if the function is unknown, or its arguments cannot be read */
    public static IntrinsicCall compile(String text) {
        return IntrinsicParser.parse(text);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        List<JsonNode> values = new ArrayList<>(arguments.size());
        for (Expression argument : arguments) {
            values.add(
                    argument instanceof JsonPath path
                            ? read(path, scope)
                            : argument.evaluate(scope));
        }
        scope.budget().spend(1);
        try {
            return function.apply(values, scope);
        } catch (QueryFailure failure) {
            throw failure.errorName().equals(QueryFailure.INTRINSIC_FAILURE)
                    ? new QueryFailure(
                            failure.errorName(),
                            "The function '"
                                    + text
                                    + "' had the following error: "
                                    + failure.causeText())
                    : failure;
        }
    }

    private JsonNode read(JsonPath path, Scope scope) {
        try {
            return path.evaluate(scope);
        } catch (QueryFailure failure) {
            throw new QueryFailure(
                    QueryFailure.INTRINSIC_FAILURE,
                    "The path '" + path.text() + "' could not be found. " + failure.causeText());
        }
    }

    /** Hands every path in the call, also in nested calls, to {@code visitor}. */
    void forEachPath(Consumer<JsonPath> visitor) {
        for (Expression argument : arguments) {
            if (argument instanceof JsonPath path) {
                visitor.accept(path);
            } else if (argument instanceof IntrinsicCall call) {
                call.forEachPath(visitor);
            }
        }
    }

    public IntrinsicFunction function() {
        return function;
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}

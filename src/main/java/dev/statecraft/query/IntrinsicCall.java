package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.intrinsics.IntrinsicFunction;
import dev.statecraft.query.intrinsics.IntrinsicParser;

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

    /** The most that a call may yield: four times what a state may hand on, since another call may take a part of it. */
    public static final int MAX_BYTES = 1_048_576;

    private final String text;
    private final IntrinsicFunction function;
    private final List<Expression> arguments;

    public IntrinsicCall(String text, IntrinsicFunction function, List<Expression> arguments) {
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
        try {
            return result(scope);
        } catch (QueryFailure failure) {
            // The whole call is named, not the inner one that failed (publicly reported, 2026-08).
            throw new QueryFailure(
                    failure.errorName(),
                    "The function '" + text + "' had the following error: " + failure.causeText());
        }
    }

    private JsonNode result(Scope scope) {
        List<JsonNode> values = new ArrayList<>(arguments.size());
        for (Expression argument : arguments) {
            values.add(
                    switch (argument) {
                        case JsonPath path -> read(path, scope);
                        case IntrinsicCall call -> call.result(scope);
                        case Literal literal -> literal.evaluate(scope);
                        case PayloadTemplate template -> template.evaluate(scope);
                        case JsonataTemplate template -> template.evaluate(scope);
                    });
        }
        scope.budget().spend(1);
        try {
            return bounded(function.apply(values, scope));
        } catch (QueryFailure failure) {
            throw new QueryFailure(
                    failure.errorName(),
                    "Invalid arguments in " + function.fullName() + ". " + failure.causeText());
        }
    }

    /** A value may be shared by many places, and be too much to write out: nothing later need look at that again. */
    private static JsonNode bounded(JsonNode result) {
        if (PayloadSize.exceeds(result, MAX_BYTES)) {
            throw new QueryFailure(
                    QueryFailure.INTRINSIC_FAILURE,
                    "The result has more than " + MAX_BYTES + " bytes, the limit of this sandbox.");
        }
        return result;
    }

    /**
     * Unlike elsewhere, an index past the end finds nothing here, and a path into the Context object is named as if it were one into
     * the input (publicly reported, 2026-08).
     */
    private static JsonNode read(JsonPath path, Scope scope) {
        if (!path.isDefinite()) {
            return path.evaluate(scope);
        }
        return path.find(scope)
                .orElseThrow(
                        () ->
                                new QueryFailure(
                                        QueryFailure.RUNTIME,
                                        "The JsonPath argument for the field '"
                                                + path.text().replaceFirst("^\\$\\$", "\\$")
                                                + "' could not be found in the input '"
                                                + scope.input()
                                                + "'"));
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

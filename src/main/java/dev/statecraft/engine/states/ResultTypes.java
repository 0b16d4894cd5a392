package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.ErrorName;
import dev.statecraft.query.Expression;
import dev.statecraft.query.JsonataTemplate;
import dev.statecraft.query.QueryFailure;
import dev.statecraft.query.jsonata.JsonataExpression;

import java.util.Locale;
import java.util.Optional;

/** Refuses results of JSONata expressions that are of another type than their field needs. */
final class ResultTypes {

    private ResultTypes() {}

    /**
     * {@code value}, which is not of the type {@code expected}, unless JSONata yielded it.
     *
     * @throws QueryFailure with the service's words if {@code expression} is JSONata
     */
    static JsonNode require(String expected, Expression expression, JsonNode value) {
        jsonata(expression)
                .ifPresent(
                        jsonata -> {
                            throw new QueryFailure(
                                            ErrorName.QUERY_EVALUATION_ERROR,
                                            "The JSONata expression '"
                                                    + jsonata.text()
                                                    + "' specified for the field '"
                                                    + jsonata.location()
                                                    + "' returned an unexpected result type."
                                                    + " Expected '"
                                                    + expected
                                                    + "', but was '"
                                                    + typeOf(value)
                                                    + "' for value: "
                                                    + value)
                                    .at(jsonata.location());
                        });
        return value;
    }

    /** A value of the right type that its field does not take: in a JSONata state that is a failed evaluation. */
    static QueryFailure refused(Expression expression, String cause) {
        return jsonata(expression)
                .map(
                        it ->
                                new QueryFailure(ErrorName.QUERY_EVALUATION_ERROR, cause)
                                        .at(it.location()))
                .orElseGet(() -> new QueryFailure(ErrorName.RUNTIME, cause));
    }

    private static Optional<JsonataExpression> jsonata(Expression expression) {
        return expression instanceof JsonataTemplate template
                ? template.expression()
                : Optional.empty();
    }

    private static String typeOf(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}

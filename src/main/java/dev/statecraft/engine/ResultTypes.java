package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.Expression;
import dev.statecraft.query.JsonataTemplate;
import dev.statecraft.query.QueryFailure;

import java.util.Locale;
import java.util.Optional;

/** Refuses results of JSONata expressions that are of another type than their field needs. */
final class ResultTypes {

    private ResultTypes() {}

    /** Fails with the service's words if {@code expression} is JSONata; otherwise does nothing. */
    static void refuse(Optional<Expression> expression, String expected, JsonNode value) {
        expression
                .filter(JsonataTemplate.class::isInstance)
                .flatMap(template -> ((JsonataTemplate) template).expression())
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
    }

    private static String typeOf(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}

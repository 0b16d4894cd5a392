package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What stands in a field of a definition and yields a JSON value when the state runs.
 *
 * <p>Values are shared, never copied: no caller may change a {@link JsonNode} that it did not make itself.
 */
public sealed interface Expression
        permits Literal, JsonPath, PayloadTemplate, IntrinsicCall, JsonataTemplate {

    /**
     * The value in {@code scope}.
     *
     * @throws QueryFailure where the service would fail the state
     */
    JsonNode evaluate(Scope scope);
}

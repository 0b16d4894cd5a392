package dev.statecraft.asl;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A definition that the service would accept.
 *
 * @param timeoutSeconds limit on the whole execution; when it passes, the status is {@code TIMED_OUT}
 * @param source the definition as JSON, as it was given
 * @see <a href="https://states-language.net/spec.html">ASL specification</a>
 */
public record StateMachine(
        Optional<String> comment,
        QueryLanguage queryLanguage,
        OptionalLong timeoutSeconds,
        States states,
        JsonNode source) {}

package dev.statecraft.asl;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * A Pass state: reshapes data and calls nothing.
 *
 * @param result taken literally as the state's result, JSONPath only; empty means the effective input
 * @see <a href="https://states-language.net/spec.html#pass-state">ASL specification, Pass State</a>
 */
public record PassState(
        String name,
        Optional<String> comment,
        DataFlow flow,
        Optional<JsonNode> result,
        Transition transition)
        implements State {}

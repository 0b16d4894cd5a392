package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * {@code $$.Map.Item}.
 *
 * @param index from 0
 * @param key only where the items are the fields of an object
 * @param source {@code STATE_DATA}, or the S3 URI that the items were read from
 */
public record MapItem(int index, JsonNode value, Optional<String> key, String source) {}

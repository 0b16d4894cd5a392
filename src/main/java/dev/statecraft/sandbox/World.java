package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What exists in a simulated account before anything runs, as data: functions and how they behave, buckets, tables,
 * queues, topics, and people who answer. Written in YAML in a scenario and in JSON on the sandbox page.
 *
 * <p>The format is described in {@code src/docs/world.md}.
 */
public record World(JsonNode source) {

    /** @throws WorldFault if {@code source} does not describe a world */
    public static World of(JsonNode source) {
        return new World(source);
    }
}

package dev.statecraft.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A side effect that happened.
 *
 * @param name such as {@code charge}
 * @param key what it is about, such as an order's id
 * @param call the number of the call that left it behind, among all calls of the run, from 1
 */
public record EffectRecord(
        Instant at,
        String name,
        Optional<String> key,
        String executionArn,
        String stateName,
        int call) {}

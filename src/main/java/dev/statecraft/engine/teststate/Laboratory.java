package dev.statecraft.engine.teststate;

import dev.statecraft.engine.tasks.TaskRuntime;

import java.time.Instant;

/**
 * Where a state is tested.
 *
 * @param runtime does the work of a Task state that has no mock
 * @param seed of all randomness in the test
 */
public record Laboratory(
        String region, String accountId, Instant now, long seed, TaskRuntime runtime) {}

package dev.statecraft.sandbox;

import dev.statecraft.sandbox.recorded.MockedTasks;
import dev.statecraft.sandbox.stores.Stores;
import dev.statecraft.sandbox.world.World;

/**
 * What an execution that was started from outside finds around it.
 *
 * @param world what exists in the account
 * @param stores what the account keeps beyond this execution
 * @param mocks answers in place of services
 * @param directory other state machines, and activities
 */
public record Surroundings(World world, Stores stores, MockedTasks mocks, Directory directory) {}

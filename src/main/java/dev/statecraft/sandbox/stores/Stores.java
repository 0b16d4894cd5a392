package dev.statecraft.sandbox.stores;

import dev.statecraft.sandbox.world.World;

import java.time.InstantSource;

/** What an account keeps beyond a single execution: objects, items and messages. */
public record Stores(Buckets buckets, Tables tables, Messages messages) {

    /** The stores of {@code world}, before anything ran; {@code clock} dates what is written to them. */
    public static Stores of(World world, InstantSource clock) {
        return new Stores(new Buckets(world, clock), new Tables(world), new Messages());
    }
}

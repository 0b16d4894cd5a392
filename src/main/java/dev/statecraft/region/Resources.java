package dev.statecraft.region;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.sandbox.stores.Stores;
import dev.statecraft.sandbox.world.World;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the account's state machines call: functions, queues, topics, event buses, buckets and tables. Made from outside, one by one. */
public final class Resources {
    private final Stores stores;
    private final Queues queues;
    private volatile World world;

    Resources(InstantSource clock) {
        world = World.of(JsonNodeFactory.instance.objectNode());
        stores = Stores.of(world, clock);
        queues = new Queues(stores.messages());
    }

    /** The queues as their consumers see them. */
    public Queues queues() {
        return queues;
    }

    /** What exists now. */
    public World world() {
        return world;
    }

    /** What is kept in buckets, tables and queues. */
    public Stores stores() {
        return stores;
    }

    public synchronized void put(World.Function function) {
        Map<String, World.Function> functions = new LinkedHashMap<>(world.functions());
        functions.put(function.name(), function);
        world =
                new World(
                        functions,
                        world.buckets(),
                        world.tables(),
                        world.queues(),
                        world.topics(),
                        world.eventBuses(),
                        world.people(),
                        world.stateMachines(),
                        world.activities(),
                        world.endpoints(),
                        world.source());
    }

    /** False if there was no function of that name. */
    public synchronized boolean deleteFunction(String name) {
        Map<String, World.Function> functions = new LinkedHashMap<>(world.functions());
        boolean existed = functions.remove(name) != null;
        world =
                new World(
                        functions,
                        world.buckets(),
                        world.tables(),
                        world.queues(),
                        world.topics(),
                        world.eventBuses(),
                        world.people(),
                        world.stateMachines(),
                        world.activities(),
                        world.endpoints(),
                        world.source());
        return existed;
    }

    public synchronized void addQueue(String name) {
        world = with(added(world.queues(), name), world.topics(), world.eventBuses());
    }

    public synchronized void addTopic(String name) {
        world = with(world.queues(), added(world.topics(), name), world.eventBuses());
    }

    public synchronized void addEventBus(String name) {
        world = with(world.queues(), world.topics(), added(world.eventBuses(), name));
    }

    private World with(List<String> queues, List<String> topics, List<String> buses) {
        return new World(
                world.functions(),
                world.buckets(),
                world.tables(),
                queues,
                topics,
                buses,
                world.people(),
                world.stateMachines(),
                world.activities(),
                world.endpoints(),
                world.source());
    }

    private static List<String> added(List<String> names, String name) {
        List<String> all = new ArrayList<>(names);
        if (!all.contains(name)) {
            all.add(name);
        }
        return List.copyOf(all);
    }
}

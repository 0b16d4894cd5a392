package dev.statecraft.sandbox.stores;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.sandbox.world.World;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account's DynamoDB tables; items are held in DynamoDB's typed notation. Safe for several executions at once. */
public final class Tables {
    private final Map<String, World.Table> definitions = new LinkedHashMap<>();
    private final Map<String, Map<String, JsonNode>> items = new LinkedHashMap<>();

    Tables(World world) {
        world.tables().forEach(this::create);
    }

    /** Makes a table with its first items; false if there is one of that name. */
    public final synchronized boolean create(String name, World.Table table) {
        if (definitions.putIfAbsent(name, table) != null) {
            return false;
        }
        items.put(name, new LinkedHashMap<>());
        table.items().forEach(item -> put(name, item));
        return true;
    }

    public synchronized List<String> names() {
        return List.copyOf(definitions.keySet());
    }

    public synchronized boolean has(String table) {
        return definitions.containsKey(table);
    }

    /** True if {@code item} has all key attributes of {@code table}. */
    public synchronized boolean hasKey(String table, JsonNode item) {
        return definitions.get(table).keys().stream().allMatch(item::has);
    }

    public synchronized void put(String table, JsonNode item) {
        items.get(table).put(keyOf(table, item), item);
    }

    public synchronized Optional<JsonNode> get(String table, JsonNode key) {
        return Optional.ofNullable(items.get(table).get(keyOf(table, key)));
    }

    public synchronized Optional<JsonNode> delete(String table, JsonNode key) {
        return Optional.ofNullable(items.get(table).remove(keyOf(table, key)));
    }

    /** The items of a table, in the order in which they came. */
    public synchronized List<JsonNode> items(String table) {
        return List.copyOf(items.get(table).values());
    }

    private String keyOf(String table, JsonNode item) {
        StringBuilder key = new StringBuilder();
        definitions.get(table).keys().forEach(name -> key.append(item.path(name)).append('\u0000'));
        return key.toString();
    }
}

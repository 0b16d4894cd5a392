package dev.statecraft.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.DistributedMap;
import dev.statecraft.asl.DistributedMap.ItemBatcher;
import dev.statecraft.asl.MapState;
import dev.statecraft.engine.states.MapItem;
import dev.statecraft.engine.states.NumberFields;
import dev.statecraft.engine.states.PayloadSize;
import dev.statecraft.engine.states.StateScope;

import java.util.ArrayList;
import java.util.List;

/** Makes the inputs of a Map Run's children: one for each item, or one for each batch. */
final class ItemBatches {

    private ItemBatches() {}

    static List<JsonNode> of(
            MapState state, DistributedMap distributed, List<MapItem> items, StateScope scope) {
        List<JsonNode> selected = items.stream().map(item -> selected(state, item, scope)).toList();
        return distributed
                .itemBatcher()
                .map(batcher -> batches(batcher, selected, scope))
                .orElse(selected);
    }

    private static JsonNode selected(MapState state, MapItem item, StateScope scope) {
        return state.itemSelector()
                .map(it -> it.evaluate(scope.withItem(item)))
                .orElse(item.value());
    }

    private static List<JsonNode> batches(
            ItemBatcher batcher, List<JsonNode> items, StateScope scope) {
        long maxItems = NumberFields.count(batcher.maxItemsPerBatch(), "MaxItemsPerBatch", scope);
        long maxBytes =
                NumberFields.count(batcher.maxInputBytesPerBatch(), "MaxInputBytesPerBatch", scope);
        List<JsonNode> batches = new ArrayList<>();
        ObjectNode batch = newBatch(batcher, scope);
        for (JsonNode item : items) {
            ArrayNode in = (ArrayNode) batch.get("Items");
            in.add(item);
            boolean tooLarge =
                    maxBytes > 0
                            && PayloadSize.exceeds(
                                    batch, Math.toIntExact(Math.min(maxBytes, Integer.MAX_VALUE)));
            if (tooLarge && in.size() > 1) {
                in.remove(in.size() - 1);
                batches.add(batch);
                batch = newBatch(batcher, scope);
                ((ArrayNode) batch.get("Items")).add(item);
            }
            if (maxItems > 0 && batch.get("Items").size() >= maxItems) {
                batches.add(batch);
                batch = newBatch(batcher, scope);
            }
        }
        if (!batch.get("Items").isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static ObjectNode newBatch(ItemBatcher batcher, StateScope scope) {
        ObjectNode batch = JsonNodeFactory.instance.objectNode();
        batcher.batchInput().ifPresent(it -> batch.set("BatchInput", it.evaluate(scope)));
        batch.putArray("Items");
        return batch;
    }
}

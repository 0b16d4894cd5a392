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
import dev.statecraft.engine.states.StateScope;
import dev.statecraft.query.PayloadSize;

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
        ObjectNode empty = emptyBatch(batcher, scope);
        List<JsonNode> batches = new ArrayList<>();
        ArrayNode batch = JsonNodeFactory.instance.arrayNode();
        // Kept up to date: to measure each batch anew with each item takes the square of their
        // number.
        long emptyBytes = maxBytes > 0 ? PayloadSize.of(empty) : 0;
        long bytes = emptyBytes;
        for (JsonNode item : items) {
            long more = maxBytes > 0 ? PayloadSize.of(item) + 1 : 0;
            // The last item has no comma after it.
            boolean isFull = maxItems > 0 && batch.size() >= maxItems;
            boolean wouldBeTooLarge = maxBytes > 0 && bytes + more - 1 > maxBytes;
            if (!batch.isEmpty() && (isFull || wouldBeTooLarge)) {
                batches.add(filled(empty, batch));
                batch = JsonNodeFactory.instance.arrayNode();
                bytes = emptyBytes;
            }
            batch.add(item);
            bytes += more;
        }
        if (!batch.isEmpty()) {
            batches.add(filled(empty, batch));
        }
        return batches;
    }

    private static ObjectNode filled(ObjectNode empty, ArrayNode items) {
        ObjectNode batch = JsonNodeFactory.instance.objectNode();
        batch.setAll(empty);
        batch.set("Items", items);
        return batch;
    }

    private static ObjectNode emptyBatch(ItemBatcher batcher, StateScope scope) {
        ObjectNode batch = JsonNodeFactory.instance.objectNode();
        batcher.batchInput().ifPresent(it -> batch.set("BatchInput", it.evaluate(scope)));
        batch.putArray("Items");
        return batch;
    }
}

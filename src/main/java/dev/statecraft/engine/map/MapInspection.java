package dev.statecraft.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;

import dev.statecraft.asl.DistributedMap;
import dev.statecraft.asl.DistributedMap.ItemReader;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.engine.Failure;
import dev.statecraft.engine.states.Inspection;
import dev.statecraft.engine.states.MapEntry;
import dev.statecraft.engine.states.MapItem;
import dev.statecraft.engine.states.NumberFields;
import dev.statecraft.engine.states.StateScope;
import dev.statecraft.query.Expression;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a Map state that is tested by itself does before its iterations would begin. */
public final class MapInspection {
    private final MapState map;
    private final StateScope scope;
    private final Inspection inspection;

    /** @param scope where {@code $} is the effective input */
    public MapInspection(MapState map, StateScope scope, Inspection inspection) {
        this.map = map;
        this.scope = scope;
        this.inspection = inspection;
    }

    /**
     * Notes what the fields yield, in the order in which they are applied.
     *
     * @param readerData what an ItemReader would find
     * @return how many items there are, if that is known
     */
    public OptionalInt note(Optional<String> readerData) {
        Optional<ItemReader> reader = map.distributed().flatMap(DistributedMap::itemReader);
        Optional<List<MapItem>> items =
                reader.isPresent()
                        ? readerData.map(data -> read(reader.get(), data))
                        : Optional.of(ofInput());
        items.ifPresent(this::noteItems);
        noteLimits();
        return items.map(it -> OptionalInt.of(it.size())).orElse(OptionalInt.empty());
    }

    private List<MapItem> read(ItemReader reader, String data) {
        List<MapItem> items = ItemReading.given(reader, data, scope);
        if (reader.readerConfig().has("ItemsPointer")) {
            inspection.note(
                    "afterItemsPointer", listed(items.stream().map(MapItem::value).toList()));
        }
        return items;
    }

    private List<MapItem> ofInput() {
        List<MapItem> items =
                map.distributed().isPresent()
                        ? MapItems.ofInput(map, scope)
                        : MapItems.ofArray(MapEntry.items(map, scope), MapItems.STATE_DATA);
        if (map.flow().queryLanguage() == QueryLanguage.JSONPath) {
            inspection.note("afterItemsPath", MapEntry.itemsAsGiven(map, scope));
        }
        return items;
    }

    private void noteItems(List<MapItem> items) {
        if (map.itemSelector().isPresent()) {
            Expression selector = map.itemSelector().get();
            inspection.note(
                    "afterItemSelector",
                    listed(
                            items.stream()
                                    .map(item -> selector.evaluate(scope.withItem(item)))
                                    .toList()));
        }
        map.distributed()
                .filter(it -> it.itemBatcher().isPresent())
                .ifPresent(
                        it ->
                                inspection.note(
                                        "afterItemBatcher",
                                        listed(ItemBatches.of(map, it, items, scope))));
    }

    private void noteLimits() {
        inspection.note(
                "maxConcurrency",
                LongNode.valueOf(
                        NumberFields.count(map.maxConcurrency(), "MaxConcurrency", scope)));
        if (map.distributed().isEmpty()) {
            return;
        }
        DistributedMap distributed = map.distributed().get();
        if (distributed.toleratedFailureCount().isPresent()) {
            inspection.note(
                    "toleratedFailureCount",
                    LongNode.valueOf(
                            NumberFields.count(
                                    distributed.toleratedFailureCount(),
                                    "ToleratedFailureCount",
                                    scope)));
        }
        if (distributed.toleratedFailurePercentage().isPresent()) {
            inspection.note(
                    "toleratedFailurePercentage",
                    JsonNodeFactory.instance.numberNode(
                            NumberFields.percentage(
                                    distributed.toleratedFailurePercentage(),
                                    "ToleratedFailurePercentage",
                                    scope)));
        }
    }

    private static ArrayNode listed(List<JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    /** A state that says nothing about tolerance is not failed by failed iterations (recorded 2025-11). */
    public Optional<Failure> exceeded(int failures, OptionalInt items) {
        Optional<DistributedMap> distributed =
                map.distributed()
                        .filter(
                                it ->
                                        it.toleratedFailureCount().isPresent()
                                                || it.toleratedFailurePercentage().isPresent());
        return distributed
                        .map(it -> ToleratedFailures.of(it, scope))
                        .filter(it -> it.isExceededBy(failures, items.orElse(failures)))
                        .isPresent()
                ? Optional.of(MapRun.toleranceExceeded())
                : Optional.empty();
    }
}

package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.statecraft.asl.MapState;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.engine.ErrorName;
import dev.statecraft.query.QueryFailure;

/** What a Map state does when it is entered: finds its items. */
public final class MapEntry {

    private MapEntry() {}

    static Step enter(MapState map, StateScope scope) {
        StateScope effective = Interpreter.processing(map.flow()).inputOf(scope);
        if (map.distributed().isPresent()) {
            return new Step.StartMapRun(effective.input());
        }
        long maxConcurrency = NumberFields.count(map.maxConcurrency(), "MaxConcurrency", effective);
        ArrayNode items = items(map, effective);
        scope.notedBetween("afterItemsPath", items);
        return new Step.Iterate(items, effective.input(), maxConcurrency);
    }

    /** What ItemsPath or Items yields, whatever it is. */
    public static JsonNode itemsAsGiven(MapState map, StateScope scope) {
        return map.items().map(it -> it.evaluate(scope)).orElse(scope.input());
    }

    public static ArrayNode items(MapState map, StateScope scope) {
        JsonNode items = itemsAsGiven(map, scope);
        if (items instanceof ArrayNode array) {
            return array;
        }
        map.items().ifPresent(it -> ResultTypes.require("array", it, items));
        throw new QueryFailure(
                map.flow().queryLanguage() == QueryLanguage.JSONata
                        ? ErrorName.QUERY_EVALUATION_ERROR
                        : ErrorName.RUNTIME,
                "Map state input must be an array but was: " + items);
    }
}

package dev.statecraft.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.MapState;
import dev.statecraft.engine.states.MapEntry;
import dev.statecraft.engine.states.MapItem;
import dev.statecraft.engine.states.StateScope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of a Map, with what the Context object says about each. */
final class MapItems {
    static final String STATE_DATA = "STATE_DATA";

    private MapItems() {}

    /** Items of the state's own data: an array, or the fields of an object. */
    static List<MapItem> ofInput(MapState map, StateScope scope) {
        JsonNode items = map.items().map(it -> it.evaluate(scope)).orElse(scope.input());
        return items instanceof ObjectNode object
                ? ofObject(object, STATE_DATA)
                : ofArray(MapEntry.items(map, scope), STATE_DATA);
    }

    static List<MapItem> ofArray(ArrayNode array, String source) {
        List<MapItem> items = new ArrayList<>(array.size());
        for (JsonNode value : array) {
            items.add(new MapItem(items.size(), value, Optional.empty(), source));
        }
        return items;
    }

    static List<MapItem> ofObject(ObjectNode object, String source) {
        List<MapItem> items = new ArrayList<>(object.size());
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            items.add(
                    new MapItem(
                            items.size(), field.getValue(), Optional.of(field.getKey()), source));
        }
        return items;
    }

    static List<MapItem> ofValues(List<? extends JsonNode> values, String source) {
        List<MapItem> items = new ArrayList<>(values.size());
        for (JsonNode value : values) {
            items.add(new MapItem(items.size(), value, Optional.empty(), source));
        }
        return items;
    }
}

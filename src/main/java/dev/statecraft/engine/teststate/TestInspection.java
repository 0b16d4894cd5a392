package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.states.Inspection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Watches the processing of a single state that is being tested, and may show it another Context object. */
final class TestInspection implements Inspection {
    private final Optional<ObjectNode> context;
    private final Map<String, JsonNode> stages = new LinkedHashMap<>();

    /** @param context what {@code $$} shows in place of the real thing */
    TestInspection(Optional<ObjectNode> context) {
        this.context = context;
    }

    @Override
    public void note(String stage, JsonNode value) {
        stages.put(stage, value);
    }

    @Override
    public void noteBetween(String stage, JsonNode value) {
        // The API tells of its own stages only.
    }

    /** A made-up Context object hides the real one, but for the item of a Map, which nobody can make up. */
    @Override
    public JsonNode context(JsonNode real) {
        if (context.isEmpty() || !real.has("Map")) {
            return context.isEmpty() ? real : context.get();
        }
        ObjectNode shown = context.get().deepCopy();
        return shown.set("Map", real.get("Map"));
    }

    /** What came out of each stage, by the names of the API's {@code inspectionData}. */
    Map<String, JsonNode> stages() {
        return stages;
    }
}

package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Watches the processing of a single state that is being tested, and may show it another Context object. */
final class Inspection {
    private final Optional<JsonNode> context;
    private final Map<String, JsonNode> stages = new LinkedHashMap<>();

    /** @param context what {@code $$} shows in place of the real thing */
    Inspection(Optional<JsonNode> context) {
        this.context = context;
    }

    void note(String stage, JsonNode value) {
        stages.put(stage, value);
    }

    JsonNode context(JsonNode real) {
        return context.orElse(real);
    }

    /** What came out of each stage, by the names of the API's {@code inspectionData}. */
    Map<String, JsonNode> stages() {
        return stages;
    }
}

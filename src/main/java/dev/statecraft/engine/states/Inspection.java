package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

/** Watches the processing of a state, stage by stage. */
public interface Inspection {

    /** A stage that the API's {@code inspectionData} names has yielded {@code value}. */
    void note(String stage, JsonNode value);

    /** Something between those stages has yielded {@code value}: the result of the work, the error that is caught. */
    void noteBetween(String stage, JsonNode value);

    /** What {@code $$} shows in place of the real Context object. */
    JsonNode context(JsonNode real);
}

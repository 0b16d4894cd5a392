package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.history.HistoryJson;

import java.math.BigDecimal;
import java.time.Instant;

/** Small pieces of JSON answers. */
final class Answers {

    private Answers() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A moment as AWS's JSON protocols write it. */
    static BigDecimal date(Instant instant) {
        return HistoryJson.seconds(instant);
    }
}

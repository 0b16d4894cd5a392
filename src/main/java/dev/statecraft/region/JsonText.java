package dev.statecraft.region;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON that a caller wrote: an input, an output. */
public final class JsonText {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonText() {}

    /** @throws Invalid if {@code text} is not one JSON value; its message is the one that the service shows */
    public static JsonNode parse(String text) throws Invalid {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new Invalid("Invalid execution input.");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Invalid(String.valueOf(e.getOriginalMessage()));
        }
    }

    /** The text is not one JSON value. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}

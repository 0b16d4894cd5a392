package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;

/** Measures a payload as the service does: bytes of UTF-8 of its compact JSON text. */
public final class PayloadSize {

    /** The service's own JSON library reads nothing that is nested deeper. */
    private static final int MAX_NESTING = 1_000;

    private PayloadSize() {}

    /**
     * True if {@code value} has more than {@code limit} bytes; stops counting there.
     *
     * @throws QueryFailure if it is nested so deeply that nobody could read it
     */
    public static boolean exceeds(JsonNode value, long limit) {
        return remaining(value, limit, 0) < 0;
    }

    /** How many bytes {@code value} has. */
    public static long of(JsonNode value) {
        return Long.MAX_VALUE - remaining(value, Long.MAX_VALUE, 0);
    }

    private static long remaining(JsonNode value, long left, int depth) {
        if (depth > MAX_NESTING) {
            throw new QueryFailure(
                    QueryFailure.RUNTIME, "The data is nested more than " + MAX_NESTING + " deep.");
        }
        return switch (value.getNodeType()) {
            case OBJECT -> ofObject(value, left, depth);
            case ARRAY -> ofArray(value, left, depth);
            case STRING -> left - quoted(value.textValue());
            case BOOLEAN -> left - (value.booleanValue() ? 4 : 5);
            case NULL -> left - 4;
            case NUMBER -> left - value.asText().length();
            case BINARY, MISSING, POJO -> left;
        };
    }

    private static long ofObject(JsonNode object, long left, int depth) {
        long rest = left - 1 - Math.max(1, object.size());
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            rest = remaining(field.getValue(), rest - quoted(field.getKey()) - 1, depth + 1);
            if (rest < 0) {
                return rest;
            }
        }
        return rest;
    }

    private static long ofArray(JsonNode array, long left, int depth) {
        long rest = left - 1 - Math.max(1, array.size());
        for (JsonNode element : array) {
            rest = remaining(element, rest, depth + 1);
            if (rest < 0) {
                return rest;
            }
        }
        return rest;
    }

    private static long quoted(String text) {
        long bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            bytes += bytesOf(text.charAt(i));
        }
        return bytes;
    }

    private static int bytesOf(char c) {
        if (c < 0x20) {
            return c == '\n' || c == '\r' || c == '\t' || c == '\b' || c == '\f' ? 2 : 6;
        }
        if (c < 0x80) {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        // A surrogate is half of a character of four bytes.
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}

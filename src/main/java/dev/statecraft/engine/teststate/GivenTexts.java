package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The JSON texts of a request, and how the caller spaced them: the service hands on a value, or a part of it, as it was written
 * (recorded 2025-11), and writes compactly only what it builds itself.
 */
final class GivenTexts {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Map<JsonNode, String> texts = new IdentityHashMap<>();

    /** @param fault makes a refusal of what is wrong with {@code text}, if it is not JSON */
    JsonNode read(String text, Function<String, Refused> fault) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonNode root = JSON.readTree(text);
            if (root.isMissingNode()) {
                throw fault.apply("The text is empty.");
            }
            parser.nextToken();
            remember(root, parser, text);
            return root;
        } catch (JsonProcessingException e) {
            throw fault.apply(String.valueOf(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parser stands at the first token of {@code node}, and afterwards at its last. */
    private void remember(JsonNode node, JsonParser parser, String text) throws IOException {
        int start = offset(parser);
        if (node.isObject()) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                JsonNode child = node.path(parser.currentName());
                parser.nextToken();
                remember(child, parser, text);
            }
        } else if (node.isArray()) {
            for (JsonNode child : node) {
                parser.nextToken();
                remember(child, parser, text);
            }
            parser.nextToken();
        } else {
            return; // Numbers and texts may be shared between places, and have no spaces to keep.
        }
        texts.put(node, text.substring(start, offset(parser) + 1));
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** The value as the service writes it. */
    String of(JsonNode value) {
        String given = texts.get(value);
        return given != null ? given : value.toString();
    }
}

package dev.statecraft.query.intrinsics;

import static dev.statecraft.query.intrinsics.IntrinsicArguments.failure;
import static dev.statecraft.query.intrinsics.IntrinsicArguments.object;
import static dev.statecraft.query.intrinsics.IntrinsicArguments.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.List;

/** The intrinsic functions on JSON. */
final class JsonFunctions {
    private static final ObjectReader READER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    private JsonFunctions() {}

    static JsonNode merge(List<JsonNode> arguments) {
        if (!arguments.get(2).isBoolean() || arguments.get(2).booleanValue()) {
            throw failure("The third argument must be false: only shallow merging is supported.");
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.setAll(object(arguments, 0));
        merged.setAll(object(arguments, 1));
        return merged;
    }

    static JsonNode parse(List<JsonNode> arguments) {
        String text = text(arguments, 0);
        if (text.isBlank()) {
            return NullNode.instance;
        }
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException e) {
            throw failure("The argument is not valid JSON: " + e.getOriginalMessage());
        }
    }

    static JsonNode write(List<JsonNode> arguments) {
        return TextNode.valueOf(arguments.getFirst().toString());
    }
}

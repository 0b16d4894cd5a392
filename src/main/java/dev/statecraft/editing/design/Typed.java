package dev.statecraft.editing.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.asl.ComparisonOperator;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person typed into a field of a form, as the JSON that it stands for. */
sealed interface Typed {

    record Value(JsonNode json) implements Typed {}

    /** Nothing was typed: the field goes. */
    record Nothing() implements Typed {}

    record Unreadable(String problem) implements Typed {}

    ObjectMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    static Typed read(Input input, String text) {
        if (text.isBlank()) {
            return new Nothing();
        }
        return switch (input) {
            case TEXT, CHOICE -> new Value(TextNode.valueOf(text));
            case PATH ->
                    new Value(
                            text.strip().equals("null")
                                    ? NullNode.getInstance()
                                    : TextNode.valueOf(text.strip()));
            case NUMBER -> new Value(numberOr(text.strip()));
            case FLAG -> text.equals("true") ? new Value(BooleanNode.TRUE) : new Nothing();
            case NAMES -> new Value(names(text));
            case JSON -> json(text);
        };
    }

    /** The other side of a comparison, in the type that its operator compares. */
    static JsonNode operand(String operator, String text) {
        Optional<ComparisonOperator> known = ComparisonOperator.ofField(operator);
        boolean isPath = operator.endsWith("Path");
        if (!isPath
                && (operator.startsWith("Is")
                        || known.filter(it -> it == ComparisonOperator.BooleanEquals)
                                .isPresent())) {
            return BooleanNode.valueOf(!text.strip().equals("false"));
        }
        return !isPath && operator.startsWith("Numeric")
                ? numberOr(text.strip())
                : TextNode.valueOf(text);
    }

    /** The other side of a comparison whose operator has changed: what was there, or a first value that the operator takes. */
    static JsonNode suited(String operator, String text) {
        if (operator.endsWith("Path")) {
            return TextNode.valueOf(text.startsWith("$") ? text : "$.other");
        }
        if (operator.startsWith("Timestamp")) {
            return TextNode.valueOf(isMoment(text) ? text : "2030-01-01T00:00:00Z");
        }
        JsonNode operand = operand(operator, text);
        boolean isNoNumber = operator.startsWith("Numeric") && !operand.isNumber();
        return isNoNumber ? IntNode.valueOf(0) : operand;
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** What is no number stays as it was typed: the definition's own rules say what is wrong with it. */
    private static JsonNode numberOr(String text) {
        try {
            JsonNode node = STRICT.readTree(text);
            return node.isNumber() ? node : TextNode.valueOf(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static ArrayNode names(String text) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        Stream.of(text.split("[,\\n]"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .forEach(names::add);
        return names;
    }

    private static Typed json(String text) {
        if (text.strip().startsWith("{%")) {
            return new Value(TextNode.valueOf(text.strip()));
        }
        try {
            return new Value(STRICT.readTree(text));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where =
                    at == null
                            ? ""
                            : " It breaks at line %d, column %d."
                                    .formatted(at.getLineNr(), at.getColumnNr());
            return new Unreadable(
                    "This is not JSON yet, so the definition keeps what it had." + where);
        }
    }
}

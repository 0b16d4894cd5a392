package dev.statecraft.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.Optional;

/**
 * JSON that somebody typed: what it holds, or what is wrong with it.
 *
 * @param json empty if it cannot be read
 * @param problem in a sentence for the learner; empty if there is none
 */
public record JsonText(Optional<JsonNode> json, String problem) {
    private static final ObjectReader READER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                    .build()
                    .reader();

    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer(printer());

    private static DefaultPrettyPrinter printer() {
        var printer =
                new DefaultPrettyPrinter()
                        .withSeparators(
                                Separators.createDefaultInstance()
                                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        var indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    /** As people write it: indented, with a space after each colon. */
    public static String pretty(JsonNode json) {
        try {
            return WRITER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written", e);
        }
    }

    /** @param what begins the sentence, such as {@code The input} */
    public static JsonText read(String what, String text) {
        if (text == null || text.isBlank()) {
            return new JsonText(Optional.empty(), what + " is empty. Write JSON, such as {}.");
        }
        try {
            JsonNode json = READER.readTree(text);
            return json.isMissingNode()
                    ? new JsonText(Optional.empty(), what + " is empty. Write JSON, such as {}.")
                    : new JsonText(Optional.of(json), "");
        } catch (JsonProcessingException e) {
            return new JsonText(
                    Optional.empty(),
                    new JsonPlaces(text).complaint(what).orElseGet(() -> refusal(what, e)));
        }
    }

    /** What only the library refuses, such as a number that is too long. */
    private static String refusal(String what, JsonProcessingException e) {
        var place = e.getLocation();
        String where =
                place == null
                        ? ""
                        : " Line " + place.getLineNr() + ", column " + place.getColumnNr() + ":";
        return what + " is not JSON that can be read." + where + " " + e.getOriginalMessage() + ".";
    }

    /** The same, with {@code otherwise} in place of an empty text. */
    public static JsonText read(String what, String text, String otherwise) {
        return read(what, text == null || text.isBlank() ? otherwise : text);
    }
}

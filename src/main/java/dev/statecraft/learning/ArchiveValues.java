package dev.statecraft.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.content.Concept;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a column of an exported file may hold. The digest of a file can be made again by whoever changes it; so each value is looked at
 * before it comes in, and no page has to fear what lies in the database.
 */
final class ArchiveValues {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000_000;
    private static final int MOST_DAYS = 10_000_000;
    private static final Set<String> SIGNALS = Set.of("SUCCEED", "FAIL", "TIME", "STOP", "REDRIVE");

    private static final Predicate<JsonNode> NAME =
            it -> it.isTextual() && it.textValue().length() <= LONGEST_NAME;
    private static final Predicate<JsonNode> TEXT =
            it -> it.isTextual() && it.textValue().length() <= LONGEST_TEXT;
    private static final Predicate<JsonNode> DOCUMENT = TEXT.and(ArchiveValues::isJson);
    private static final Predicate<JsonNode> MOMENT = ArchiveValues::isMoment;
    private static final Predicate<JsonNode> COUNT =
            it -> it.isIntegralNumber() && it.canConvertToInt() && it.intValue() >= 0;
    private static final Predicate<JsonNode> FLAG = COUNT.and(it -> it.intValue() <= 1);
    private static final Predicate<JsonNode> NOTHING = JsonNode::isNull;

    private static final Map<String, Predicate<JsonNode>> RULES =
            Map.ofEntries(
                    Map.entry("definition", TEXT),
                    Map.entry("run.input", DOCUMENT),
                    Map.entry("run.world", DOCUMENT),
                    Map.entry("run.faults", DOCUMENT),
                    Map.entry("run.answers", DOCUMENT),
                    Map.entry("run.mocks", DOCUMENT),
                    Map.entry("run.substitutes", DOCUMENT.and(ArchiveValues::isByEvent)),
                    Map.entry("parent", NOTHING.or(it -> it.asText().matches("[0-9a-f]{1,64}"))),
                    Map.entry("parent_event", COUNT),
                    Map.entry("changed", TEXT),
                    Map.entry("input", TEXT),
                    Map.entry("world", TEXT),
                    Map.entry("faults", TEXT),
                    Map.entry("mocks", TEXT),
                    Map.entry("payload", TEXT.or(NOTHING)),
                    Map.entry("token", TEXT.or(NOTHING)),
                    Map.entry("kind", it -> SIGNALS.contains(it.asText())),
                    Map.entry("mode", it -> PracticeMode.of(it.asText()).isPresent()),
                    Map.entry(
                            "about",
                            it -> it.asText().isEmpty() || Concept.of(it.asText()).isPresent()),
                    Map.entry("concept", it -> Concept.of(it.asText()).isPresent()),
                    Map.entry("seed", JsonNode::isIntegralNumber),
                    Map.entry("seq", COUNT),
                    Map.entry("place", COUNT.or(NAME)),
                    Map.entry("number", COUNT),
                    Map.entry("reviews", COUNT),
                    Map.entry("lapses", COUNT),
                    Map.entry("event_count", COUNT),
                    Map.entry("scenario_version", COUNT),
                    Map.entry("passed", FLAG),
                    Map.entry("correct", FLAG),
                    Map.entry("flagged", FLAG),
                    Map.entry("recalled", FLAG),
                    Map.entry("confidence", COUNT.and(it -> it.intValue() <= 3)),
                    Map.entry("stability", it -> isWithin(it, Double.MIN_VALUE, MOST_DAYS)),
                    Map.entry("difficulty", it -> isWithin(it, 1, 10)),
                    Map.entry("expected", it -> isWithin(it, 0, 1)),
                    Map.entry("ends_at", MOMENT.or(NOTHING)),
                    Map.entry("finished_at", MOMENT.or(NOTHING)),
                    Map.entry("answered_at", MOMENT.or(NOTHING)),
                    Map.entry("started_at", MOMENT),
                    Map.entry("submitted_at", MOMENT),
                    Map.entry("saved_at", MOMENT),
                    Map.entry("given_at", MOMENT),
                    Map.entry("reviewed_at", MOMENT),
                    Map.entry("due_at", MOMENT),
                    Map.entry("set_at", MOMENT),
                    Map.entry("exam_on", ArchiveValues::isDay),
                    Map.entry("scenario", NAME.or(NOTHING)));

    private ArchiveValues() {}

    /** Columns without a rule of their own hold a short name. */
    static boolean accepts(String table, String column, JsonNode value) {
        Predicate<JsonNode> general = RULES.getOrDefault(column, NAME);
        return RULES.getOrDefault(table + "." + column, general).test(value);
    }

    private static boolean isWithin(JsonNode value, double least, double most) {
        return value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most;
    }

    private static boolean isMoment(JsonNode value) {
        try {
            return value.isTextual() && Instant.parse(value.textValue()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDay(JsonNode value) {
        try {
            return value.asText().matches("20\\d\\d-\\d\\d-\\d\\d")
                    && LocalDate.parse(value.asText()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isByEvent(JsonNode value) {
        try {
            JsonNode byEvent = JSON.readTree(value.textValue());
            return byEvent.isObject()
                    && byEvent.properties().stream()
                            .allMatch(it -> it.getKey().matches("[0-9]{1,9}"));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isJson(JsonNode value) {
        try {
            return value.textValue().isEmpty() || JSON.readTree(value.textValue()) != null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}

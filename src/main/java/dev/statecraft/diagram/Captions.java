package dev.statecraft.diagram;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.FailState;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.PassState;
import dev.statecraft.asl.State;
import dev.statecraft.asl.SucceedState;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.WaitState;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one quiet line under a state's name.
 *
 * <p>Taken from the definition's own JSON: what a path or an expression looks like, the compiled state need not know.
 */
public final class Captions {

    private Captions() {}

    static String of(State state, JsonNode source) {
        return switch (state) {
            case TaskState task -> ResourceWords.of(task.resource(), functionName(source));
            case PassState pass -> pass.result().isPresent() ? "fixed result" : "reshapes data";
            case ChoiceState choice -> counted(choice.choices().size(), "rule", "rules");
            case WaitState wait -> waiting(source);
            case SucceedState succeed -> "ends well";
            case FailState fail -> first(source, "Error", "ErrorPath").orElse("ends with an error");
            case ParallelState parallel ->
                    counted(parallel.branches().size(), "branch", "branches");
            case MapState map -> each(map, source);
        };
    }

    /** The function that an optimised Lambda task calls, if the definition names it. */
    private static String functionName(JsonNode source) {
        return Stream.of("Parameters", "Arguments")
                .map(field -> source.path(field).path("FunctionName").asText(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String waiting(JsonNode source) {
        JsonNode seconds = source.path("Seconds");
        if (seconds.canConvertToLong()) {
            return Durations.words(seconds.longValue());
        }
        return first(source, "Seconds", "SecondsPath")
                .map(text -> text + " seconds")
                .or(() -> first(source, "Timestamp", "TimestampPath").map(text -> "until " + text))
                .orElse("");
    }

    private static String each(MapState map, JsonNode source) {
        String items =
                first(source, "ItemsPath", "Items").filter(s -> !s.equals("$")).orElse("item");
        String each =
                (map.distributed().isPresent() ? "distributed, each of " : "each of ") + items;
        String concurrency = first(source, "MaxConcurrency", "MaxConcurrencyPath").orElse("0");
        return concurrency.equals("0") ? each : each + ", " + concurrency + " at a time";
    }

    private static Optional<String> first(JsonNode source, String... fields) {
        return Stream.of(fields)
                .map(source::path)
                .filter(value -> !value.isMissingNode())
                .map(value -> value.isTextual() ? said(value.textValue()) : value.toString())
                .findFirst();
    }

    private static String said(String text) {
        return path(jsonata(text));
    }

    public static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String errorName(String name) {
        return name.equals("States.ALL") ? "any error" : name;
    }

    /** A path as a person would say it: {@code $.order.total} is {@code order.total}. */
    static String path(String text) {
        return text.startsWith("$.") ? text.substring(2) : text;
    }

    /** The inside of <code>{% ... %}</code>. */
    static String jsonata(String text) {
        String trimmed = text.strip();
        boolean delimited =
                trimmed.length() >= 4 && trimmed.startsWith("{%") && trimmed.endsWith("%}");
        return delimited ? trimmed.substring(2, trimmed.length() - 2).strip() : text;
    }

    /** What stands in the definition: a path as it is said, any other text with its quotation marks. */
    static String quoted(JsonNode value) {
        return value.isTextual() && value.textValue().startsWith("$")
                ? path(value.textValue())
                : value.toString();
    }
}

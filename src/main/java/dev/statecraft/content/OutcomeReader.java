package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.grading.Bounds;
import dev.statecraft.grading.Observation;
import dev.statecraft.grading.Outcome;
import dev.statecraft.grading.Trial;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.sandbox.world.WorldFault;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the {@code outcomes} of a scenario. */
final class OutcomeReader {
    private static final long SEED = 20_261_121;

    private final String file;
    private final Map<String, Scenario.Input> inputs;
    private final List<ContentFault> faults;

    OutcomeReader(String file, Map<String, Scenario.Input> inputs, List<ContentFault> faults) {
        this.file = file;
        this.inputs = inputs;
        this.faults = faults;
    }

    List<Outcome> read(JsonNode list) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode outcome = list.get(i);
            String place = "/outcomes/" + i;
            List<Trial> trials = new ArrayList<>();
            List<Observation> observations = new ArrayList<>();
            for (JsonNode when : outcome.path("when")) {
                trial(when, place + "/when").ifPresent(trials::add);
            }
            for (JsonNode expect : outcome.path("expect")) {
                observation(expect, place + "/expect").ifPresent(observations::add);
            }
            if (trials.isEmpty() || observations.isEmpty()) {
                fault(
                        place,
                        "An outcome needs runs (\"when\") and something to see in them (\"expect\").");
            }
            outcomes.add(
                    new Outcome(
                            outcome.path("id").asText(),
                            outcome.path("say").asText().strip(),
                            trials,
                            observations));
        }
        return outcomes;
    }

    private Optional<Trial> trial(JsonNode when, String place) {
        String name = when.path("input").asText();
        if (!inputs.containsKey(name)) {
            fault(
                    place,
                    "There is no input \"" + name + "\"; the inputs are " + inputs.keySet() + ".");
            return Optional.empty();
        }
        try {
            FaultPlan plan =
                    when.has("faults") ? FaultReader.read(when.get("faults")) : FaultPlan.NONE;
            Map<String, List<World.Answer>> answers =
                    when.has("answers") ? FaultReader.answers(when.get("answers")) : Map.of();
            return Optional.of(new Trial(inputs.get(name).value(), plan, answers, SEED));
        } catch (WorldFault e) {
            fault(place + e.location(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Observation> observation(JsonNode expect, String place) {
        try {
            return Optional.of(observation(expect));
        } catch (IllegalArgumentException e) {
            fault(place, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException with a message for the author */
    static Observation observation(JsonNode expect) {
        if (expect.size() != 1) {
            throw new IllegalArgumentException("Each entry of \"expect\" has one observation.");
        }
        String kind = expect.fieldNames().next();
        try {
            return observation(kind, expect.get(kind));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    kind
                            + ": \""
                            + e.getParsedString()
                            + "\" is no duration; write PT5S, PT2H or P3D.",
                    e);
        }
    }

    private static Observation observation(String kind, JsonNode value) {
        return switch (kind) {
            case "status" -> Observation.Status.named(value.asText());
            case "output" ->
                    new Observation.Output(
                            text(value, "path"), Optional.ofNullable(value.get("equals")));
            case "failure" -> new Observation.FailedWith(value.path("error").asText());
            case "effect" ->
                    new Observation.Effects(
                            value.path("name").asText(),
                            bounds(value),
                            value.path("perKey").asBoolean());
            case "call" ->
                    new Observation.Calls(
                            value.path("target").asText(),
                            bounds(value),
                            duration(value, "notBefore"),
                            duration(value, "notAfter"));
            case "order" -> new Observation.Order(texts(value));
            case "together" -> new Observation.Together(texts(value));
            case "objects" ->
                    new Observation.Objects(
                            value.path("bucket").asText(),
                            value.path("prefix").asText(""),
                            value.path("suffix").asText(""),
                            bounds(value),
                            value.has("width")
                                    ? Optional.of(value.get("width").asInt())
                                    : Optional.empty());
            case "message" ->
                    new Observation.Sent(
                            value.path("to").asText(), bounds(value), text(value, "contains"));
            case "within" -> new Observation.Within(Duration.parse(value.asText()));
            case "lasts" -> new Observation.Lasts(Duration.parse(value.asText()));
            default ->
                    throw new IllegalArgumentException(
                            "There is no observation \""
                                    + kind
                                    + "\"; write status, output, failure, effect, call, order, together, objects, message, within or lasts.");
        };
    }

    private static Bounds bounds(JsonNode value) {
        if (value.has("exactly")) {
            return Bounds.exactly(value.get("exactly").asInt());
        }
        return new Bounds(integer(value, "atLeast"), integer(value, "atMost"));
    }

    private static OptionalInt integer(JsonNode value, String field) {
        return value.has(field) ? OptionalInt.of(value.get(field).asInt()) : OptionalInt.empty();
    }

    private static Optional<String> text(JsonNode value, String field) {
        return value.has(field) ? Optional.of(value.get(field).asText()) : Optional.empty();
    }

    private static Optional<Duration> duration(JsonNode value, String field) {
        return text(value, field).map(Duration::parse);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.asText()));
        return texts;
    }

    private void fault(String place, String message) {
        faults.add(new ContentFault(file, place, message));
    }
}

package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.statecraft.grading.Experiment;
import dev.statecraft.grading.Measure;
import dev.statecraft.grading.Observation;
import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.world.WorldFault;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file of questions; the format is described in {@code src/docs/authoring-questions.md}. */
final class QuestionReader {
    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "concept",
                    "topic",
                    "bullets",
                    "multiple",
                    "myth",
                    "stem",
                    "hidden",
                    "given",
                    "run",
                    "expect",
                    "ask",
                    "options",
                    "citation");
    private static final Set<String> OPTION_FIELDS =
            Set.of("id", "text", "why", "right", "run", "expect", "ask", "value", "nothing");

    private final String file;
    private final List<ContentFault> faults;

    QuestionReader(String file, List<ContentFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    List<Question> read(JsonNode list) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode yaml = list.get(i);
            String place = "/" + yaml.path("id").asText(String.valueOf(i));
            try {
                questions.add(question(yaml));
            } catch (WorldFault e) {
                faults.add(new ContentFault(file, place, e.location() + " " + e.getMessage()));
            } catch (IllegalArgumentException | DateTimeException e) {
                faults.add(new ContentFault(file, place, String.valueOf(e.getMessage())));
            }
        }
        return questions;
    }

    private static Question question(JsonNode yaml) {
        onlyFields(yaml, FIELDS);
        JsonNode run = yaml.path("run");
        List<Question.Option> options = new ArrayList<>();
        for (JsonNode option : yaml.path("options")) {
            onlyFields(option, OPTION_FIELDS);
            options.add(
                    new Question.Option(
                            required(option, "id"),
                            required(option, "text"),
                            required(option, "why"),
                            claim(yaml, option)));
        }
        boolean shown = run.has("definition") && !yaml.path("hidden").asBoolean();
        return new Question(
                required(yaml, "id"),
                Concept.of(required(yaml, "concept"))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "There is no concept \""
                                                        + yaml.path("concept").asText()
                                                        + "\".")),
                required(yaml, "topic"),
                texts(yaml.path("bullets")),
                yaml.path("multiple").asBoolean(),
                required(yaml, "stem"),
                shown
                        ? Optional.of(ExperimentReader.text(run.get("definition")))
                        : Optional.empty(),
                given(yaml, run),
                options,
                citation(yaml.path("citation")),
                yaml.path("myth").asBoolean());
    }

    static Claim claim(JsonNode yaml, JsonNode option) {
        if (!yaml.has("run") && !option.has("run")) {
            return new Claim.Cited(option.path("right").asBoolean());
        }
        if (option.has("right")) {
            throw new IllegalArgumentException(
                    "An option with a run needs no \"right\": the run decides.");
        }
        Experiment experiment = ExperimentReader.read(yaml.path("run"), option.path("run"));
        List<Observation> expect = new ArrayList<>();
        JsonNode observed = option.has("expect") ? option.get("expect") : yaml.path("expect");
        observed.forEach(it -> expect.add(OutcomeReader.observation(it)));
        JsonNode ask = option.has("ask") ? option.get("ask") : yaml.path("ask");
        if (ask.isMissingNode() && expect.isEmpty()) {
            throw new IllegalArgumentException(
                    "A run needs something to see in it: \"expect\", or \"ask\" and a value.");
        }
        return new Claim.Proven(
                experiment,
                expect,
                ask.isMissingNode() ? Optional.empty() : Optional.of(asked(ask, option)));
    }

    private static Claim.Asked asked(JsonNode ask, JsonNode option) {
        String kind = ask.isTextual() ? ask.asText() : ask.fieldNames().next();
        Measure measure = Measure.of(kind, ask.path(kind).asText());
        if (option.has("value") == option.has("nothing")) {
            throw new IllegalArgumentException(
                    "Option "
                            + option.path("id").asText()
                            + " needs the \"value\" that it stands for, or \"nothing: true\".");
        }
        return new Claim.Asked(
                measure, option.has("value") ? option.get("value") : MissingNode.getInstance());
    }

    /** What the learner must know to work the answer out: the input and what goes wrong. */
    private static List<String> given(JsonNode yaml, JsonNode run) {
        List<String> given = new ArrayList<>();
        if (run.has("definition") && run.has("input")) {
            given.add("Input: `" + run.get("input") + "`");
        }
        if (run.has("definition")) {
            ExperimentReader.read(run, MissingNode.getInstance()).trial().faults().faults().stream()
                    .map(Fault::describe)
                    .map(it -> Character.toUpperCase(it.charAt(0)) + it.substring(1) + ".")
                    .forEach(given::add);
        }
        given.addAll(texts(yaml.path("given")));
        return given;
    }

    static Optional<Citation> citation(JsonNode yaml) {
        return yaml.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        new Citation(
                                required(yaml, "url"), LocalDate.parse(required(yaml, "checked"))));
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.asText().strip()));
        return texts;
    }

    static String required(JsonNode yaml, String field) {
        String text = yaml.path(field).asText().strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("\"" + field + "\" is missing.");
        }
        return text;
    }

    static void onlyFields(JsonNode yaml, Set<String> allowed) {
        yaml.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!allowed.contains(name)) {
                                throw new IllegalArgumentException(
                                        "There is no field \"" + name + "\" here.");
                            }
                        });
    }
}

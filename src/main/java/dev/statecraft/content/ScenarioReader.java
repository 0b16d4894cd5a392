package dev.statecraft.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Parsing;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.sandbox.world.WorldFault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one scenario's folder and reports everything that is wrong with it. */
final class ScenarioReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "version",
                    "title",
                    "level",
                    "minutes",
                    "concepts",
                    "bullets",
                    "goal",
                    "given",
                    "world",
                    "outcomes",
                    "inputs",
                    "solutions",
                    "wrong",
                    "hints");

    private final ContentFolder folder;
    private final String id;
    private final String base;
    private final List<ContentFault> faults;
    private final int faultsBefore;

    ScenarioReader(ContentFolder folder, String id, List<ContentFault> faults) {
        this.folder = folder;
        this.id = id;
        this.base = "scenarios/" + id + "/";
        this.faults = faults;
        this.faultsBefore = faults.size();
    }

    /** Empty if anything is wrong: half a lesson is none. */
    Optional<Scenario> read() {
        try {
            JsonNode yaml = Yaml.read(text("scenario.yaml"));
            checkFields(yaml);
            Map<String, Scenario.Input> inputs = inputs(yaml);
            var scenario =
                    new Scenario(
                            required(yaml, "id"),
                            yaml.path("version").asInt(1),
                            required(yaml, "title"),
                            yaml.path("level").asInt(1),
                            yaml.path("minutes").asInt(10),
                            texts(yaml.path("concepts")),
                            texts(yaml.path("bullets")),
                            required(yaml, "goal"),
                            text("brief.md"),
                            texts(yaml.path("given")),
                            world(yaml),
                            new OutcomeReader(base + "scenario.yaml", inputs, faults)
                                    .read(yaml.path("outcomes")),
                            text("starter.asl.json"),
                            List.copyOf(inputs.values()),
                            solutions(yaml),
                            wrongs(yaml),
                            texts(yaml.path("hints")));
            if (!scenario.id().equals(id)) {
                fault("/id", "The id must be the folder's name, \"" + id + "\".");
            }
            return faults.size() == faultsBefore ? Optional.of(scenario) : Optional.empty();
        } catch (Yaml.Unreadable e) {
            fault("/", e.getMessage());
            return Optional.empty();
        }
    }

    private void checkFields(JsonNode yaml) {
        yaml.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!FIELDS.contains(name)) {
                                fault("/" + name, "There is no field \"" + name + "\".");
                            }
                        });
    }

    private World world(JsonNode yaml) {
        try {
            return World.of(yaml.path("world"));
        } catch (WorldFault e) {
            fault("/world" + e.location(), e.getMessage());
            return World.of(JSON.createObjectNode());
        }
    }

    private Map<String, Scenario.Input> inputs(JsonNode yaml) {
        Map<String, Scenario.Input> inputs = new LinkedHashMap<>();
        for (JsonNode input : yaml.path("inputs")) {
            String name = input.path("name").asText();
            String file = "inputs/" + name + ".json";
            String json = text(file);
            try {
                inputs.put(
                        name,
                        new Scenario.Input(
                                name,
                                input.path("title").asText(name),
                                json.strip(),
                                JSON.readTree(json)));
            } catch (JsonProcessingException e) {
                faults.add(
                        new ContentFault(
                                base + file, "/", "This is not JSON: " + e.getOriginalMessage()));
            }
        }
        return inputs;
    }

    private List<Scenario.Solution> solutions(JsonNode yaml) {
        List<Scenario.Solution> solutions = new ArrayList<>();
        for (JsonNode entry : yaml.path("solutions")) {
            String name = entry.path("name").asText();
            String file = "solutions/" + name + ".asl.json";
            String definition = text(file);
            machine(file, definition)
                    .ifPresent(
                            machine ->
                                    solutions.add(
                                            new Scenario.Solution(
                                                    name,
                                                    entry.path("title").asText(name),
                                                    definition,
                                                    machine,
                                                    entry.path("why").asText())));
        }
        return solutions;
    }

    private List<Scenario.Wrong> wrongs(JsonNode yaml) {
        List<Scenario.Wrong> wrongs = new ArrayList<>();
        Set<String> outcomes = new HashSet<>();
        yaml.path("outcomes").forEach(outcome -> outcomes.add(outcome.path("id").asText()));
        for (JsonNode entry : yaml.path("wrong")) {
            String name = entry.path("name").asText();
            String file = "wrong/" + name + ".asl.json";
            String definition = text(file);
            List<String> fails = texts(entry.path("fails"));
            fails.stream()
                    .filter(outcome -> !outcomes.contains(outcome))
                    .forEach(
                            outcome ->
                                    fault(
                                            "/wrong/" + name + "/fails",
                                            "There is no outcome \"" + outcome + "\"."));
            machine(file, definition)
                    .ifPresent(
                            machine ->
                                    wrongs.add(
                                            new Scenario.Wrong(
                                                    name,
                                                    entry.path("title").asText(name),
                                                    definition,
                                                    machine,
                                                    fails,
                                                    text("wrong/" + name + ".md"))));
        }
        return wrongs;
    }

    private Optional<StateMachine> machine(String file, String definition) {
        Parsing parsing = AslParser.parse(definition);
        parsing.diagnostics().stream()
                .filter(it -> it.severity() == Diagnostic.Severity.ERROR)
                .forEach(
                        it ->
                                faults.add(
                                        new ContentFault(
                                                base + file,
                                                it.location(),
                                                it.message() + " " + it.remedy())));
        return parsing.machine();
    }

    private String text(String file) {
        Optional<String> text = folder.read(base + file);
        if (text.isEmpty()) {
            faults.add(new ContentFault(base + file, "/", "The file is missing."));
        }
        return text.orElse("");
    }

    private String required(JsonNode yaml, String field) {
        if (!yaml.hasNonNull(field)) {
            fault("/" + field, "\"" + field + "\" is missing.");
        }
        return yaml.path(field).asText().strip();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.asText().strip()));
        return texts;
    }

    private void fault(String place, String message) {
        faults.add(new ContentFault(base + "scenario.yaml", place, message));
    }
}

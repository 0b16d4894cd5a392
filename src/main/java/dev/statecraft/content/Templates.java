package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.sandbox.world.WorldFault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the sandbox offers to start from.
 *
 * <p>{@code content/workflows/index.yaml} is a list of {@code {group, templates: [id]}}. A template is {@code ID.asl.json}, the definition as
 * people see it, and {@code ID.yaml}: {@code {title, says, input, world, faults, mocks, ends: {status, output, error, answer}}}.
 */
public record Templates(List<Group> groups, List<ContentFault> faults) {
    private static final String FOLDER = "content/workflows/";
    private static final Set<String> FIELDS =
            Set.of("title", "says", "input", "world", "faults", "mocks", "ends");
    private static final Set<String> ENDING = Set.of("status", "output", "error", "answer");

    public record Group(String title, List<Template> templates) {}

    public Templates {
        groups = List.copyOf(groups);
        faults = List.copyOf(faults);
    }

    public static Templates read(ContentFolder folder) {
        List<Group> groups = new ArrayList<>();
        List<ContentFault> faults = new ArrayList<>();
        file(folder, "index.yaml", faults)
                .map(Yaml::read)
                .ifPresent(
                        index -> index.forEach(group -> groups.add(group(folder, group, faults))));
        return new Templates(groups, faults);
    }

    private static Group group(ContentFolder folder, JsonNode group, List<ContentFault> faults) {
        List<Template> templates = new ArrayList<>();
        for (JsonNode id : group.path("templates")) {
            template(folder, id.asText(), faults).ifPresent(templates::add);
        }
        return new Group(group.path("group").asText(), templates);
    }

    private static Optional<String> file(
            ContentFolder folder, String name, List<ContentFault> faults) {
        Optional<String> text = folder.read(FOLDER + name);
        if (text.isEmpty()) {
            faults.add(new ContentFault(FOLDER + name, "/", "The file is missing."));
        }
        return text;
    }

    private static Optional<Template> template(
            ContentFolder folder, String id, List<ContentFault> faults) {
        Optional<String> definition = file(folder, id + ".asl.json", faults);
        Optional<String> rest = file(folder, id + ".yaml", faults);
        if (definition.isEmpty() || rest.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(template(id, definition.get(), Yaml.read(rest.get())));
        } catch (WorldFault e) {
            faults.add(new ContentFault(FOLDER + id + ".yaml", e.location(), e.getMessage()));
        } catch (IllegalArgumentException | Yaml.Unreadable e) {
            faults.add(
                    new ContentFault(FOLDER + id + ".yaml", "/", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static Template template(String id, String definition, JsonNode json) {
        QuestionReader.onlyFields(json, FIELDS);
        Parsing parsing = AslParser.parse(definition);
        if (!parsing.diagnostics().isEmpty()) {
            throw new IllegalArgumentException(
                    "The definition must be without a remark, but: "
                            + parsing.diagnostics().getFirst().message());
        }
        return new Template(
                id,
                QuestionReader.required(json, "title"),
                QuestionReader.required(json, "says"),
                definition,
                json.path("input"),
                World.of(json.path("world")),
                json.has("faults") ? FaultReader.read(json.get("faults")) : FaultPlan.NONE,
                TestCase.of(
                        json.has("mocks")
                                ? json.get("mocks")
                                : JsonNodeFactory.instance.objectNode()),
                ending(json.path("ends")));
    }

    private static Template.Ending ending(JsonNode ends) {
        QuestionReader.onlyFields(ends, ENDING);
        return new Template.Ending(
                QuestionReader.required(ends, "status"),
                Optional.ofNullable(ends.get("output")),
                Optional.ofNullable(ends.path("error").textValue()),
                Optional.ofNullable(ends.get("answer")));
    }

    public Optional<Template> named(String id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public List<Template> all() {
        return groups.stream().flatMap(it -> it.templates().stream()).toList();
    }
}

package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.grading.Experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The language reference: what each part of the language does, with an example that is executed.
 *
 * <p>The files are {@code content/reference/NAME.yaml}: {@code {title, source: {url, checked}, entries: [...]}}. An entry has {@code name,
 * say}, an example, and what comes of it: what it {@code gives}, the error that it {@code fails} with, the status in which it {@code
 * ends}, or the rule that it breaks and the check {@code finds}. The example is a whole {@code run}; or a {@code path} (an intrinsic
 * function or JSONPath), a {@code jsonata} expression, or a Choice {@code rule}, each over {@code input}.
 */
public record Reference(List<Chapter> chapters, List<ContentFault> faults) {
    private static final String FOLDER = "content/reference/";
    private static final Set<String> FIELDS =
            Set.of(
                    "name", "say", "run", "path", "jsonata", "rule", "input", "gives", "fails",
                    "ends", "finds");

    /** @param id part of the address */
    public record Chapter(String id, String title, Citation source, List<Entry> entries) {}

    /**
     * @param id part of the address
     * @param code what the example shows: an expression, a rule or a definition
     * @param experiment the example, whole
     * @param ending what comes of it
     */
    public record Entry(
            String id,
            String name,
            String say,
            String code,
            Experiment experiment,
            JsonNode input,
            Ending ending) {}

    /** What comes of an example. */
    public sealed interface Ending {}

    /** It succeeds with this output. */
    public record Gives(JsonNode output) implements Ending {}

    /** It fails with this error. */
    public record Fails(String error) implements Ending {}

    /** It ends in this status, which is neither success nor failure. */
    public record Ends(String status) implements Ending {}

    /** It breaks the rule of this name and never runs. */
    public record Finds(String rule) implements Ending {}

    public static Reference read(ContentFolder folder) {
        List<Chapter> chapters = new ArrayList<>();
        List<ContentFault> faults = new ArrayList<>();
        for (JsonNode id : file(folder, "index", faults)) {
            JsonNode chapter = file(folder, id.asText(), faults);
            if (chapter.isObject()) {
                chapters.add(chapter(id.asText(), chapter, faults));
            }
        }
        return new Reference(chapters, faults);
    }

    private static JsonNode file(ContentFolder folder, String name, List<ContentFault> faults) {
        String path = FOLDER + name + ".yaml";
        try {
            Optional<String> text = folder.read(path);
            if (text.isPresent()) {
                return Yaml.read(text.get());
            }
            faults.add(new ContentFault(path, "/", "The file is missing."));
        } catch (Yaml.Unreadable e) {
            faults.add(new ContentFault(path, "/", e.getMessage()));
        }
        return JsonNodeFactory.instance.arrayNode();
    }

    private static Chapter chapter(String id, JsonNode json, List<ContentFault> faults) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < json.path("entries").size(); i++) {
            try {
                entries.add(entry(json.path("entries").get(i)));
            } catch (RuntimeException e) {
                faults.add(
                        new ContentFault(
                                FOLDER + id + ".yaml",
                                "/entries/" + i,
                                String.valueOf(e.getMessage())));
            }
        }
        return new Chapter(
                id,
                QuestionReader.required(json, "title"),
                QuestionReader.citation(json.path("source")).orElseThrow(),
                entries);
    }

    private static Entry entry(JsonNode json) {
        QuestionReader.onlyFields(json, FIELDS);
        String name = QuestionReader.required(json, "name");
        ObjectNode run = run(json);
        Experiment experiment = ExperimentReader.read(JsonNodeFactory.instance.objectNode(), run);
        return new Entry(
                idOf(name),
                name,
                QuestionReader.required(json, "say"),
                code(json, experiment),
                experiment,
                run.path("input"),
                ending(json));
    }

    private static Ending ending(JsonNode json) {
        List<Ending> endings = new ArrayList<>();
        if (json.has("gives")) {
            endings.add(new Gives(json.get("gives")));
        }
        Optional.ofNullable(json.path("fails").textValue()).map(Fails::new).ifPresent(endings::add);
        Optional.ofNullable(json.path("ends").textValue()).map(Ends::new).ifPresent(endings::add);
        Optional.ofNullable(json.path("finds").textValue()).map(Finds::new).ifPresent(endings::add);
        if (endings.size() != 1) {
            throw new IllegalArgumentException(
                    "An entry says one thing about its example: what it gives, the error that it fails with, the status in which it"
                            + " ends, or the rule that a check finds broken.");
        }
        return endings.getFirst();
    }

    private static String idOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String code(JsonNode json, Experiment experiment) {
        if (json.has("path")) {
            return json.get("path").asText();
        }
        if (json.has("jsonata")) {
            return "{% " + json.get("jsonata").asText() + " %}";
        }
        return json.has("rule") ? ExperimentReader.text(json.get("rule")) : experiment.definition();
    }

    private static ObjectNode run(JsonNode json) {
        if (json.path("run") instanceof ObjectNode run) {
            return run;
        }
        ObjectNode run = JsonNodeFactory.instance.objectNode();
        run.set(
                "input",
                json.path("input").isMissingNode()
                        ? JsonNodeFactory.instance.objectNode()
                        : json.get("input"));
        ObjectNode definition = run.putObject("definition");
        if (json.has("jsonata")) {
            definition.put("QueryLanguage", "JSONata");
        }
        definition.put("StartAt", "Example");
        ObjectNode state = definition.putObject("States").putObject("Example");
        if (json.has("rule")) {
            choice(definition, state, (ObjectNode) json.get("rule"));
            return run;
        }
        state.put("Type", "Pass");
        if (json.has("jsonata")) {
            state.put("Output", "{% " + json.get("jsonata").asText() + " %}");
        } else {
            state.putObject("Parameters").put("result.$", QuestionReader.required(json, "path"));
            state.put("OutputPath", "$.result");
        }
        state.put("End", true);
        return run;
    }

    private static void choice(ObjectNode definition, ObjectNode state, ObjectNode rule) {
        state.put("Type", "Choice");
        state.putArray("Choices").add(rule.deepCopy().put("Next", "Yes"));
        state.put("Default", "No");
        for (boolean answer : new boolean[] {true, false}) {
            ((ObjectNode) definition.get("States"))
                    .putObject(answer ? "Yes" : "No")
                    .put("Type", "Pass")
                    .put("Result", answer)
                    .put("End", true);
        }
    }

    /** @param address the id of a chapter and the id of an entry in it, joined by a hyphen */
    public Optional<Entry> entry(String address) {
        return chapters.stream()
                .flatMap(
                        chapter ->
                                chapter.entries().stream()
                                        .filter(
                                                entry ->
                                                        address.equals(
                                                                chapter.id() + "-" + entry.id())))
                .findFirst();
    }

    /** The entries whose name or text holds all words of {@code query}, by chapter. */
    public List<Chapter> matching(String query) {
        String[] words = query.toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<Chapter> found = new ArrayList<>();
        for (Chapter chapter : chapters) {
            List<Entry> entries =
                    chapter.entries().stream()
                            .filter(
                                    entry -> {
                                        String text =
                                                (entry.name()
                                                                + " "
                                                                + entry.say()
                                                                + " "
                                                                + chapter.title())
                                                        .toLowerCase(Locale.ROOT);
                                        for (String word : words) {
                                            if (!text.contains(word)) {
                                                return false;
                                            }
                                        }
                                        return true;
                                    })
                            .toList();
            if (!entries.isEmpty()) {
                found.add(new Chapter(chapter.id(), chapter.title(), chapter.source(), entries));
            }
        }
        return found;
    }
}

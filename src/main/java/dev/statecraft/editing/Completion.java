package dev.statecraft.editing;

import dev.statecraft.asl.Notation;
import dev.statecraft.asl.Vocabulary;
import dev.statecraft.editing.Setting.Kind;
import dev.statecraft.editing.Suggestion.Suggestions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Offers what can be written at a place of a definition: by the kind of object, the type of state and its query language. */
public final class Completion {
    private static final Map<String, List<String>> VALUES =
            Map.ofEntries(
                    Map.entry("QueryLanguage", List.of("JSONata", "JSONPath")),
                    Map.entry("Version", List.of("1.0")),
                    Map.entry("Mode", List.of("INLINE", "DISTRIBUTED")),
                    Map.entry("ExecutionType", List.of("STANDARD", "EXPRESS")),
                    Map.entry("JitterStrategy", List.of("FULL", "NONE")),
                    Map.entry("InputType", List.of("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST")),
                    Map.entry("CSVHeaderLocation", List.of("FIRST_ROW", "GIVEN")),
                    Map.entry(
                            "CSVDelimiter", List.of("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB")),
                    Map.entry("ManifestType", List.of("S3_INVENTORY", "ATHENA_DATA")),
                    Map.entry("OutputType", List.of("JSON", "JSONL")));

    private final Typing typing;
    private final Words words;
    private final Setting setting;
    private final Whereabouts whereabouts;

    private Completion(Typing typing, Words words) {
        this.typing = typing;
        this.words = words;
        this.setting = typing.setting();
        this.whereabouts = typing.whereabouts();
    }

    public static Suggestions at(String text, int offset, Words words) {
        return new Completion(Typing.at(text, offset), words).suggestions();
    }

    private Suggestions suggestions() {
        var expressions = new ExpressionCompletion(typing, setting, words);
        if (expressions.isExpression()) {
            return expressions.suggestions();
        }
        return new Suggestions(
                whereabouts.from(), whereabouts.to(), whereabouts.isName() ? names() : values());
    }

    private List<Suggestion> names() {
        if (setting.kind() == Kind.STATES) {
            return new StatePieces(isYamlBlock(), setting.language(), words).all(indent());
        }
        Set<String> present = typing.present();
        boolean isNamedAlready = isFollowedByColon();
        String detail = setting.kind() == Kind.STATE ? setting.type() : "";
        List<Suggestion> options = new ArrayList<>();
        for (String name : FieldNames.of(setting, typing.state().path("Resource").asText(""))) {
            if (!present.contains(name)) {
                options.add(
                        isNamedAlready
                                ? Suggestion.of(
                                        name, "field", detail, words.about(name), name(name))
                                : field(name, detail));
            }
        }
        return options;
    }

    private boolean isFollowedByColon() {
        String text = typing.text();
        int at = whereabouts.to();
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == ':';
    }

    private String name(String name) {
        return isYamlBlock() ? name : JsonStyle.name(name);
    }

    private boolean isYamlBlock() {
        return whereabouts.notation() == Notation.YAML && !whereabouts.quoted();
    }

    private Suggestion field(String name, String detail) {
        FieldShape shape = FieldShape.of(name);
        if (isYamlBlock()) {
            String value = shape.yaml().replace("\n", "\n" + indent());
            return Suggestion.of(name, "field", detail, words.about(name), name + ":" + value);
        }
        String before = JsonStyle.name(name) + ": " + shape.before();
        return new Suggestion(
                name, "field", detail, words.about(name), before + shape.after(), before.length());
    }

    private String indent() {
        int start = typing.text().lastIndexOf('\n', whereabouts.from() - 1) + 1;
        return " ".repeat(whereabouts.from() - start);
    }

    private List<Suggestion> values() {
        String field = whereabouts.field();
        if (setting.kind() == Kind.ERROR_NAMES || field.equals("ErrorEquals")) {
            return errorNames();
        }
        boolean isOfLanguage = setting.kind() != Kind.OTHER && setting.kind() != Kind.CALL;
        if (!isOfLanguage) {
            return List.of();
        }
        return switch (field) {
            case "Type" -> plain("value", Vocabulary.stateTypes());
            case "Next", "Default", "StartAt" -> states(field);
            case "Resource" -> resources();
            case "End" -> List.of(Suggestion.of("true", "value", "", words.about("End"), "true"));
            case "Transformation" ->
                    plain(
                            "value",
                            setting.kind() == Kind.WRITER_CONFIG
                                    ? List.of("NONE", "COMPACT", "FLATTEN")
                                    : List.of("NONE", "LOAD_AND_FLATTEN"));
            default ->
                    field.startsWith("Is") || field.equals("BooleanEquals")
                            ? List.of(
                                    Suggestion.of("true", "value", "", "", "true"),
                                    Suggestion.of("false", "value", "", "", "false"))
                            : plain("value", VALUES.getOrDefault(field, List.of()));
        };
    }

    private List<Suggestion> plain(String kind, List<String> names) {
        return names.stream()
                .map(it -> Suggestion.of(it, kind, "", words.about(it), text(it)))
                .toList();
    }

    private List<Suggestion> states(String field) {
        String own = setting.state().isEmpty() ? "" : setting.state().getLast();
        // A StartAt belongs to its machine, so the state around it is no sibling of those that it
        // can name.
        List<Suggestion> options = new ArrayList<>();
        for (String name : typing.siblings()) {
            if (field.equals("StartAt") || !name.equals(own)) {
                String type = typing.document().json(pathTo(name)).path("Type").asText("");
                options.add(
                        Suggestion.of(
                                name,
                                "state",
                                type,
                                typing.document().json(pathTo(name)).path("Comment").asText(""),
                                text(name)));
            }
        }
        return options;
    }

    private List<String> pathTo(String state) {
        List<String> path = new ArrayList<>(setting.owner());
        path.addAll(List.of("States", state));
        return path;
    }

    private List<Suggestion> resources() {
        List<Suggestion> options = new ArrayList<>();
        for (Words.Resource resource : words.resources()) {
            options.add(
                    Suggestion.of(
                            resource.arn(),
                            "resource",
                            "in this account",
                            resource.says(),
                            text(resource.arn())));
        }
        for (String arn : Vocabulary.resources()) {
            int pattern = arn.indexOf('.');
            options.add(
                    Suggestion.of(
                            arn,
                            "resource",
                            pattern < 0 ? "" : arn.substring(pattern),
                            words.about(pattern < 0 ? "Request response" : arn.substring(pattern)),
                            text(arn)));
        }
        return options;
    }

    private List<Suggestion> errorNames() {
        List<Suggestion> options = new ArrayList<>();
        words.errors()
                .forEach(
                        it ->
                                options.add(
                                        Suggestion.of(
                                                it, "error", "in this account", "", text(it))));
        ErrorNames.ALL.forEach(
                it -> options.add(Suggestion.of(it, "error", "", words.about(it), text(it))));
        return options;
    }

    /** A text as it is written here: in YAML without quotation marks where it can do without. */
    private String text(String value) {
        return whereabouts.notation() == Notation.YAML && !whereabouts.quoted()
                ? YamlStyle.name(value)
                : JsonStyle.name(value);
    }

    /** True for a field whose values are words of the language. */
    static boolean hasNamedValues(String field) {
        return VALUES.containsKey(field) || field.equals("Type");
    }
}

package dev.statecraft.editing.mending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.editing.Document;
import dev.statecraft.editing.design.Change;
import dev.statecraft.editing.mending.PathToJsonata.Unconvertible;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a state that speaks JSONPath into one that speaks JSONata and does the same. */
final class ToJsonata {
    private static final Set<String> WITH_RESULT = Set.of("Task", "Parallel", "Map");
    private static final String INPUT = "$states.input";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final StateInHand state;
    private final JsonNode old;
    private final String input;
    private final TemplateToJsonata overInput;
    private Document document;

    private ToJsonata(Document document, StateInHand state) {
        this.document = document;
        this.state = state;
        this.old = state.json();
        this.input = selected("InputPath", INPUT);
        this.overInput = TemplateToJsonata.over(input);
    }

    static Change of(Document document, StateInHand state) {
        try {
            return new Change.Done(
                    new ToJsonata(document, state).converted().edits(), state.name());
        } catch (Unconvertible e) {
            return new Change.Refused(
                    "\"%s\" cannot be converted by itself: %s. Write that part in JSONata by hand."
                            .formatted(state.name(), e.getMessage()));
        }
    }

    private Document converted() {
        String result = result();
        document =
                document.insert(
                        state.path(),
                        "QueryLanguage",
                        TextNode.valueOf("JSONata"),
                        Optional.of("Type"));
        if (state.speaksJsonPathByName()) {
            document = document.set(state.field("QueryLanguage"), TextNode.valueOf("JSONata"));
        }
        assign(
                state.path(),
                old,
                state.type().equals("Wait") || state.type().equals("Choice") ? input : result);
        Optional<JsonNode> output = output(result);
        switch (state.type()) {
            case "Task" -> {
                arguments(true);
                path("TimeoutSecondsPath");
                path("HeartbeatSecondsPath");
                credentials();
            }
            case "Parallel" -> arguments(false);
            case "Map" -> map();
            case "Choice" -> choices();
            case "Wait" -> {
                path("SecondsPath");
                path("TimestampPath");
            }
            case "Fail" -> {
                path("ErrorPath");
                path("CausePath");
            }
            default -> {
                // A Pass or Succeed state has nothing but its output.
            }
        }
        catchers();
        output.ifPresent(this::writeOutput);
        for (String field :
                List.of(
                        "InputPath",
                        "OutputPath",
                        "ResultPath",
                        "ResultSelector",
                        "Result",
                        "Parameters")) {
            document = document.remove(state.field(field));
        }
        return document;
    }

    /** What the state's work yields, before it is put into the input. */
    private String result() {
        if (WITH_RESULT.contains(state.type())) {
            return "$states.result";
        }
        if (state.type().equals("Pass")) {
            if (old.has("Result")) {
                return TemplateToJsonata.over(INPUT).expression(literal(old.get("Result")));
            }
            if (old.has("Parameters")) {
                return overInput.expression(old.get("Parameters"));
            }
        }
        return input;
    }

    /** A static result may have fields that end in {@code .$}; they stay as they are. */
    private static JsonNode literal(JsonNode result) {
        if (hasEvaluatedName(result)) {
            throw new Unconvertible("its Result has a field whose name ends in \".$\"");
        }
        return result;
    }

    private static boolean hasEvaluatedName(JsonNode node) {
        for (var field : node.properties()) {
            if (field.getKey().endsWith(".$")) {
                return true;
            }
        }
        for (JsonNode inner : node) {
            if (hasEvaluatedName(inner)) {
                return true;
            }
        }
        return false;
    }

    private Optional<JsonNode> output(String result) {
        if (state.type().equals("Fail")) {
            return Optional.empty();
        }
        boolean isChoice = state.type().equals("Choice");
        if (isChoice && (old.has("OutputPath") || old.has("InputPath"))) {
            throw new Unconvertible(
                    "InputPath and OutputPath of a Choice would have to go into each rule");
        }
        String given = WITH_RESULT.contains(state.type()) ? "$states.result" : INPUT;
        boolean isPlaced = old.has("ResultPath") && !old.get("ResultPath").asText("").equals("$");
        boolean isCut = old.has("OutputPath") && !old.get("OutputPath").asText("").equals("$");
        if (!isPlaced && !isCut) {
            // As JSON, so that it can be read.
            if (old.has("ResultSelector")) {
                return Optional.of(
                        TemplateToJsonata.over("$states.result").json(old.get("ResultSelector")));
            }
            if (state.type().equals("Pass") && old.has("Result")) {
                return Optional.of(overInput.json(literal(old.get("Result"))));
            }
            if (state.type().equals("Pass") && old.has("Parameters")) {
                return Optional.of(overInput.json(old.get("Parameters")));
            }
        }
        String selected =
                old.has("ResultSelector")
                        ? TemplateToJsonata.over("$states.result")
                                .expression(old.get("ResultSelector"))
                        : result;
        String whole =
                selected(
                        "OutputPath",
                        isPlaced ? placed(old.get("ResultPath"), selected) : selected);
        return whole.equals(given)
                ? Optional.empty()
                : Optional.of(TemplateToJsonata.quoted(whole));
    }

    private void writeOutput(JsonNode output) {
        List<String> field = state.field("Output");
        for (String old :
                List.of("Result", "Parameters", "ResultSelector", "ResultPath", "OutputPath")) {
            boolean isArguments = old.equals("Parameters") && !state.type().equals("Pass");
            if (!isArguments && document.at(state.field(old)).isPresent()) {
                // In the place of what it says now.
                document = document.rename(state.field(old), "Output");
                break;
            }
        }
        document = document.set(field, output);
    }

    private String selected(String field, String root) {
        JsonNode path = old.path(field);
        if (path.isMissingNode() || path.asText().equals("$")) {
            return root;
        }
        if (path.isNull()) {
            return "{}";
        }
        boolean isName = root.matches("\\$[\\w.]+");
        return new PathToJsonata(isName ? root : "(" + root + ")").expression(path.asText());
    }

    /** The input with {@code value} at a path, or without it. */
    private static String placed(JsonNode resultPath, String value) {
        if (resultPath.isNull()) {
            return INPUT;
        }
        String path = resultPath.asText();
        if (!path.matches("\\$(\\.[A-Za-z_][A-Za-z0-9_]*)+")) {
            throw new Unconvertible("ResultPath \"" + path + "\" does not only name fields");
        }
        String[] names = path.substring(2).split("\\.");
        String merged = value;
        for (int i = names.length - 1; i >= 0; i--) {
            var around = new StringBuilder(INPUT);
            for (int j = 0; j < i; j++) {
                around.append('.').append(names[j]);
            }
            merged =
                    "$merge(["
                            + around
                            + ", {"
                            + PathToJsonata.literal(names[i])
                            + ": "
                            + merged
                            + "}])";
        }
        return merged;
    }

    private void assign(List<String> holder, JsonNode json, String root) {
        if (json.has("Assign")) {
            document =
                    document.set(
                            StateInHand.below(holder, "Assign"),
                            TemplateToJsonata.over(root).json(json.get("Assign")));
        }
    }

    /** @param always true where the work gets nothing unless it is said */
    private void arguments(boolean always) {
        JsonNode parameters = old.path("Parameters");
        if (parameters.isMissingNode()) {
            if (always || !input.equals(INPUT)) {
                document =
                        document.insert(
                                state.path(),
                                "Arguments",
                                TemplateToJsonata.quoted(input),
                                Optional.of(old.has("Resource") ? "Resource" : "Type"));
            }
            return;
        }
        document =
                document.rename(state.field("Parameters"), "Arguments")
                        .set(state.field("Arguments"), overInput.json(parameters));
    }

    /** Turns a field that reads a number or text by a path into the field itself. */
    private void path(String field) {
        if (old.has(field)) {
            String plain = field.substring(0, field.length() - "Path".length());
            JsonNode value =
                    TemplateToJsonata.quoted(overInput.paths().expression(old.get(field).asText()));
            document = document.rename(state.field(field), plain).set(state.field(plain), value);
        }
    }

    private void credentials() {
        if (old.has("Credentials")) {
            document =
                    document.set(
                            state.field("Credentials"), overInput.json(old.get("Credentials")));
        }
    }

    private void map() {
        for (String field : List.of("ItemReader", "ItemBatcher", "ResultWriter")) {
            if (old.has(field)) {
                throw new Unconvertible("it has an " + field);
            }
        }
        String items =
                old.has("ItemsPath")
                        ? overInput.paths().expression(old.get("ItemsPath").asText())
                        : input;
        if (old.has("ItemsPath")) {
            document =
                    document.rename(state.field("ItemsPath"), "Items")
                            .set(state.field("Items"), TemplateToJsonata.quoted(items));
        } else if (!input.equals(INPUT)) {
            document =
                    document.insert(
                            state.path(),
                            "Items",
                            TemplateToJsonata.quoted(items),
                            Optional.of("Type"));
        }
        String selector = old.has("ItemSelector") ? "ItemSelector" : "Parameters";
        if (old.has(selector)) {
            document =
                    document.rename(state.field(selector), "ItemSelector")
                            .set(state.field("ItemSelector"), overInput.json(old.get(selector)));
        }
        List.of("MaxConcurrencyPath", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath")
                .forEach(this::path);
    }

    private void choices() {
        var rules = new RuleToJsonata(overInput.paths());
        for (int i = 0; i < old.path("Choices").size(); i++) {
            JsonNode rule = old.path("Choices").get(i);
            List<String> path = state.field("Choices");
            path.add(String.valueOf(i));
            ObjectNode converted = JSON.objectNode();
            converted.set("Condition", TemplateToJsonata.quoted(rules.condition(rule)));
            for (String field : List.of("Next", "Assign", "Comment")) {
                if (rule.has(field)) {
                    converted.set(
                            field,
                            field.equals("Assign")
                                    ? overInput.json(rule.get(field))
                                    : rule.get(field));
                }
            }
            document = document.set(path, converted);
        }
    }

    private void catchers() {
        JsonNode catchers = old.path("Catch");
        for (int i = 0; catchers instanceof ArrayNode && i < catchers.size(); i++) {
            List<String> path = state.field("Catch");
            path.add(String.valueOf(i));
            JsonNode catcher = catchers.get(i);
            assign(path, catcher, "$states.errorOutput");
            JsonNode resultPath = catcher.path("ResultPath");
            List<String> field = StateInHand.below(path, "ResultPath");
            if (resultPath.isMissingNode()) {
                continue;
            }
            if (resultPath.asText().equals("$")) {
                document = document.remove(field);
                continue;
            }
            document =
                    document.rename(field, "Output")
                            .set(
                                    StateInHand.below(path, "Output"),
                                    TemplateToJsonata.quoted(
                                            placed(resultPath, "$states.errorOutput")));
        }
    }
}

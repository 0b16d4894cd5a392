package dev.statecraft.editing;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which fields an object of a definition has, in the order in which they are best offered. */
final class FieldNames {
    private static final List<String> BUCKET_FIELDS =
            List.of("Resource", "Parameters", "Arguments");

    private FieldNames() {}

    /** @param resource of the Task around a call; else empty */
    static List<String> of(Setting setting, String resource) {
        boolean jsonPath = setting.language() == QueryLanguage.JSONPath;
        return switch (setting.kind()) {
            case MACHINE ->
                    List.of(
                            "Comment",
                            "QueryLanguage",
                            "StartAt",
                            "States",
                            "TimeoutSeconds",
                            "Version");
            case PROCESSOR -> List.of("ProcessorConfig", "StartAt", "States");
            case PROCESSOR_CONFIG -> List.of("Mode", "ExecutionType");
            case STATE -> state(setting);
            case RETRIER ->
                    List.of(
                            "ErrorEquals",
                            "IntervalSeconds",
                            "MaxAttempts",
                            "BackoffRate",
                            "MaxDelaySeconds",
                            "JitterStrategy",
                            "Comment");
            case CATCHER ->
                    jsonPath
                            ? List.of("ErrorEquals", "Next", "ResultPath", "Assign", "Comment")
                            : List.of("ErrorEquals", "Next", "Output", "Assign", "Comment");
            case CHOICE -> {
                List<String> names = new ArrayList<>(rule(jsonPath));
                names.addAll(1, List.of("Next"));
                names.addAll(List.of("Assign", "Comment"));
                if (!jsonPath) {
                    names.add("Output");
                }
                yield names;
            }
            case RULE -> rule(jsonPath);
            case ITEM_READER -> bucket(jsonPath, "ReaderConfig");
            case RESULT_WRITER -> bucket(jsonPath, "WriterConfig");
            case READER_CONFIG ->
                    List.of(
                            "InputType",
                            "CSVHeaderLocation",
                            "CSVHeaders",
                            "CSVDelimiter",
                            "MaxItems",
                            "MaxItemsPath",
                            "Transformation",
                            "ManifestType",
                            "ItemsPointer");
            case WRITER_CONFIG -> List.of("OutputType", "Transformation");
            case ITEM_BATCHER ->
                    List.of(
                            "MaxItemsPerBatch",
                            "MaxItemsPerBatchPath",
                            "MaxInputBytesPerBatch",
                            "MaxInputBytesPerBatchPath",
                            "BatchInput");
            case CREDENTIALS ->
                    List.of(jsonPath ? "RoleArn.$" : "RoleArn", "RoleArn").stream()
                            .distinct()
                            .toList();
            case CALL -> Vocabulary.parameters(resource);
            case STATES, RETRIERS, CATCHERS, CHOICES, RULES, BRANCHES, ASSIGN, ERROR_NAMES, OTHER ->
                    List.of();
        };
    }

    private static List<String> state(Setting setting) {
        if (Vocabulary.stateTypes().contains(setting.type())) {
            return first(
                    Vocabulary.fields(setting.type(), setting.language()),
                    "Type",
                    "Resource",
                    setting.language() == QueryLanguage.JSONata ? "Arguments" : "Parameters",
                    "Choices",
                    "Default",
                    "Seconds",
                    "Error",
                    "Cause",
                    "Items",
                    "ItemsPath",
                    "ItemProcessor",
                    "Branches",
                    "Next",
                    "End",
                    "Retry",
                    "Catch",
                    "ResultPath",
                    "Output",
                    "Assign",
                    "TimeoutSeconds");
        }
        return List.of("Type", "Comment", "QueryLanguage", "Next", "End");
    }

    private static List<String> first(Collection<String> fields, String... early) {
        List<String> names = new ArrayList<>();
        for (String name : early) {
            if (fields.contains(name)) {
                names.add(name);
            }
        }
        fields.stream().filter(it -> !names.contains(it)).forEach(names::add);
        return names;
    }

    private static List<String> rule(boolean jsonPath) {
        if (!jsonPath) {
            return List.of("Condition");
        }
        List<String> names = new ArrayList<>(List.of("Variable", "And", "Or", "Not"));
        names.addAll(1, Vocabulary.comparisons());
        return names;
    }

    private static List<String> bucket(boolean jsonPath, String config) {
        List<String> names = new ArrayList<>(BUCKET_FIELDS);
        names.remove(jsonPath ? "Arguments" : "Parameters");
        names.add(config);
        return names;
    }
}

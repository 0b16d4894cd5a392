package dev.statecraft.asl.reading;

import dev.statecraft.asl.QueryLanguage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields each type of state has, in each query language.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data, read 2026-11</a>
 */
public final class StateFields {
    private static final List<String> COMMON = List.of("Type", "Comment", "QueryLanguage");
    private static final List<String> PATHS = List.of("InputPath", "OutputPath");
    private static final List<String> ERRORS = List.of("Retry", "Catch");
    private static final List<String> ASSIGN = List.of("Assign");
    private static final List<String> OUTPUT = List.of("Output");
    private static final List<String> NEXT = List.of("Next", "End");
    private static final List<String> RESULT =
            List.of("Parameters", "ResultSelector", "ResultPath");

    private StateFields() {}

    public static final List<String> TYPES =
            List.of("Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map");

    private static final Map<QueryLanguage, Map<String, Set<String>>> ALL =
            new EnumMap<>(QueryLanguage.class);

    static {
        for (QueryLanguage language : QueryLanguage.values()) {
            Map<String, Set<String>> byType = new HashMap<>();
            TYPES.forEach(
                    type -> byType.put(type, Collections.unmodifiableSet(collect(type, language))));
            ALL.put(language, byType);
        }
    }

    /** The fields of a type of state in a language, in the order in which they are best offered. */
    public static Set<String> of(String type, QueryLanguage language) {
        return ALL.getOrDefault(language, Map.of()).getOrDefault(type, Set.of());
    }

    private static Set<String> collect(String type, QueryLanguage language) {
        boolean jsonPath = language == QueryLanguage.JSONPath;
        Set<String> fields = new LinkedHashSet<>(COMMON);
        if (jsonPath && !type.equals("Fail")) {
            fields.addAll(PATHS);
        }
        if (!jsonPath && !type.equals("Fail")) {
            fields.addAll(OUTPUT);
        }
        if (!type.equals("Succeed") && !type.equals("Fail")) {
            fields.addAll(ASSIGN);
        }
        fields.addAll(own(type, jsonPath));
        return fields;
    }

    private static Set<String> own(String type, boolean jsonPath) {
        Set<String> fields = new LinkedHashSet<>();
        switch (type) {
            case "Task" -> {
                fields.addAll(NEXT);
                fields.addAll(ERRORS);
                fields.addAll(
                        List.of("Resource", "Credentials", "TimeoutSeconds", "HeartbeatSeconds"));
                fields.addAll(
                        jsonPath
                                ? List.of("TimeoutSecondsPath", "HeartbeatSecondsPath")
                                : List.of("Arguments"));
                fields.addAll(jsonPath ? RESULT : List.of());
            }
            case "Parallel" -> {
                fields.addAll(NEXT);
                fields.addAll(ERRORS);
                fields.add("Branches");
                fields.addAll(jsonPath ? RESULT : List.of("Arguments"));
            }
            case "Map" -> map(fields, jsonPath);
            case "Pass" -> {
                fields.addAll(NEXT);
                fields.addAll(jsonPath ? List.of("Parameters", "Result", "ResultPath") : List.of());
            }
            case "Wait" -> {
                fields.addAll(NEXT);
                fields.addAll(List.of("Seconds", "Timestamp"));
                fields.addAll(jsonPath ? List.of("SecondsPath", "TimestampPath") : List.of());
            }
            case "Choice" -> fields.addAll(List.of("Choices", "Default"));
            case "Fail" -> {
                fields.addAll(List.of("Error", "Cause"));
                fields.addAll(jsonPath ? List.of("ErrorPath", "CausePath") : List.of());
            }
            default -> {
                // A Succeed state has no fields of its own.
            }
        }
        return fields;
    }

    private static void map(Set<String> fields, boolean jsonPath) {
        fields.addAll(NEXT);
        fields.addAll(ERRORS);
        fields.addAll(
                List.of(
                        "ItemProcessor",
                        "Iterator",
                        "ItemSelector",
                        "MaxConcurrency",
                        "ItemReader",
                        "ItemBatcher",
                        "ResultWriter",
                        "Label",
                        "ToleratedFailureCount",
                        "ToleratedFailurePercentage"));
        fields.addAll(
                jsonPath
                        ? List.of(
                                "ItemsPath",
                                "MaxConcurrencyPath",
                                "ToleratedFailureCountPath",
                                "ToleratedFailurePercentagePath",
                                "Parameters",
                                "ResultSelector",
                                "ResultPath")
                        : List.of("Items"));
    }

    /** Why {@code field} is not allowed here, if it would be in the other language. */
    static Optional<String> otherLanguage(String field, String type, QueryLanguage language) {
        QueryLanguage other =
                language == QueryLanguage.JSONPath ? QueryLanguage.JSONata : QueryLanguage.JSONPath;
        return of(type, other).contains(field)
                ? Optional.of(
                        "\""
                                + field
                                + "\" belongs to "
                                + other
                                + " and this state speaks "
                                + language
                                + "."
                                + " Remove it, or set \"QueryLanguage\": \""
                                + other
                                + "\" on the state.")
                : Optional.empty();
    }
}

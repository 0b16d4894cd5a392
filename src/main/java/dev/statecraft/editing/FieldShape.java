package dev.statecraft.editing;

import java.util.Map;

/** What a field holds, so that its frame can be written along with its name. */
enum FieldShape {
    TEXT("\"", "\"", " "),
    NUMBER("", "", " "),
    TRUE("true", "", " true"),
    OBJECT("{ ", " }", "\n  "),
    LIST("[", "]", " ["),
    OBJECTS("[{ ", " }]", "\n  - "),
    VALUE("", "", " ");

    private static final Map<String, FieldShape> SHAPES =
            Map.ofEntries(
                    Map.entry("End", TRUE),
                    Map.entry("States", OBJECT),
                    Map.entry("Branches", OBJECTS),
                    Map.entry("Choices", OBJECTS),
                    Map.entry("Retry", OBJECTS),
                    Map.entry("Catch", OBJECTS),
                    Map.entry("And", OBJECTS),
                    Map.entry("Or", OBJECTS),
                    Map.entry("Not", OBJECT),
                    Map.entry("ErrorEquals", LIST),
                    Map.entry("ItemProcessor", OBJECT),
                    Map.entry("Iterator", OBJECT),
                    Map.entry("ProcessorConfig", OBJECT),
                    Map.entry("ItemReader", OBJECT),
                    Map.entry("ReaderConfig", OBJECT),
                    Map.entry("ItemBatcher", OBJECT),
                    Map.entry("BatchInput", OBJECT),
                    Map.entry("ResultWriter", OBJECT),
                    Map.entry("WriterConfig", OBJECT),
                    Map.entry("ItemSelector", OBJECT),
                    Map.entry("Parameters", OBJECT),
                    Map.entry("ResultSelector", OBJECT),
                    Map.entry("Arguments", OBJECT),
                    Map.entry("Assign", OBJECT),
                    Map.entry("Credentials", OBJECT),
                    Map.entry("Payload", OBJECT),
                    Map.entry("Result", VALUE),
                    Map.entry("Output", VALUE),
                    Map.entry("TimeoutSeconds", NUMBER),
                    Map.entry("HeartbeatSeconds", NUMBER),
                    Map.entry("Seconds", NUMBER),
                    Map.entry("MaxConcurrency", NUMBER),
                    Map.entry("IntervalSeconds", NUMBER),
                    Map.entry("MaxAttempts", NUMBER),
                    Map.entry("BackoffRate", NUMBER),
                    Map.entry("MaxDelaySeconds", NUMBER),
                    Map.entry("MaxItems", NUMBER),
                    Map.entry("MaxItemsPerBatch", NUMBER),
                    Map.entry("MaxInputBytesPerBatch", NUMBER),
                    Map.entry("ToleratedFailureCount", NUMBER),
                    Map.entry("ToleratedFailurePercentage", NUMBER));

    private final String before;
    private final String after;
    private final String yaml;

    FieldShape(String before, String after, String yaml) {
        this.before = before;
        this.after = after;
        this.yaml = yaml;
    }

    static FieldShape of(String field) {
        if (field.startsWith("Is")
                || field.startsWith("Boolean") && !field.endsWith("Path")
                || field.startsWith("Numeric") && !field.endsWith("Path")) {
            return VALUE;
        }
        return SHAPES.getOrDefault(field, TEXT);
    }

    /** What of the value stands before the cursor, in braces and quotation marks. */
    String before() {
        return before;
    }

    String after() {
        return after;
    }

    /** What stands behind the colon in YAML, its lines indented relative to the field. */
    String yaml() {
        return yaml;
    }
}

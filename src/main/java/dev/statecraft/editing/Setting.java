package dev.statecraft.editing;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.QueryLanguage;

import java.util.List;

/**
 * What the object or list at a path is for, and what is true around it.
 *
 * @param owner path of the machine, branch or item processor that the place belongs to
 * @param state path of the innermost state around it; empty outside of states
 * @param type of that state, as it is written; empty if it is not there yet
 */
record Setting(
        Kind kind, QueryLanguage language, List<String> owner, List<String> state, String type) {

    enum Kind {
        MACHINE,
        PROCESSOR,
        PROCESSOR_CONFIG,
        STATES,
        STATE,
        RETRIERS,
        RETRIER,
        CATCHERS,
        CATCHER,
        CHOICES,
        CHOICE,
        RULES,
        RULE,
        BRANCHES,
        ITEM_READER,
        READER_CONFIG,
        ITEM_BATCHER,
        RESULT_WRITER,
        WRITER_CONFIG,
        CREDENTIALS,
        CALL,
        ASSIGN,
        ERROR_NAMES,
        OTHER
    }

    /** The setting at {@code path} of a text that may be half-typed. */
    static Setting at(List<String> path, Document document) {
        Setting setting =
                new Setting(
                        Kind.MACHINE,
                        language(document.json(List.of()), QueryLanguage.JSONPath),
                        List.of(),
                        List.of(),
                        "");
        for (int i = 0; i < path.size(); i++) {
            setting = setting.into(path.get(i), path.subList(0, i + 1), document);
        }
        return setting;
    }

    private Setting into(String step, List<String> path, Document document) {
        return switch (kind) {
            case MACHINE, PROCESSOR ->
                    switch (step) {
                        case "States" -> as(Kind.STATES);
                        case "ProcessorConfig" -> as(Kind.PROCESSOR_CONFIG);
                        default -> as(Kind.OTHER);
                    };
            case STATES -> {
                JsonNode node = document.json(path);
                yield new Setting(
                        Kind.STATE,
                        language(node, language),
                        owner,
                        path,
                        node.path("Type").asText(""));
            }
            case STATE -> field(step, path, document);
            case RETRIERS -> as(Kind.RETRIER);
            case CATCHERS -> as(Kind.CATCHER);
            case RETRIER -> as(step.equals("ErrorEquals") ? Kind.ERROR_NAMES : Kind.OTHER);
            case CATCHER ->
                    switch (step) {
                        case "ErrorEquals" -> as(Kind.ERROR_NAMES);
                        case "Assign" -> as(Kind.ASSIGN);
                        default -> as(Kind.OTHER);
                    };
            case CHOICES -> as(Kind.CHOICE);
            case RULES -> as(Kind.RULE);
            case CHOICE, RULE ->
                    switch (step) {
                        case "And", "Or" -> as(Kind.RULES);
                        case "Not" -> as(Kind.RULE);
                        case "Assign" -> as(Kind.ASSIGN);
                        default -> as(Kind.OTHER);
                    };
            case BRANCHES -> inner(path, document);
            case ITEM_READER ->
                    switch (step) {
                        case "ReaderConfig" -> as(Kind.READER_CONFIG);
                        default -> as(Kind.OTHER);
                    };
            case RESULT_WRITER -> as(step.equals("WriterConfig") ? Kind.WRITER_CONFIG : Kind.OTHER);
            case PROCESSOR_CONFIG,
                    READER_CONFIG,
                    WRITER_CONFIG,
                    ITEM_BATCHER,
                    CREDENTIALS,
                    CALL,
                    ASSIGN,
                    ERROR_NAMES,
                    OTHER ->
                    as(Kind.OTHER);
        };
    }

    private Setting field(String name, List<String> path, Document document) {
        return switch (name) {
            case "Retry" -> as(Kind.RETRIERS);
            case "Catch" -> as(Kind.CATCHERS);
            case "Choices" -> as(Kind.CHOICES);
            case "Branches" -> as(Kind.BRANCHES);
            case "ItemProcessor", "Iterator" -> inner(path, document);
            case "ItemReader" -> as(Kind.ITEM_READER);
            case "ItemBatcher" -> as(Kind.ITEM_BATCHER);
            case "ResultWriter" -> as(Kind.RESULT_WRITER);
            case "Credentials" -> as(Kind.CREDENTIALS);
            case "Assign" -> as(Kind.ASSIGN);
            case "Parameters", "Arguments" -> as(type.equals("Task") ? Kind.CALL : Kind.OTHER);
            default -> as(Kind.OTHER);
        };
    }

    /** The language of a state is its own: the states inside it have that of the machine. */
    private Setting inner(List<String> path, Document document) {
        QueryLanguage ofMachine = language(document.json(List.of()), QueryLanguage.JSONPath);
        return new Setting(Kind.PROCESSOR, ofMachine, path, state, type);
    }

    private Setting as(Kind other) {
        return new Setting(other, language, owner, state, type);
    }

    private static QueryLanguage language(JsonNode node, QueryLanguage otherwise) {
        return switch (node.path("QueryLanguage").asText("")) {
            case "JSONata" -> QueryLanguage.JSONata;
            case "JSONPath" -> QueryLanguage.JSONPath;
            default -> otherwise;
        };
    }
}

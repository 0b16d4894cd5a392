package dev.statecraft.web.runs;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.State;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.Recording.Stage;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.HistoryEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One stage of a state's input and output processing, as the engine went through it.
 *
 * @param field what the definition says for this stage; empty if it says nothing
 * @param json the value; no lines if it is that of the stage before
 * @param words what is said in place of a value, or beside it
 * @param later true if the stage comes after the selected event
 */
record StageView(String title, String field, JsonLines json, String words, boolean later) {
    private static final Map<String, String> FIELDS =
            Map.of(
                    "afterInputPath", "InputPath",
                    "afterItemsPath", "ItemsPath",
                    "afterParameters", "Parameters",
                    "afterArguments", "Arguments",
                    "afterResultSelector", "ResultSelector",
                    "afterResultPath", "ResultPath",
                    "assign", "Assign");
    private static final JsonLines NOTHING = new JsonLines(List.of(), "");

    /**
     * The stages of one attempt.
     *
     * @param source the state as the definition has it
     * @param failure the event that ended the attempt, if it failed
     */
    static List<StageView> of(
            List<Stage> stages,
            State state,
            JsonNode source,
            long event,
            Optional<HistoryEvent> failure) {
        List<StageView> views = new ArrayList<>();
        Optional<JsonNode> before = Optional.empty();
        boolean caught = stages.stream().anyMatch(it -> it.name().equals("errorOutput"));
        boolean told = failure.isEmpty();
        for (Stage stage : inOrder(stages)) {
            if (!told && stage.afterEvent() >= failure.get().id()) {
                views.add(failed(failure.get(), event));
                told = true;
            }
            String field = caught && isOfCatcher(stage) ? "" : fieldOf(stage.name(), state);
            JsonNode given = source.path(field);
            boolean same = before.filter(stage.value()::equals).isPresent();
            boolean isValue = !stage.name().equals("rule");
            views.add(
                    new StageView(
                            title(stage.name(), field, state, caught),
                            given.isMissingNode() || field.equals("Assign") ? "" : given.toString(),
                            !isValue || same
                                    ? NOTHING
                                    : lines(stage, before, stages.getFirst().value()),
                            isValue ? words(stage, field, given, same) : rule(stage, state),
                            stage.afterEvent() > event));
            if (isValue && !stage.name().equals("assign")) {
                before = Optional.of(stage.value());
            }
        }
        if (!told) {
            views.add(failed(failure.get(), event));
        }
        return views;
    }

    /** What an event of the execution as a whole brings with it: the input, the output or the error. */
    static List<StageView> of(HistoryEvent event, Execution execution) {
        return switch (event.type()) {
            case ExecutionStarted ->
                    List.of(whole("Input of the execution", execution.request().input()));
            case ExecutionSucceeded ->
                    execution.output().stream()
                            .map(it -> whole("Output of the execution", it))
                            .toList();
            case ExecutionFailed, ExecutionAborted, ExecutionTimedOut ->
                    List.of(failed(event, event.id()));
            // Any other event of the whole execution has nothing to show.
            default -> List.of();
        };
    }

    private static StageView whole(String title, JsonNode value) {
        return new StageView(title, "", JsonLines.of(value), "", false);
    }

    private static StageView failed(HistoryEvent failure, long event) {
        String words =
                switch (failure.details()) {
                    case EventDetails.Failure it -> words(it.error(), it.cause());
                    case EventDetails.TaskFailure it -> words(it.error(), it.cause());
                    case EventDetails.EvaluationFailure it ->
                            words(Optional.of(it.error()), Optional.of(it.cause()));
                    default -> "";
                };
        return new StageView(
                "Failed here: " + failure.type(), "", NOTHING, words, failure.id() > event);
    }

    private static String words(Optional<String> error, Optional<String> cause) {
        return error.orElse("No error was given")
                + cause.filter(it -> !it.isEmpty()).map(it -> ": " + it).orElse("");
    }

    /** True for the stage at which an attempt ended. */
    public boolean isFailure() {
        return title.startsWith("Failed here");
    }

    /** What Assign sets stands before the output, which it has no part in. */
    private static List<Stage> inOrder(List<Stage> stages) {
        List<Stage> ordered = new ArrayList<>(stages);
        stages.stream()
                .filter(it -> it.name().equals("assign"))
                .findFirst()
                .ifPresent(
                        assign -> {
                            ordered.remove(assign);
                            ordered.add(assign);
                        });
        return ordered;
    }

    private static boolean isOfCatcher(Stage stage) {
        return switch (stage.name()) {
            case "afterResultPath", "output", "assign" -> true;
            default -> false;
        };
    }

    /** What is new is marked where one value is made of another; a result is new as a whole. */
    private static JsonLines lines(Stage stage, Optional<JsonNode> before, JsonNode input) {
        return switch (stage.name()) {
            case "afterParameters", "afterArguments" ->
                    before.map(it -> JsonLines.of(stage.value(), it))
                            .orElseGet(() -> JsonLines.of(stage.value()));
            case "afterResultPath" -> JsonLines.of(stage.value(), input);
            default -> JsonLines.of(stage.value());
        };
    }

    private static String fieldOf(String stage, State state) {
        boolean jsonata = state.flow().queryLanguage() == QueryLanguage.JSONata;
        if (stage.equals("output")) {
            return jsonata ? "Output" : "OutputPath";
        }
        return stage.equals("afterItemsPath") && jsonata ? "Items" : FIELDS.getOrDefault(stage, "");
    }

    private static String title(String stage, String field, State state, boolean caught) {
        return switch (stage) {
            case "input" -> "Raw input";
            case "result" ->
                    switch (state.type()) {
                        case "Task" -> "Task result";
                        case "Map" -> "Results of the iterations";
                        case "Parallel" -> "Results of the branches";
                        default -> "Result";
                    };
            case "rule" -> "Choices";
            case "errorOutput" -> "Error output, for the Catch";
            case "afterResultPath" -> caught ? "ResultPath of the Catch" : field;
            case "assign" -> caught ? "Assign of the Catch" : field;
            case "output" -> caught ? "Output" : field;
            default -> field;
        };
    }

    private static String words(Stage stage, String field, JsonNode given, boolean same) {
        if (!same) {
            return "";
        }
        if (given.isMissingNode() && !field.isEmpty()) {
            return "Not set: the value passes on unchanged.";
        }
        return stage.name().equals("result")
                ? "The same value came back."
                : "The value passes on unchanged.";
    }

    private static String rule(Stage stage, State state) {
        int index = stage.value().asInt();
        return index < 0
                ? "No rule is true, so Default is followed."
                : "Rule " + (index + 1) + " is the first that is true.";
    }
}

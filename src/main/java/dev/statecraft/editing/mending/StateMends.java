package dev.statecraft.editing.mending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.editing.Document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be done with a state that is as it should be. */
final class StateMends {
    private static final Set<String> CAN_FAIL = Set.of("Task", "Parallel", "Map");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Document document;
    private final StateInHand state;

    StateMends(Document document, StateInHand state) {
        this.document = document;
        this.state = state;
    }

    List<Mend> all() {
        List<Mend> mends = new ArrayList<>();
        if (CAN_FAIL.contains(state.type()) && !(state.has("Retry") && state.has("Catch"))) {
            mends.add(retryAndCatch());
        }
        if (state.type().equals("Choice") && !state.has("Default")) {
            mends.add(withDefault());
        }
        if (state.type().equals("Task")
                && !state.has("TimeoutSeconds")
                && !state.has("TimeoutSecondsPath")) {
            mends.add(timeout());
        }
        if (!state.type().isEmpty() && !state.speaksJsonata()) {
            mends.add(
                    new Mend(
                            "Convert \"" + state.name() + "\" to JSONata",
                            () -> ToJsonata.of(document, state)));
        }
        return mends;
    }

    Mend retryAndCatch() {
        String title =
                state.has("Retry")
                        ? "Catch what fails in \"" + state.name() + "\""
                        : state.has("Catch")
                                ? "Retry \"" + state.name() + "\""
                                : "Wrap \"" + state.name() + "\" with Retry and Catch";
        return Mend.selecting(title, state.name(), this::wrapped);
    }

    private Document wrapped() {
        Document after = document;
        if (!state.has("Retry")) {
            after =
                    after.insert(
                            state.path(),
                            "Retry",
                            JSON.arrayNode().add(retrier()),
                            lastBefore("Catch", after));
        }
        if (state.has("Catch")) {
            return after;
        }
        String target = state.unused(state.name() + "Failed");
        ObjectNode catcher = JSON.objectNode();
        catcher.putArray("ErrorEquals").add("States.ALL");
        if (!state.speaksJsonata()) {
            catcher.put("ResultPath", "$.error");
        }
        catcher.put("Next", target);
        after = after.set(state.field("Catch"), JSON.arrayNode().add(catcher));
        return after.insert(state.states(), target, failed(), Optional.of(state.name()));
    }

    /** Before {@code name} where that is there; else last. */
    private Optional<String> lastBefore(String name, Document in) {
        List<String> names = new ArrayList<>();
        in.json(state.path()).fieldNames().forEachRemaining(names::add);
        int at = names.indexOf(name);
        int before = at < 0 ? names.size() - 1 : at - 1;
        return before < 0 ? Optional.empty() : Optional.of(names.get(before));
    }

    private ObjectNode retrier() {
        ObjectNode retrier = JSON.objectNode();
        ArrayNode errors = retrier.putArray("ErrorEquals");
        if (state.json().path("Resource").asText("").contains("lambda")) {
            lambdaErrors().forEach(errors::add);
        } else {
            errors.add("States.TaskFailed").add("States.Timeout");
        }
        return retrier.put("IntervalSeconds", 2)
                .put("MaxAttempts", 3)
                .put("BackoffRate", 2)
                .put("JitterStrategy", "FULL");
    }

    private static List<String> lambdaErrors() {
        return List.of(
                "Lambda.ServiceException",
                "Lambda.AWSLambdaException",
                "Lambda.SdkClientException",
                "Lambda.TooManyRequestsException");
    }

    /** Says again what was caught, so that the execution still fails with it. */
    private ObjectNode failed() {
        ObjectNode fail = JSON.objectNode().put("Type", "Fail");
        return state.machineSpeaksJsonata()
                ? fail.put("Error", "{% $states.input.Error %}")
                        .put("Cause", "{% $states.input.Cause %}")
                : state.speaksJsonata()
                        ? fail.put("ErrorPath", "$.Error").put("CausePath", "$.Cause")
                        : fail.put("ErrorPath", "$.error.Error").put("CausePath", "$.error.Cause");
    }

    Mend retry() {
        return Mend.selecting(
                "Add a Retry to \"" + state.name() + "\"",
                state.name(),
                () ->
                        document.insert(
                                state.path(),
                                "Retry",
                                JSON.arrayNode().add(retrier()),
                                lastBefore("Catch", document)));
    }

    Mend withDefault() {
        String target = state.unused("NoRuleMatched");
        return Mend.selecting(
                "Add a Default to \"" + state.name() + "\"",
                state.name(),
                () -> {
                    JsonNode fail =
                            JSON.objectNode()
                                    .put("Type", "Fail")
                                    .put("Error", "NoRuleMatched")
                                    .put("Cause", "No rule of " + state.name() + " is true.");
                    return document.set(state.field("Default"), TextNode.valueOf(target))
                            .insert(state.states(), target, fail, Optional.of(state.name()));
                });
    }

    Mend timeout() {
        boolean waits = state.json().path("Resource").asText("").endsWith(".waitForTaskToken");
        int seconds = waits ? 86_400 : 60;
        return Mend.selecting(
                "Add TimeoutSeconds to \"" + state.name() + "\"",
                state.name(),
                () ->
                        document.insert(
                                state.path(),
                                "TimeoutSeconds",
                                IntNode.valueOf(seconds),
                                Optional.of("Resource")));
    }
}

package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a new rule, retrier or catcher begins with. */
final class Starters {
    private Starters() {}

    static ObjectNode rule(boolean jsonata) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        return jsonata
                ? rule.put("Condition", "{% $exists($states.input.value) %}")
                : rule.put("Variable", "$.value").put("IsPresent", true);
    }

    static ObjectNode retrier() {
        ObjectNode retrier = JsonNodeFactory.instance.objectNode();
        retrier.putArray("ErrorEquals").add("States.TaskFailed");
        return retrier.put("IntervalSeconds", 1).put("MaxAttempts", 3).put("BackoffRate", 2);
    }

    /** A branch of a Parallel without states yet. */
    static ObjectNode branch() {
        ObjectNode branch = JsonNodeFactory.instance.objectNode().put("StartAt", "");
        branch.putObject("States");
        return branch;
    }

    /** @param others the catchers that are there: at most one, the last, answers to every error */
    static ObjectNode catcher(JsonNode others) {
        ObjectNode catcher = JsonNodeFactory.instance.objectNode();
        boolean takesAll = Redraft.takesAll(others.path(others.size() - 1));
        catcher.putArray("ErrorEquals").add(takesAll ? "States.TaskFailed" : "States.ALL");
        return catcher;
    }
}

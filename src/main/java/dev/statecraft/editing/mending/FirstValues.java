package dev.statecraft.editing.mending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** Something sensible to begin with for a field that must be there. */
final class FirstValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FirstValues() {}

    /** @param state around the object that the field is missing in */
    static JsonNode of(String field, Optional<StateInHand> state) {
        boolean jsonata = state.filter(StateInHand::speaksJsonata).isPresent();
        String next = state.flatMap(StateInHand::following).orElse("");
        return switch (field) {
            case "Type" -> JSON.textNode("Pass");
            case "StartAt" -> JSON.textNode("First");
            case "States" -> JSON.objectNode().set("First", pass());
            case "Resource" -> JSON.textNode("arn:aws:states:::lambda:invoke");
            case "Choices" -> JSON.arrayNode().add(rule(jsonata).put("Next", next));
            case "Branches" -> JSON.arrayNode().add(machine());
            case "ItemProcessor" -> machine();
            case "ErrorEquals" -> JSON.arrayNode().add("States.ALL");
            case "Next", "Default" -> JSON.textNode(next);
            case "Seconds" -> JSON.numberNode(60);
            case "Timestamp" -> JSON.textNode("2030-01-01T00:00:00Z");
            case "Condition" -> JSON.textNode("{% $exists($states.input.value) %}");
            case "Mode" -> JSON.textNode("INLINE");
            case "ExecutionType" -> JSON.textNode("STANDARD");
            case "Parameters", "Arguments", "ProcessorConfig", "ReaderConfig" -> JSON.objectNode();
            default -> JSON.textNode("");
        };
    }

    private static ObjectNode rule(boolean jsonata) {
        ObjectNode rule = JSON.objectNode();
        return jsonata
                ? rule.put("Condition", "{% $exists($states.input.value) %}")
                : rule.put("Variable", "$.value").put("IsPresent", true);
    }

    private static ObjectNode pass() {
        return JSON.objectNode().put("Type", "Pass").put("End", true);
    }

    private static ObjectNode machine() {
        ObjectNode machine = JSON.objectNode().put("StartAt", "Inside");
        machine.putObject("States").set("Inside", pass());
        return machine;
    }
}

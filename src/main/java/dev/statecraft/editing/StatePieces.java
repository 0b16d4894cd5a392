package dev.statecraft.editing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Vocabulary;

import java.util.List;

/** Whole states, to start from: each type with the fields that it cannot do without. */
final class StatePieces {
    private final boolean yaml;
    private final boolean jsonPath;
    private final Words words;

    StatePieces(boolean yaml, QueryLanguage language, Words words) {
        this.yaml = yaml;
        this.jsonPath = language == QueryLanguage.JSONPath;
        this.words = words;
    }

    /** @param indent of the line that the piece begins on */
    List<Suggestion> all(String indent) {
        return Vocabulary.stateTypes().stream()
                .map(
                        type ->
                                new Suggestion(
                                        type,
                                        "piece",
                                        "new state",
                                        words.about(type),
                                        written("New" + type, state(type), indent),
                                        yaml ? 0 : 1))
                .toList();
    }

    private String written(String name, ObjectNode state, String indent) {
        if (!yaml) {
            return JsonStyle.name(name) + ": " + JsonStyle.writeState(state, indent);
        }
        String inner = "\n" + indent + "  ";
        return name + ":" + inner + YamlStyle.write(state).replace("\n", inner);
    }

    private ObjectNode state(String type) {
        ObjectNode state = JsonNodeFactory.instance.objectNode().put("Type", type);
        switch (type) {
            case "Task" -> state.put("Resource", "arn:aws:states:::lambda:invoke");
            case "Choice" -> {
                ObjectNode rule = state.putArray("Choices").addObject();
                if (jsonPath) {
                    rule.put("Variable", "$.value").put("IsPresent", true);
                } else {
                    rule.put("Condition", "{% $exists($states.input.value) %}");
                }
                rule.put("Next", "");
                state.put("Default", "");
            }
            case "Wait" -> state.put("Seconds", 60);
            case "Fail" -> state.put("Error", "Failed").put("Cause", "");
            case "Parallel" -> part(state.putArray("Branches").addObject());
            case "Map" -> {
                ObjectNode processor = state.putObject("ItemProcessor");
                processor.putObject("ProcessorConfig").put("Mode", "INLINE");
                part(processor);
            }
            default -> {
                // A Pass or Succeed state needs nothing more.
            }
        }
        if (!List.of("Choice", "Succeed", "Fail").contains(type)) {
            state.put("End", true);
        }
        return state;
    }

    private static void part(ObjectNode machine) {
        machine.put("StartAt", "Inside");
        machine.putObject("States").putObject("Inside").put("Type", "Pass").put("End", true);
    }
}

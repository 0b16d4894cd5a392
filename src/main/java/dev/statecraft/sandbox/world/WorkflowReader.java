package dev.statecraft.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Parsing;
import dev.statecraft.engine.StateMachineType;

import java.util.stream.Collectors;

/** Reads what a world says about other workflows: state machines that tasks start, and activities. */
final class WorkflowReader {

    private WorkflowReader() {}

    static World.Workflow stateMachine(String name, Description machine) {
        machine.allowOnly("says", "type", "definition", "runsTwice");
        JsonNode definition =
                machine.json("definition")
                        .orElseThrow(
                                () -> machine.fault("definition", "the definition is missing"));
        Parsing parsing =
                AslParser.parse(
                        definition.isTextual() ? definition.textValue() : definition.toString());
        return new World.Workflow(
                name,
                type(machine),
                parsing.machine().orElseThrow(() -> machine.fault("definition", faults(parsing))),
                machine.flag("runsTwice"));
    }

    private static String faults(Parsing parsing) {
        return parsing.diagnostics().stream()
                .filter(it -> it.severity() == Diagnostic.Severity.ERROR)
                .map(it -> it.message() + " (at " + it.location() + ")")
                .collect(Collectors.joining("; ", "this is no valid definition: ", ""));
    }

    private static StateMachineType type(Description machine) {
        return switch (machine.text("type").orElse("STANDARD")) {
            case "STANDARD" -> StateMachineType.STANDARD;
            case "EXPRESS" -> StateMachineType.EXPRESS;
            default -> throw machine.fault("type", "write STANDARD or EXPRESS");
        };
    }

    static World.Activity activity(String name, Description activity) {
        activity.allowOnly("says", "answers");
        return new World.Activity(
                name,
                activity.text("says").orElse(""),
                activity.children("answers").stream().map(WorldReader::answer).toList());
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.AslParser.Workflow;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Notation;

import java.util.List;

/** What the service would answer to a definition: when it is validated, and when a machine is to be made of it. */
final class DefinitionAnswer {
    private final RecordedCase recorded;

    DefinitionAnswer(RecordedCase recorded) {
        this.recorded = recorded;
    }

    /** The answer of ValidateStateMachineDefinition. */
    ObjectNode ofValidation() {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        ArrayNode diagnostics = response.putArray("diagnostics");
        for (Diagnostic it : serviceErrors()) {
            diagnostics
                    .addObject()
                    .put("severity", it.severity().name())
                    .put("code", it.code())
                    .put("location", location(it))
                    .put("message", it.message());
        }
        response.put("result", diagnostics.isEmpty() ? "OK" : "FAIL").put("truncated", false);
        return JsonNodeFactory.instance.objectNode().set("response", response);
    }

    /** The answer of CreateStateMachine, if the definition is faulty. */
    ObjectNode ofCreation() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        List<Diagnostic> errors = serviceErrors();
        if (errors.isEmpty()) {
            answer.putObject("response");
            return answer;
        }
        Diagnostic first = errors.getFirst();
        String message =
                "Invalid State Machine Definition: '%s: %s at %s'"
                        .formatted(first.code(), first.message(), location(first));
        answer.putObject("error").put("code", "InvalidDefinition").put("message", message);
        return answer;
    }

    private List<Diagnostic> serviceErrors() {
        Workflow workflow = Workflow.valueOf(recorded.stateMachineType().name());
        return AslParser.parse(recorded.definitionText(), workflow, Notation.JSON)
                .diagnostics()
                .stream()
                .filter(it -> it.severity() == Diagnostic.Severity.ERROR)
                .toList();
    }

    private static String location(Diagnostic diagnostic) {
        return diagnostic.location().isEmpty() ? "/" : diagnostic.location();
    }
}

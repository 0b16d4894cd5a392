package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Notation;
import dev.statecraft.asl.Parsing;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.region.ServiceError;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Definitions as the API reads and judges them. */
final class Definitions {
    /** The service's own limit for a definition. */
    static final int MAX_BYTES = 1_048_576;

    /** How many diagnostics ValidateStateMachineDefinition gives unless told otherwise. */
    private static final int DEFAULT_DIAGNOSTICS = 100;

    private Definitions() {}

    /** @throws ServiceError {@code InvalidDefinition} with what is wrong */
    static StateMachine machine(String definition, StateMachineType type) {
        Parsing parsing = parse(definition, type);
        List<Diagnostic> errors = errors(parsing);
        if (errors.isEmpty()) {
            return parsing.machine()
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "A definition without errors is a state machine"));
        }
        throw new ServiceError(
                "InvalidDefinition",
                errors.stream()
                        .map(
                                it ->
                                        "%s: %s at %s"
                                                .formatted(
                                                        it.code(),
                                                        it.message(),
                                                        // The service writes the word.
                                                        location(it).orElse("null")))
                        .collect(
                                Collectors.joining(
                                        ", ", "Invalid State Machine Definition: '", "'")));
    }

    static Parsing parse(String definition, StateMachineType type) {
        return AslParser.parse(definition, AslParser.Workflow.valueOf(type.name()), Notation.JSON);
    }

    private static List<Diagnostic> errors(Parsing parsing) {
        return parsing.diagnostics().stream()
                .filter(it -> it.severity() == Diagnostic.Severity.ERROR)
                .toList();
    }

    /** Absent where the service gives none: for a workflow without an end, and for text that is no JSON. */
    private static Optional<String> location(Diagnostic diagnostic) {
        return Optional.of(diagnostic.location()).filter(it -> diagnostic.rule().isLocated());
    }

    /** ValidateStateMachineDefinition. */
    static ObjectNode validate(Parameters parameters) {
        String definition = parameters.requiredText("definition", 1, MAX_BYTES);
        StateMachineType type =
                parameters
                        .choice("type", StateMachineType.class, List.of("STANDARD", "EXPRESS"))
                        .orElse(StateMachineType.STANDARD);
        boolean warnings =
                parameters
                        .choice("severity", Severity.class, List.of("ERROR", "WARNING"))
                        .filter(it -> it == Severity.WARNING)
                        .isPresent();
        long limit = parameters.number("maxResults", 0, 100).orElse(0L);
        parameters.check();

        Parsing parsing = parse(definition, type);
        List<Diagnostic> errors = errors(parsing);
        List<Diagnostic> shown =
                warnings
                        ? parsing.diagnostics().stream()
                                .filter(it -> it.severity() != Diagnostic.Severity.HINT)
                                .toList()
                        : errors;
        long most = limit == 0 ? DEFAULT_DIAGNOSTICS : limit;
        ObjectNode answer = Answers.empty();
        answer.put("result", errors.isEmpty() ? "OK" : "FAIL");
        ArrayNode diagnostics = answer.putArray("diagnostics");
        shown.stream()
                .limit(most)
                .forEach(
                        it -> {
                            ObjectNode shownOne =
                                    diagnostics
                                            .addObject()
                                            .put("severity", it.severity().name())
                                            .put("code", it.code())
                                            .put("message", it.message());
                            location(it).ifPresent(at -> shownOne.put("location", at));
                        });
        return answer.put("truncated", shown.size() > most);
    }

    private enum Severity {
        ERROR,
        WARNING
    }
}

package dev.statecraft.engine;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.tasks.TaskRuntime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs short definitions. */
final class Runs {
    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private Runs() {}

    static Execution run(String definition, String input) {
        return run(definition, input, ScriptedRuntime.answering());
    }

    static Execution run(String definition, String input, TaskRuntime runtime) {
        var timeline = new Timeline(START);
        var execution = new Simulation(timeline, runtime, 1).start(request(definition, input));
        timeline.run();
        return execution;
    }

    static ExecutionRequest request(String definition, String input) {
        return request(machine(definition), input);
    }

    static ExecutionRequest request(StateMachine machine, String input) {
        return new ExecutionRequest(
                machine,
                "machine",
                "arn:aws:states:us-east-1:111111111111:stateMachine:machine",
                "run",
                "arn:aws:states:us-east-1:111111111111:execution:machine:run",
                StateMachineType.STANDARD,
                "arn:aws:iam::111111111111:role/machine",
                "us-east-1",
                Json.of(input),
                Optional.of(input),
                42,
                Quotas.STANDARD);
    }

    static StateMachine machine(String definition) {
        Parsing parsing = AslParser.parse(definition);
        return parsing.machine()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "Not a valid definition: " + parsing.diagnostics()));
    }

    /** The types of all events, in order. */
    static List<String> events(Execution execution) {
        return execution.history().events().stream().map(event -> event.type().name()).toList();
    }

    /** {@code id<-previousId type}, in order: how the events hang together. */
    static List<String> chain(Execution execution) {
        return execution.history().events().stream()
                .map(event -> event.id() + "<-" + event.previousId() + " " + event.type())
                .toList();
    }
}

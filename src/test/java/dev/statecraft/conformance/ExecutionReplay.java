package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Notation;
import dev.statecraft.asl.Parsing;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.history.HistoryJson;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Executes a case's definition in the world that was recorded with it. */
final class ExecutionReplay {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final String ACCOUNT = "arn:aws:states:us-east-1:111111111111:";
    private static final long SEED = 42;

    private final RecordedCase recorded;

    ExecutionReplay(RecordedCase recorded) {
        this.recorded = recorded;
    }

    /** {@code {status, output, error, cause, events}}, as DescribeExecution and GetExecutionHistory would say it. */
    ObjectNode run() {
        var timeline = new Timeline(START);
        var simulation = new ReplayRuntime(recorded.mocks(), timeline, SEED).simulation();
        Execution execution = simulation.start(request());
        if (recorded.expected().path("status").asText().equals("ABORTED")) {
            stop(timeline, simulation, execution);
        }
        timeline.run();
        return json(execution);
    }

    // Nothing but a call of StopExecution ends an execution as ABORTED; the recordings do not list
    // that call.
    private void stop(Timeline timeline, Simulation simulation, Execution execution) {
        var expected = recorded.expected();
        timeline.at(
                START.plus(Duration.ofSeconds(1)),
                () ->
                        simulation.stop(
                                execution.request().executionArn(),
                                Optional.ofNullable(expected.path("error").textValue()),
                                Optional.ofNullable(expected.path("cause").textValue())));
    }

    private ExecutionRequest request() {
        StateMachineType type = recorded.stateMachineType();
        String machine = recorded.stateMachineName();
        return new ExecutionRequest(
                machine(),
                machine,
                ACCOUNT + "stateMachine:" + machine,
                recorded.executionName(),
                executionArn(type, machine),
                type,
                "arn:aws:iam::111111111111:role/sfn-role-uid0001",
                "us-east-1",
                recorded.input(),
                Optional.empty(),
                SEED,
                Quotas.of(type));
    }

    private String executionArn(StateMachineType type, String machine) {
        return switch (type) {
            case STANDARD -> ACCOUNT + "execution:" + machine + ":" + recorded.executionName();
            case EXPRESS ->
                    ACCOUNT
                            + "express:"
                            + machine
                            + ":"
                            + recorded.executionName()
                            + ":"
                            + new UUID(SEED, SEED);
        };
    }

    private StateMachine machine() {
        Parsing parsing =
                AslParser.parse(
                        recorded.definitionText(), AslParser.Workflow.STANDARD, Notation.JSON);
        return parsing.machine()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The definition was refused: "
                                                + parsing.diagnostics().stream()
                                                        .filter(
                                                                it ->
                                                                        it.severity()
                                                                                == Diagnostic
                                                                                        .Severity
                                                                                        .ERROR)
                                                        .toList()));
    }

    private static ObjectNode json(Execution execution) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", execution.status().name());
        execution.output().ifPresent(it -> json.put("output", it.toString()));
        execution.error().ifPresent(it -> json.put("error", it));
        execution.cause().ifPresent(it -> json.put("cause", it));
        json.set("events", new HistoryJson(execution.history()).events());
        return json;
    }
}

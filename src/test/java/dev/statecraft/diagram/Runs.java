package dev.statecraft.diagram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.engine.tasks.TaskRuntime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs short definitions, with tasks that answer as told. */
final class Runs {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private final String definition;
    private final Map<String, Deque<TaskOutcome>> answers = new HashMap<>();
    private String input = "{}";

    private Runs(String definition) {
        this.definition = definition;
    }

    static Runs of(String definition) {
        return new Runs(definition);
    }

    Runs withInput(String json) {
        input = json;
        return this;
    }

    /** What the tasks of a state answer, one after the other; when they are spent, {@code {}} after a second. */
    Runs answering(String state, TaskOutcome... outcomes) {
        answers.put(state, new ArrayDeque<>(Arrays.asList(outcomes)));
        return this;
    }

    /** Runs until nothing is left to do; what is never answered ends with the year that an execution may take. */
    Execution run() {
        return run(Duration.ofDays(1000));
    }

    /** Runs until nothing is left to do, and again after a redrive. */
    Execution runAndRedrive() {
        return run(Duration.ofDays(10), true);
    }

    Execution run(Duration atMost) {
        return run(atMost, false);
    }

    private Execution run(Duration atMost, boolean redrive) {
        var timeline = new Timeline(START);
        TaskRuntime runtime =
                new TaskRuntime() {
                    @Override
                    public TaskOutcome start(TaskRequest request) {
                        Deque<TaskOutcome> left =
                                answers.getOrDefault(request.stateName(), new ArrayDeque<>());
                        return left.isEmpty() ? returns("{}") : left.pop();
                    }
                };
        var simulation = new Simulation(timeline, runtime, 1);
        var execution =
                simulation.start(
                        new ExecutionRequest(
                                Definitions.machine(definition),
                                "machine",
                                "arn:aws:states:us-east-1:111122223333:stateMachine:machine",
                                "run",
                                "arn:aws:states:us-east-1:111122223333:execution:machine:run",
                                StateMachineType.STANDARD,
                                "arn:aws:iam::111122223333:role/machine",
                                "us-east-1",
                                json(input),
                                Optional.of(input),
                                1,
                                Quotas.STANDARD));
        timeline.advanceTo(START.plus(atMost));
        if (redrive) {
            simulation.redrive(execution.request().executionArn());
            timeline.advanceTo(START.plus(atMost.multipliedBy(2)));
        }
        return execution;
    }

    static TaskOutcome returns(String json) {
        return new TaskOutcome.Succeeded(json(json), Duration.ofSeconds(1));
    }

    static TaskOutcome returnsAfter(Duration after) {
        return new TaskOutcome.Succeeded(json("{}"), after);
    }

    static TaskOutcome fails(String error) {
        return new TaskOutcome.Failed(
                Optional.of(error),
                Optional.of("because"),
                Duration.ofMillis(400),
                TaskOutcome.Phase.RUN);
    }

    /** A task that a person has to answer. */
    static TaskOutcome waits() {
        return new TaskOutcome.Submitted(json("{}"), Duration.ZERO, true);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

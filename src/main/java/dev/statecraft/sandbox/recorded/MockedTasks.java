package dev.statecraft.sandbox.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.engine.ErrorName;
import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.engine.tasks.TaskSignals;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers that a test case of a mock file gives to the tasks of one execution, in place of any service. Each scheduling of a
 * task counts by its state's name: retries, loops, iterations and child executions of a Distributed Map alike.
 */
public final class MockedTasks {
    /** Nothing is mocked. */
    public static final MockedTasks NONE = new MockedTasks("", Map.of());

    /** How long a mocked answer takes that says nothing about it. */
    static final Duration LATENCY = Duration.ofMillis(100);

    private final String machine;
    private final Map<String, MockedResponse> responses;
    private final Map<String, Integer> scheduled = new HashMap<>();
    private final Map<String, Set<Integer>> given = new HashMap<>();

    /**
     * @param machine the name of the state machine whose executions are mocked
     * @param responses by the name of the state
     */
    MockedTasks(String machine, Map<String, MockedResponse> responses) {
        this.machine = machine;
        this.responses = responses;
    }

    /** Whether anything is configured for the state of this task. */
    public boolean covers(TaskRequest task) {
        return responses.containsKey(task.stateName()) && isOurs(task.executionArn());
    }

    /** Empty if nothing is configured for this state, or for this time that it is scheduled. */
    public Optional<TaskOutcome> answer(TaskRequest task, Timeline timeline, TaskSignals signals) {
        MockedResponse response = responses.get(task.stateName());
        if (response == null || !isOurs(task.executionArn())) {
            return Optional.empty();
        }
        int attempt = scheduled.merge(task.stateName(), 1, Integer::sum) - 1;
        Set<Integer> gone = given.computeIfAbsent(task.stateName(), name -> new HashSet<>());
        return response.next(attempt, task.input(), gone)
                .map(it -> outcome(it, task, timeline, signals));
    }

    /** True for the execution itself and for the children of its Map Runs, whose ARN holds {@code machine/label}. */
    private boolean isOurs(String executionArn) {
        String[] parts = executionArn.split(":");
        return parts.length > 6 && (parts[6].equals(machine) || parts[6].startsWith(machine + "/"));
    }

    private static TaskOutcome outcome(
            MockedResponse.Range range, TaskRequest task, Timeline timeline, TaskSignals signals) {
        MockedResponse.Answer answer = range.answer();
        Duration after = range.after().orElse(LATENCY);
        boolean comesLater = comesLater(task.resource());
        Optional<JsonNode> submitted =
                comesLater
                        ? Optional.of(
                                answer.submitted().orElseGet(JsonNodeFactory.instance::objectNode))
                        : Optional.empty();
        boolean activity = task.resource().contains(":activity:");
        if (answer instanceof MockedResponse.Throw thrown && isTimeout(thrown)) {
            return new TaskOutcome.TimesOut(
                    thrown.error().equals(Optional.of(ErrorName.HEARTBEAT_TIMEOUT)), submitted);
        }
        if (answer instanceof MockedResponse.Throw thrown
                && thrown.phase() != TaskOutcome.Phase.RUN) {
            return failed(thrown, after);
        }
        if (activity) {
            timeline.at(
                    task.at().plus(range.began()),
                    () -> signals.started(task.taskToken(), Optional.of("mock")));
        }
        if (activity || comesLater) {
            Duration reported = range.after().orElse(range.began().plus(LATENCY));
            timeline.at(task.at().plus(reported), () -> report(answer, task, signals));
            return activity
                    ? new TaskOutcome.Queued(false)
                    : new TaskOutcome.Submitted(submitted.orElseThrow(), range.began(), false);
        }
        return switch (answer) {
            case MockedResponse.Return returned ->
                    new TaskOutcome.Succeeded(result(returned.value(), task), after);
            case MockedResponse.Throw thrown -> failed(thrown, after);
            case MockedResponse.Silence silence -> new TaskOutcome.Silent();
        };
    }

    private static TaskOutcome failed(MockedResponse.Throw thrown, Duration after) {
        return new TaskOutcome.Failed(thrown.error(), thrown.cause(), after, thrown.phase());
    }

    private static void report(
            MockedResponse.Answer answer, TaskRequest task, TaskSignals signals) {
        switch (answer) {
            case MockedResponse.Return returned ->
                    signals.succeeded(task.taskToken(), returned.value());
            case MockedResponse.Throw thrown ->
                    signals.failed(task.taskToken(), thrown.error(), thrown.cause());
            case MockedResponse.Silence silence -> {}
        }
    }

    private static boolean isTimeout(MockedResponse.Throw thrown) {
        return thrown.error()
                .filter(
                        it ->
                                it.equals(ErrorName.TIMEOUT)
                                        || it.equals(ErrorName.HEARTBEAT_TIMEOUT))
                .isPresent();
    }

    private static boolean comesLater(String resource) {
        return resource.endsWith(".sync")
                || resource.endsWith(".sync:2")
                || resource.endsWith(".waitForTaskToken");
    }

    /** A function called by its own ARN answers with its payload alone; the mock holds the whole answer. */
    private static JsonNode result(JsonNode value, TaskRequest task) {
        boolean direct =
                task.resource().contains(":lambda:") && task.resource().contains(":function:");
        return direct && value.has("StatusCode") && value.has("Payload")
                ? value.get("Payload")
                : value;
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers by state and call, as in a mock file of Step Functions Local: {@code {"State": {"0": ..., "1-2": ...}}}. */
final class MockConfiguration {
    private final JsonNode states;
    private final Map<String, Integer> calls = new HashMap<>();

    MockConfiguration(JsonNode states) {
        this.states = states;
    }

    /** Empty if nothing is configured for this call of the state. */
    Optional<TaskOutcome> answer(TaskRequest request) {
        int call = calls.merge(request.stateName(), 1, Integer::sum) - 1;
        return states.path(request.stateName()).properties().stream()
                .filter(it -> covers(it.getKey(), call))
                .findFirst()
                .map(it -> outcome(it.getValue()));
    }

    private static TaskOutcome outcome(JsonNode answer) {
        JsonNode thrown = answer.path("Throw");
        if (thrown.isObject()) {
            return TaskOutcome.Failed.of(
                    thrown.path("Error").asText(), thrown.path("Cause").asText());
        }
        return new TaskOutcome.Succeeded(answer.path("Return"), ReplayedAnswer.LATENCY);
    }

    private static boolean covers(String calls, int call) {
        String[] bounds = calls.split("-");
        return Integer.parseInt(bounds[0]) <= call
                && call <= Integer.parseInt(bounds[bounds.length - 1]);
    }
}

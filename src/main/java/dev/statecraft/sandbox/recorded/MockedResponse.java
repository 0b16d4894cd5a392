package dev.statecraft.sandbox.recorded;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.TaskOutcome;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a mocked state answers, by how often it was scheduled before. */
record MockedResponse(List<Range> ranges) {

    /**
     * @param from and {@code to}: attempts, from 0, both included
     * @param request the task that this answered when it was recorded; empty: any
     * @param began when a job was submitted, or a worker took the task, after it was scheduled
     * @param after how long the answer takes, after the task was scheduled
     */
    record Range(
            int from,
            int to,
            Answer answer,
            Optional<JsonNode> request,
            Duration began,
            Optional<Duration> after) {}

    sealed interface Answer {
        /** The answer to the request itself, where the result comes later; an extension of the AWS format. */
        Optional<JsonNode> submitted();
    }

    record Return(JsonNode value, Optional<JsonNode> submitted) implements Answer {}

    record Throw(
            Optional<String> error,
            Optional<String> cause,
            Optional<JsonNode> submitted,
            TaskOutcome.Phase phase)
            implements Answer {}

    /** No answer ever comes. */
    record Silence(Optional<JsonNode> submitted) implements Answer {}

    /**
     * The answer to one scheduling of the state. Branches may run in another order than they did in a recording, so an answer to the
     * same request goes first.
     *
     * @param attempt how often the state was scheduled before
     * @param given the places of the recorded answers that were given already; this one is added
     */
    Optional<Range> next(int attempt, JsonNode request, Set<Integer> given) {
        int place = recorded(request, given, true);
        if (place < 0) {
            place = recorded(request, given, false);
        }
        if (place >= 0) {
            given.add(place);
            return Optional.of(ranges.get(place));
        }
        return ranges.stream()
                .filter(it -> it.request().isEmpty())
                .filter(it -> it.from() <= attempt && attempt <= it.to())
                .findFirst();
    }

    private int recorded(JsonNode request, Set<Integer> given, boolean same) {
        for (int i = 0; i < ranges.size(); i++) {
            Optional<JsonNode> recorded = ranges.get(i).request();
            boolean fits = recorded.isPresent() && (!same || recorded.get().equals(request));
            if (fits && !given.contains(i)) {
                return i;
            }
        }
        return -1;
    }
}

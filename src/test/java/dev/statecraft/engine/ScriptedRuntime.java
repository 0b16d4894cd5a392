package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.engine.tasks.TaskRuntime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Answers tasks in the order of a script, and remembers when each was asked. */
final class ScriptedRuntime implements TaskRuntime {
    private final Iterator<TaskOutcome> script;
    final List<TaskRequest> requests = new ArrayList<>();

    private ScriptedRuntime(List<TaskOutcome> script) {
        this.script = script.iterator();
    }

    static ScriptedRuntime answering(TaskOutcome... outcomes) {
        return new ScriptedRuntime(List.of(outcomes));
    }

    static TaskOutcome returns(String json) {
        return new TaskOutcome.Succeeded(Json.of(json), Duration.ZERO);
    }

    static TaskOutcome returnsAfter(long seconds, String json) {
        return new TaskOutcome.Succeeded(Json.of(json), Duration.ofSeconds(seconds));
    }

    static TaskOutcome fails(String error) {
        return new TaskOutcome.Failed(
                Optional.of(error), Optional.of("because"), Duration.ZERO, TaskOutcome.Phase.RUN);
    }

    static TaskOutcome neverAnswers() {
        return new TaskOutcome.Silent();
    }

    static TaskOutcome waitsForCallback() {
        return new TaskOutcome.Submitted(Json.of("{}"), Duration.ZERO, false);
    }

    @Override
    public TaskOutcome start(TaskRequest request) {
        requests.add(request);
        return script.hasNext() ? script.next() : fails("Script.IsOver");
    }

    /** Seconds since the start of the run at which each task was scheduled. */
    List<Long> secondsAtWhichScheduled() {
        return requests.stream()
                .map(request -> Duration.between(Runs.START, request.at()).toSeconds())
                .toList();
    }

    List<JsonNode> inputs() {
        return requests.stream().map(TaskRequest::input).toList();
    }

    Instant lastAskedAt() {
        return requests.getLast().at();
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.engine.tasks.TaskSignals;

import java.time.Duration;
import java.util.Optional;

/** What a service, a function or a worker answered to one task when the case was recorded. */
record ReplayedAnswer(JsonNode source) {
    /** How long an answer takes; the recordings do not tell, and no comparison sees it. */
    static final Duration LATENCY = Duration.ofMillis(100);

    boolean isFor(TaskRequest request) {
        return source.path("state").asText().equals(request.stateName())
                && request.resource().endsWith(source.path("resource").asText());
    }

    boolean hasSameInput(TaskRequest request) {
        JsonNode input = source.has("parameters") ? source.get("parameters") : source.path("input");
        return Json.unwrapped(input).equals(request.input());
    }

    /** What the engine hears at once; what it hears later is put on {@code timeline}. */
    TaskOutcome give(TaskRequest request, Timeline timeline, TaskSignals signals) {
        if (source.path("kind").asText().equals("activity")) {
            return worker(request, timeline, signals);
        }
        if (source.has("submitted")) {
            later(request, timeline, signals, LATENCY.plusSeconds(1));
            return new TaskOutcome.Submitted(
                    Json.unwrapped(source.get("submitted")), LATENCY, false);
        }
        return switch (outcome()) {
            case "succeed" -> new TaskOutcome.Succeeded(output(), LATENCY);
            case "fail" -> failed(TaskOutcome.Phase.RUN);
            case "submit-fail" -> failed(TaskOutcome.Phase.SUBMIT);
            case "start-fail" -> failed(TaskOutcome.Phase.START);
            case "schedule-fail" -> failed(TaskOutcome.Phase.SCHEDULE);
            case "timeout", "none" -> new TaskOutcome.Silent();
            default -> throw new IllegalStateException("Unknown outcome: " + outcome());
        };
    }

    private TaskOutcome worker(TaskRequest request, Timeline timeline, TaskSignals signals) {
        if (outcome().equals("schedule-fail")) {
            return failed(TaskOutcome.Phase.SCHEDULE);
        }
        if (source.path("started").asBoolean()) {
            Optional<String> worker = Optional.ofNullable(source.path("workerName").textValue());
            timeline.at(
                    request.at().plus(LATENCY), () -> signals.started(request.taskToken(), worker));
            later(request, timeline, signals, LATENCY.plusSeconds(1));
        }
        return new TaskOutcome.Queued(false);
    }

    private void later(
            TaskRequest request, Timeline timeline, TaskSignals signals, Duration after) {
        String token = request.taskToken();
        switch (outcome()) {
            case "succeed" ->
                    timeline.at(request.at().plus(after), () -> signals.succeeded(token, output()));
            case "fail" ->
                    timeline.at(
                            request.at().plus(after),
                            () -> signals.failed(token, error(), cause()));
            case "timeout", "none" -> {}
            default -> throw new IllegalStateException("Unknown outcome: " + outcome());
        }
    }

    private TaskOutcome failed(TaskOutcome.Phase phase) {
        return new TaskOutcome.Failed(error(), cause(), LATENCY, phase);
    }

    private String outcome() {
        return source.path("outcome").asText();
    }

    private JsonNode output() {
        return Json.unwrapped(source.path("output"));
    }

    private Optional<String> error() {
        return Optional.ofNullable(source.path("error").textValue());
    }

    private Optional<String> cause() {
        JsonNode cause = source.path("cause");
        if (cause.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(cause.isTextual() ? cause.textValue() : cause.toString());
    }
}

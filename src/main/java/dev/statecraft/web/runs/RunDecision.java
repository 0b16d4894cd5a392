package dev.statecraft.web.runs;

import dev.statecraft.engine.Execution;

import jakarta.ws.rs.NotFoundException;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What the person at the screen has decided, as the signal that it becomes. */
record RunDecision(String kind, @Nullable String token, @Nullable String payload) {

    /**
     * Empty where the decision changes nothing: a second click, or a tab that has not seen yet that the run went on.
     *
     * @throws NotFoundException if there is no such decision
     */
    static Optional<RunDecision> of(
            @Nullable String decision, @Nullable String taskToken, Replay run) {
        Execution execution = run.execution();
        boolean running = !execution.status().isFinal();
        boolean pending =
                run.account().pendingTasks().stream()
                        .anyMatch(it -> it.taskToken().equals(taskToken));
        return switch (String.valueOf(decision)) {
            case "approve" -> when(pending, "SUCCEED", taskToken, "{\"approved\":true}");
            case "reject" -> when(pending, "SUCCEED", taskToken, "{\"approved\":false}");
            case "wait" -> when(running && run.account().nextDue().isPresent(), "TIME", null, null);
            case "stop" -> when(running, "STOP", null, null);
            case "redrive" -> when(execution.redriveStatus().isRedrivable(), "REDRIVE", null, null);
            default ->
                    throw new NotFoundException(
                            "There is no such decision: approve, reject, wait, stop or redrive.");
        };
    }

    private static Optional<RunDecision> when(
            boolean possible, String kind, @Nullable String token, @Nullable String payload) {
        return possible ? Optional.of(new RunDecision(kind, token, payload)) : Optional.empty();
    }
}

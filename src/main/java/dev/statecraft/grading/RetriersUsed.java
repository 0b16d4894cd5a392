package dev.statecraft.grading;

import dev.statecraft.asl.Retrier;
import dev.statecraft.asl.TaskState;
import dev.statecraft.engine.ErrorName;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.HistoryEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which retrier of a task made each of its waits: the first in the list that answers to the error. */
final class RetriersUsed {

    private RetriersUsed() {}

    /** Positions in the task's list, from 1, in the order of the waits; empty if there is no such task on the highest level. */
    static List<Integer> in(Execution execution, String state) {
        if (!(execution.request().stateMachine().states().byName().get(state)
                instanceof TaskState task)) {
            return List.of();
        }
        List<HistoryEvent> events = execution.history().events();
        List<Integer> used = new ArrayList<>();
        for (HistoryEvent event : events) {
            boolean triedAgain = event.type().name().endsWith("Scheduled");
            HistoryEvent before = triedAgain ? previous(events, event) : event;
            if (triedAgain && stateOf(events, event).equals(state)) {
                error(before).flatMap(it -> first(task.retry(), it)).ifPresent(used::add);
            }
        }
        return used;
    }

    private static HistoryEvent previous(List<HistoryEvent> events, HistoryEvent event) {
        return events.get((int) event.previousId() - 1);
    }

    private static String stateOf(List<HistoryEvent> events, HistoryEvent event) {
        HistoryEvent at = event;
        while (at.previousId() > 0) {
            if (at.details() instanceof EventDetails.StateEntered entered) {
                return entered.name();
            }
            at = previous(events, at);
        }
        return at.details() instanceof EventDetails.StateEntered entered ? entered.name() : "";
    }

    private static Optional<String> error(HistoryEvent event) {
        if (event.details() instanceof EventDetails.TaskFailure failure) {
            return failure.error();
        }
        return event.details() instanceof EventDetails.Failure failure
                ? failure.error()
                : Optional.empty();
    }

    private static Optional<Integer> first(List<Retrier> retriers, String error) {
        for (int i = 0; i < retriers.size(); i++) {
            if (ErrorName.answers(retriers.get(i).errorEquals(), error)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}

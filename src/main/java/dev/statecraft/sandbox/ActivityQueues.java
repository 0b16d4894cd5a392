package dev.statecraft.sandbox;

import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.engine.tasks.TaskSignals;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The tasks of activities that no worker has taken yet, oldest first. */
final class ActivityQueues {
    private final List<TaskRequest> waiting = new ArrayList<>();

    void add(TaskRequest task) {
        waiting.add(task);
    }

    boolean has(String activityArn) {
        return waiting.stream().anyMatch(task -> task.resource().equals(activityArn));
    }

    void remove(String taskToken) {
        waiting.removeIf(task -> task.taskToken().equals(taskToken));
    }

    Optional<ActivityTask> take(String activityArn, Optional<String> worker, TaskSignals signals) {
        for (Iterator<TaskRequest> tasks = waiting.iterator(); tasks.hasNext(); ) {
            TaskRequest task = tasks.next();
            if (task.resource().equals(activityArn)) {
                tasks.remove();
                if (signals.started(task.taskToken(), worker) == TaskSignals.Answer.ACCEPTED) {
                    return Optional.of(new ActivityTask(task.taskToken(), task.input().toString()));
                }
            }
        }
        return Optional.empty();
    }
}

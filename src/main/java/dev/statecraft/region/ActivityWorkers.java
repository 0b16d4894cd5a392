package dev.statecraft.region;

import dev.statecraft.sandbox.ActivityTask;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hands the tasks of activities to the workers that ask for them, in the order of asking. */
public final class ActivityWorkers {
    /** How long a worker waits for a task before it is sent away with nothing, as in the service. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Executions executions;
    private final Pacemaker pacemaker;
    private final Queue<Poll> polls = new ConcurrentLinkedQueue<>();

    // Taken before the locks of executions, and never by a thread that holds one of those.
    private final Object serving = new Object();

    private record Poll(
            String activityArn,
            Optional<String> worker,
            CompletableFuture<Optional<ActivityTask>> answer) {}

    ActivityWorkers(Executions executions, Pacemaker pacemaker) {
        this.executions = executions;
        this.pacemaker = pacemaker;
    }

    /** Completes with a task as soon as there is one, or with nothing after 60 seconds. */
    public CompletableFuture<Optional<ActivityTask>> poll(
            String activityArn, Optional<String> worker) {
        var poll = new Poll(activityArn, worker, new CompletableFuture<>());
        polls.add(poll);
        pacemaker.after(PATIENCE, () -> leave(poll));
        pacemaker.soon(this::serve);
        return poll.answer;
    }

    private void leave(Poll poll) {
        polls.remove(poll);
        poll.answer.complete(Optional.empty());
    }

    /** Looks for tasks for those who wait. */
    void serve() {
        synchronized (serving) {
            for (Iterator<Poll> waiting = polls.iterator(); waiting.hasNext(); ) {
                Poll poll = waiting.next();
                Optional<ActivityTask> task = executions.takeTask(poll.activityArn, poll.worker);
                if (task.isPresent()) {
                    waiting.remove();
                    // Elsewhere: what follows on the answer must not wait for our lock, nor hold
                    // it.
                    pacemaker.soon(() -> poll.answer.complete(task));
                }
            }
        }
    }

    boolean isAnybodyWaiting() {
        return !polls.isEmpty();
    }
}

package dev.statecraft.engine.tasks;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.TaskState;
import dev.statecraft.engine.Branch;
import dev.statecraft.engine.ErrorName;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Failure;
import dev.statecraft.engine.RunningExecution;
import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.EventDetails.TaskFailure;
import dev.statecraft.engine.history.EventDetails.TaskOutput;
import dev.statecraft.engine.history.EventType;
import dev.statecraft.engine.states.Step;
import dev.statecraft.query.QueryFailure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One attempt of a Task state: its events, its timers and what it waits for. */
public final class TaskAttempt {
    private final Branch branch;
    private final TaskRequest request;
    private final TaskEvents events;
    private Timeline.@Nullable Appointment timeout;
    private Timeline.@Nullable Appointment heartbeat;
    private Timeline.@Nullable Appointment next;
    private Phase phase = Phase.SCHEDULED;
    private boolean external;
    private boolean forWorker;

    private enum Phase {
        SCHEDULED,
        STARTED,
        SUBMITTED,
        OVER
    }

    private TaskAttempt(Branch branch, TaskRequest request) {
        this.branch = branch;
        this.request = request;
        this.events = TaskEvents.of(request.resource());
    }

    /** Hands the task of the state that {@code branch} is in to the runtime, unless the service would not schedule it. */
    public static void invoke(Branch branch, Step.Invoke invoke) {
        TaskRequest request = requestOf(branch, invoke, branch.taskToken().orElseThrow());
        RunningExecution execution = branch.execution();
        IntegrationParameters.refusal(request)
                .or(() -> execution.runtime().refusal(request))
                .ifPresent(
                        cause -> {
                            throw new QueryFailure(ErrorName.RUNTIME, cause);
                        });
        var attempt = new TaskAttempt(branch, request);
        branch.waitFor(attempt);
        execution.simulation().handedOut(attempt);
        attempt.start();
    }

    public static TaskRequest requestOf(Branch branch, Step.Invoke invoke, String taskToken) {
        ExecutionRequest execution = branch.execution().request();
        TaskState task = (TaskState) branch.state();
        return new TaskRequest(
                execution.executionArn(),
                task.name(),
                branch.retryCount(),
                task.resource(),
                invoke.parameters(),
                taskToken,
                invoke.roleArn().orElse(execution.roleArn()),
                invoke.timeoutSeconds(),
                invoke.heartbeatSeconds(),
                invoke.roleArn(),
                branch.execution().now());
    }

    public TaskRequest request() {
        return request;
    }

    public Branch branch() {
        return branch;
    }

    /** Hands the task to the runtime and follows its answer. */
    void start() {
        record(
                events.scheduled(),
                events.scheduledDetails(request, branch.execution().request().region()));
        follow(branch.execution().runtime().start(request));
    }

    private void follow(TaskOutcome outcome) {
        switch (outcome) {
            case TaskOutcome.Succeeded succeeded -> {
                begin(Optional.empty());
                after(succeeded.after(), () -> succeed(succeeded.output()));
            }
            case TaskOutcome.Failed failed -> follow(failed);
            case TaskOutcome.Submitted submitted -> {
                external = submitted.external();
                begin(Optional.empty());
                after(submitted.after(), () -> submit(submitted.submitted()));
            }
            case TaskOutcome.Queued queued -> {
                external = queued.external();
                forWorker = true;
            }
            case TaskOutcome.TimesOut timesOut -> follow(timesOut);
            case TaskOutcome.Silent silent -> {
                external = silent.external();
                forWorker = silent.external();
                begin(Optional.empty());
            }
        }
    }

    private void follow(TaskOutcome.TimesOut outcome) {
        phase = Phase.STARTED;
        record(events.started(), events.startedDetails(Optional.of("mock")));
        outcome.submitted().ifPresent(this::submit);
        if (phase == Phase.OVER) {
            return; // The answer to the request was too large.
        }
        cancel(heartbeat);
        long limit =
                (outcome.heartbeat() ? request.heartbeatSeconds() : request.timeoutSeconds())
                        .orElse(0);
        Failure failure = outcome.heartbeat() ? Failure.heartbeatTimeout() : Failure.timeout();
        if (limit == 0) {
            timeOut(failure);
        } else {
            timeout = in(limit, () -> timeOut(failure));
        }
    }

    private void follow(TaskOutcome.Failed failed) {
        if (failed.phase() == TaskOutcome.Phase.SUBMIT || failed.phase() == TaskOutcome.Phase.RUN) {
            begin(Optional.empty());
        }
        after(
                failed.after(),
                () ->
                        fail(
                                Failure.ofTask(failed.error(), failed.cause()),
                                events.failed(failed.phase())));
    }

    private void after(Duration delay, Runnable action) {
        if (delay.isZero()) {
            action.run();
        } else {
            next = at(branch.execution().now().plus(delay), action);
        }
    }

    /** The task began; its time-outs count from here. */
    void begin(Optional<String> workerName) {
        phase = Phase.STARTED;
        record(events.started(), events.startedDetails(workerName));
        request.timeoutSeconds()
                .ifPresent(seconds -> timeout = in(seconds, () -> timeOut(Failure.timeout())));
        restartHeartbeat();
    }

    private void restartHeartbeat() {
        if (heartbeat != null) {
            heartbeat.cancel();
        }
        request.heartbeatSeconds()
                .ifPresent(
                        seconds ->
                                heartbeat = in(seconds, () -> timeOut(Failure.heartbeatTimeout())));
    }

    private void submit(JsonNode submitted) {
        if (branch.execution().exceedsPayload(submitted)) {
            failForSize();
            return;
        }
        phase = Phase.SUBMITTED;
        record(
                EventType.TaskSubmitted,
                new TaskOutput(events.resourceType(), events.resource(), submitted));
        restartHeartbeat();
    }

    private void timeOut(Failure failure) {
        branch.execution().runtime().abandon(request.taskToken());
        fail(failure, events.timedOut());
    }

    private void succeed(JsonNode output) {
        if (branch.execution().exceedsPayload(output)) {
            failForSize();
            return;
        }
        finish();
        record(events.succeeded(), events.succeededDetails(output));
        branch.execution().taskSucceeded(branch, output);
    }

    private void failForSize() {
        fail(
                Failure.ofTask(
                        Optional.of(ErrorName.DATA_LIMIT_EXCEEDED),
                        Optional.of(
                                "The state/task '"
                                        + events.nameInCauses()
                                        + "' returned a result with a size exceeding the maximum number of bytes service"
                                        + " limit.")),
                events.failed(TaskOutcome.Phase.RUN));
    }

    private void fail(Failure failure, EventType type) {
        finish();
        EventDetails details =
                events.isIntegration()
                        ? new TaskFailure(
                                events.resourceType(),
                                events.resource(),
                                failure.error(),
                                failure.cause())
                        : new EventDetails.Failure(failure.error(), failure.cause());
        record(type, details);
        branch.execution().failed(branch, failure);
    }

    /** The branch is being stopped. */
    public void abandon() {
        finish();
        branch.execution().runtime().abandon(request.taskToken());
    }

    private void finish() {
        boolean answerable = phase == Phase.SUBMITTED || events.isActivity();
        branch.execution().simulation().over(this, answerable);
        phase = Phase.OVER;
        cancel(timeout);
        cancel(heartbeat);
        cancel(next);
        branch.waitNoLonger();
    }

    private static void cancel(Timeline.@Nullable Appointment appointment) {
        if (appointment != null) {
            appointment.cancel();
        }
    }

    private Timeline.Appointment in(long seconds, Runnable action) {
        return at(branch.execution().now().plusSeconds(seconds), action);
    }

    private Timeline.Appointment at(Instant when, Runnable action) {
        return branch.execution().at(when, branch, action);
    }

    private void record(EventType type, EventDetails details) {
        branch.happened(branch.execution().record(type, branch.lastEventId(), details));
    }

    // What comes back from outside.

    public TaskSignals.Answer workerStarted(Optional<String> workerName) {
        return when(phase == Phase.SCHEDULED, () -> begin(workerName));
    }

    public TaskSignals.Answer workerBeat() {
        return when(phase != Phase.OVER, this::restartHeartbeat);
    }

    public TaskSignals.Answer workerSucceeded(JsonNode output) {
        return when(phase != Phase.OVER, () -> succeed(output));
    }

    public TaskSignals.Answer workerFailed(Optional<String> error, Optional<String> cause) {
        return when(
                phase != Phase.OVER,
                () -> fail(Failure.ofTask(error, cause), events.failed(TaskOutcome.Phase.RUN)));
    }

    private TaskSignals.Answer when(boolean possible, Runnable action) {
        if (!possible) {
            return TaskSignals.Answer.TASK_TIMED_OUT;
        }
        branch.execution().act(branch, action);
        return TaskSignals.Answer.ACCEPTED;
    }

    public boolean isWaitingForSignal() {
        return phase == Phase.SUBMITTED || (forWorker && phase != Phase.OVER);
    }

    public boolean isExternal() {
        return external;
    }

    public Execution.PendingTask pending() {
        Optional<Instant> limit = Optional.ofNullable(timeout).map(Timeline.Appointment::when);
        Optional<Instant> beat = Optional.ofNullable(heartbeat).map(Timeline.Appointment::when);
        Optional<Instant> first =
                limit.isPresent() && beat.isPresent() && beat.get().isBefore(limit.get())
                        ? beat
                        : limit.or(() -> beat);
        return new Execution.PendingTask(
                request.taskToken(),
                request.stateName(),
                request.input(),
                request.at(),
                first,
                external,
                branch.lastEventId());
    }
}

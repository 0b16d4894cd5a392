package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.State;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.Transition;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.EventType;
import dev.statecraft.engine.history.ExecutionHistory;
import dev.statecraft.engine.history.HistoryRecorder;
import dev.statecraft.engine.map.MapJoin;
import dev.statecraft.engine.map.MapRun;
import dev.statecraft.engine.states.ContextObject;
import dev.statecraft.engine.states.Interpreter;
import dev.statecraft.engine.states.PayloadLimit;
import dev.statecraft.engine.states.StateScope;
import dev.statecraft.engine.states.Step;
import dev.statecraft.engine.states.Variables;
import dev.statecraft.engine.tasks.TaskAttempt;
import dev.statecraft.engine.tasks.TaskRuntime;
import dev.statecraft.query.Budget;
import dev.statecraft.query.PayloadSize;
import dev.statecraft.query.RandomSource;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes happen what {@link Interpreter} decides: moves the branches, writes the history, ends the execution. */
public final class RunningExecution extends StandingExecution {
    /** What ends an execution from outside hangs on no event (recorded 2024-05). */
    private static final long FROM_OUTSIDE = 0;

    private final Timeline timeline;
    private final Simulation simulation;
    private final HistoryRecorder recorder;
    private final RandomSource random;
    private Budget budget = Budget.standard();
    private ObjectNode contextOfExecution;
    private final ObjectNode contextOfStateMachine;
    private final Branch root;
    private final Optional<Recording> recording;
    private final Map<Long, JsonNode> substitutes;

    private Timeline.@Nullable Appointment deadline;

    public RunningExecution(ExecutionRequest request, Simulation simulation, Timeline timeline) {
        this(request, Optional.empty(), simulation, timeline);
    }

    /** @param mapRunArn of the Map Run whose child this is */
    public RunningExecution(
            ExecutionRequest request,
            Optional<String> mapRunArn,
            Simulation simulation,
            Timeline timeline) {
        super(request, timeline.instant(), mapRunArn);
        this.simulation = simulation;
        this.timeline = timeline;
        this.recording = simulation.recordingOf(request.executionArn());
        this.substitutes = simulation.substitutesOf(request.executionArn());
        this.recorder = new HistoryRecorder(timeline, request.quotas().historyEvents(), recording);
        this.random = new RandomSource(request.seed());
        this.contextOfExecution = ContextObject.ofExecution(request, startDate());
        this.contextOfStateMachine = ContextObject.ofStateMachine(request);
        request.inputText().ifPresent(text -> recorder.given(request.input(), text));
        this.root =
                new Branch(
                        this,
                        request.stateMachine().states(),
                        Variables.none(),
                        request.input(),
                        null,
                        0,
                        0);
    }

    void start() {
        simulation.began();
        record(
                EventType.ExecutionStarted,
                0,
                new EventDetails.Started(request().input(), request().roleArn()));
        setDeadline();
        soon(root);
    }

    private void setDeadline() {
        deadline = timeline.at(request().deadline(startDate(), now()), this::timeOut);
    }

    /** Goes on where it stopped, with the same input and definition. */
    void redrive() {
        reopen(now());
        simulation.began();
        budget = Budget.standard();
        contextOfExecution =
                ContextObject.ofExecution(request(), startDate(), redriveCount(), redriveDate());
        recorder.record(
                EventType.ExecutionRedriven,
                recorder.lastId(),
                new EventDetails.Redriven(redriveCount()));
        setDeadline();
        Redriving.goOn(root);
    }

    // Moving a branch.

    /** Enters the state that {@code branch} has come to. */
    void enter(Branch branch) {
        act(
                branch,
                () -> {
                    State state = branch.state();
                    if (!substitutes.isEmpty()) {
                        branch.takeInstead(
                                substitutes.getOrDefault(recorder.lastId() + 1, branch.input()));
                    }
                    long event =
                            record(
                                    StateEvents.entered(state),
                                    branch.lastEventId(),
                                    new EventDetails.StateEntered(state.name(), branch.input()));
                    branch.entered(event, now(), StateEvents.retriers(state).size());
                    recording.ifPresent(it -> it.entered(branch));
                    process(branch);
                });
    }

    /** Does what the state that {@code branch} is in does first: on entering it, and again for each retry. */
    void process(Branch branch) {
        if (branch.state() instanceof TaskState) {
            branch.prepareTask(simulation.newTaskToken());
        }
        follow(branch, Interpreter.enter(branch.state(), StateScope.of(branch)));
    }

    private void follow(Branch branch, Step step) {
        switch (step) {
            case Step.Advance advance -> advance(branch, advance);
            case Step.SleepUntil sleep ->
                    branch.waitFor(at(sleep.when(), branch, () -> wake(branch)));
            case Step.Invoke invoke -> {
                PayloadLimit.requireInput(branch, invoke.parameters());
                TaskAttempt.invoke(branch, invoke);
            }
            case Step.Fork fork -> {
                PayloadLimit.requireInput(branch, fork.input());
                ParallelJoin.start(branch, (ParallelState) branch.state(), fork.input());
            }
            case Step.Iterate iterate -> MapJoin.start(branch, (MapState) branch.state(), iterate);
            case Step.StartMapRun run ->
                    MapRun.start(branch, (MapState) branch.state(), run.effectiveInput());
            case Step.Succeed succeed -> {
                exit(branch, succeed.output(), Map.of());
                recording.ifPresent(it -> it.assigned(branch));
                ended(branch, succeed.output());
            }
            case Step.Fail fail -> failed(branch, fail.failure());
        }
    }

    private void wake(Branch branch) {
        branch.waitNoLonger();
        advance(branch, Interpreter.resume(branch.state(), StateScope.of(branch), branch.input()));
    }

    public void taskSucceeded(Branch branch, JsonNode result) {
        advance(branch, Interpreter.resume(branch.state(), StateScope.of(branch), result));
    }

    /** All branches or iterations of the state that {@code branch} is in have ended. */
    public void gathered(Branch branch, JsonNode result) {
        branch.waitNoLonger();
        act(
                branch,
                () ->
                        advance(
                                branch,
                                Interpreter.resume(branch.state(), StateScope.of(branch), result)));
    }

    void advance(Branch branch, Step.Advance advance) {
        if (!advance.assigned().isEmpty()) {
            branch.variables().require(advance.assigned());
        }
        exit(branch, advance.output(), advance.assigned());
        branch.variables().assign(advance.assigned());
        recording.ifPresent(it -> it.assigned(branch));
        switch (advance.transition()) {
            case Transition.Next next -> {
                branch.moveTo(next.state(), advance.output());
                soon(branch);
            }
            case Transition.End end -> ended(branch, advance.output());
        }
    }

    private void exit(Branch branch, JsonNode output, Map<String, JsonNode> assigned) {
        PayloadLimit.requireOutput(branch, output);
        branch.happened(
                record(
                        StateEvents.exited(branch.state()),
                        branch.lastEventId(),
                        new EventDetails.StateExited(branch.state().name(), output, assigned)));
        recording.ifPresent(it -> it.exited(branch, output, assigned));
    }

    private void ended(Branch branch, JsonNode result) {
        branch.end();
        branch.forgetUnfinished();
        branch.join()
                .ifPresentOrElse(
                        join -> act(join.outer(), () -> join.succeeded(branch, result)),
                        () -> succeed(result));
    }

    // Failing.

    /** The state that {@code branch} is in has failed: try again, go to a catcher, or give up. */
    public void failed(Branch branch, Failure failure) {
        if (!isOver()) {
            Recovery.recover(branch, failure);
        }
    }

    /** Does something for {@code branch}; what an expression throws fails its state. */
    public void act(Branch branch, Runnable action) {
        if (isOver() || branch.isOver()) {
            return;
        }
        try {
            Recovery.guard(branch, action);
        } catch (HistoryRecorder.Full full) {
            overflow(full);
        }
    }

    private void overflow(HistoryRecorder.Full full) {
        switch (request().type()) {
            case EXPRESS -> timeOut();
            case STANDARD ->
                    end(
                            EventType.ExecutionFailed,
                            ExecutionStatus.FAILED,
                            recorder.lastId(),
                            Optional.of(ErrorName.RUNTIME),
                            Optional.of(full.getMessage()));
        }
    }

    /** An error left the outermost branch. */
    void fail(Failure failure) {
        end(
                EventType.ExecutionFailed,
                ExecutionStatus.FAILED,
                root.lastEventId(),
                failure.error(),
                failure.cause());
    }

    // Ending.

    private void succeed(JsonNode result) {
        close(ExecutionStatus.SUCCEEDED, Optional.of(result), Optional.empty(), Optional.empty());
        recorder.recordEnd(
                EventType.ExecutionSucceeded,
                root.lastEventId(),
                new EventDetails.Succeeded(result));
        simulation.ended(this);
    }

    /** Only the event names the error: the execution itself shows its status alone (recorded 2024-05). */
    private void timeOut() {
        if (!isOver()) {
            Stopping.quietly(root);
            close(ExecutionStatus.TIMED_OUT, Optional.empty(), Optional.empty(), Optional.empty());
            recorder.recordEnd(
                    EventType.ExecutionTimedOut,
                    FROM_OUTSIDE,
                    new EventDetails.Failure(Optional.of(ErrorName.TIMEOUT), Optional.empty()));
            simulation.ended(this);
        }
    }

    /** StopExecution. */
    void stop(Optional<String> newError, Optional<String> newCause) {
        end(EventType.ExecutionAborted, ExecutionStatus.ABORTED, FROM_OUTSIDE, newError, newCause);
    }

    private void end(
            EventType type,
            ExecutionStatus newStatus,
            long previousEventId,
            Optional<String> newError,
            Optional<String> newCause) {
        if (isOver()) {
            return;
        }
        close(newStatus, Optional.empty(), newError, newCause);
        recorder.recordEnd(type, previousEventId, new EventDetails.Failure(newError, newCause));
        simulation.ended(this);
    }

    private void close(
            ExecutionStatus status,
            Optional<JsonNode> output,
            Optional<String> error,
            Optional<String> cause) {
        Stopping.quietly(root);
        close(now(), status, output, error, cause);
        if (deadline != null) {
            deadline.cancel();
        }
    }

    // What branches, tasks and joins need.

    public long record(EventType type, long previousEventId, EventDetails details) {
        return recorder.record(type, previousEventId, details);
    }

    public void soon(Branch branch) {
        if (branch.queue()) {
            timeline.soon(branch);
        }
    }

    public Optional<Recording> recording() {
        return recording;
    }

    long lastEventId() {
        return recorder.lastId();
    }

    public Timeline.Appointment at(Instant when, Branch branch, Runnable action) {
        return timeline.at(when, () -> act(branch, action));
    }

    public boolean exceedsPayload(JsonNode value) {
        return PayloadSize.exceeds(value, request().quotas().payloadBytes());
    }

    public TaskRuntime runtime() {
        return simulation.runtime();
    }

    public Simulation simulation() {
        return simulation;
    }

    public Instant now() {
        return timeline.instant();
    }

    public RandomSource random() {
        return random;
    }

    public Budget budget() {
        return budget;
    }

    public ObjectNode contextOfExecution() {
        return contextOfExecution;
    }

    public ObjectNode contextOfStateMachine() {
        return contextOfStateMachine;
    }

    @Override
    public RedriveStatus redriveStatus() {
        return RedriveStatus.of(this, now());
    }

    @Override
    public ExecutionHistory history() {
        return recorder.history();
    }

    @Override
    public List<PendingTask> pendingTasks() {
        return simulation.pendingTasksOf(this);
    }
}

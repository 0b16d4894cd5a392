package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.State;
import dev.statecraft.asl.States;
import dev.statecraft.engine.states.ContextObject;
import dev.statecraft.engine.states.Variables;
import dev.statecraft.engine.tasks.TaskAttempt;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * One thread of control in an execution: the machine itself, a branch of a Parallel, or an iteration of a Map. Knows where it
 * is; {@link RunningExecution} moves it.
 */
public final class Branch implements Runnable {
    private static final int[] NO_RETRIERS = {};

    private final RunningExecution execution;
    private final States states;
    private final Variables variables;
    private final @Nullable Join join;
    private final int index;

    private State state;
    private JsonNode input;
    private long lastEventId;
    private long enteredEventId;
    private long eventIdBeforeEntering;
    private Instant enteredTime = Instant.EPOCH;
    private int retryCount;
    private int[] retriesUsed = NO_RETRIERS;
    private boolean over;
    private boolean entered;
    private boolean queued;

    private @Nullable String taskToken;

    // What a redrive goes on with: the branches or iterations of the present state, if not all of
    // them succeeded.
    private @Nullable Join unfinished;

    // At most one of these is set: what the branch is waiting for.
    private @Nullable TaskAttempt task;
    private @Nullable Join inner;
    private Timeline.@Nullable Appointment timer;

    public Branch(
            RunningExecution execution,
            States states,
            Variables variables,
            JsonNode input,
            @Nullable Join join,
            int index,
            long lastEventId) {
        this.execution = execution;
        this.states = states;
        this.variables = variables;
        this.input = input;
        this.join = join;
        this.index = index;
        this.lastEventId = lastEventId;
        this.state = states.start();
    }

    /** Called by the timeline: enters the state that the branch has come to, or does it again after a redrive. */
    @Override
    public void run() {
        queued = false;
        if (entered) {
            Redriving.resume(this);
        } else {
            execution.enter(this);
        }
    }

    /** True if the timeline has to be told; false if it knows already. */
    boolean queue() {
        boolean isNew = !queued;
        queued = true;
        return isNew;
    }

    public RunningExecution execution() {
        return execution;
    }

    States states() {
        return states;
    }

    public Variables variables() {
        return variables;
    }

    Optional<Join> join() {
        return Optional.ofNullable(join);
    }

    /** Which branch or iteration this is, from 0. */
    public int index() {
        return index;
    }

    public State state() {
        return state;
    }

    /** The raw input of the present state. */
    public JsonNode input() {
        return input;
    }

    /** What somebody wants the state to be entered with, in place of what led here. */
    void takeInstead(JsonNode other) {
        input = other;
    }

    public long lastEventId() {
        return lastEventId;
    }

    public void happened(long eventId) {
        lastEventId = eventId;
    }

    public long enteredEventId() {
        return enteredEventId;
    }

    long eventIdBeforeEntering() {
        return eventIdBeforeEntering;
    }

    public void entered(long eventId, Instant when, int retriers) {
        eventIdBeforeEntering = lastEventId;
        enteredEventId = eventId;
        lastEventId = eventId;
        enteredTime = when;
        retryCount = 0;
        retriesUsed = retriers == 0 ? NO_RETRIERS : new int[retriers];
        entered = true;
    }

    /** False while the branch is on its way to its state. */
    boolean hasEntered() {
        return entered;
    }

    void moveTo(String next, JsonNode output) {
        state = states.named(next);
        input = output;
        taskToken = null;
        entered = false;
        unfinished = null;
    }

    /** Retries used so far of the retrier at {@code retrier}, in this stay in the state. */
    int retriesUsed(int retrier) {
        return retriesUsed[retrier];
    }

    void useRetry(int retrier) {
        retriesUsed[retrier]++;
        retryCount++;
    }

    /** The state is tested as it would run after so many retries. */
    public void retriedBefore(int times) {
        retryCount = times;
    }

    void forgetRetries() {
        retryCount = 0;
        retriesUsed = retriesUsed.length == 0 ? NO_RETRIERS : new int[retriesUsed.length];
    }

    public int retryCount() {
        return retryCount;
    }

    public ObjectNode contextOfState() {
        return ContextObject.ofState(state, enteredTime, retryCount);
    }

    /** {@code $$.Task.Token}: names the present attempt of a Task state. */
    public Optional<String> taskToken() {
        return Optional.ofNullable(taskToken);
    }

    public void prepareTask(String token) {
        taskToken = token;
    }

    Optional<TaskAttempt> task() {
        return Optional.ofNullable(task);
    }

    Optional<Join> inner() {
        return Optional.ofNullable(inner);
    }

    boolean isSleeping() {
        return timer != null;
    }

    public void waitFor(TaskAttempt attempt) {
        task = attempt;
    }

    public void waitFor(Join join) {
        inner = join;
        unfinished = join;
    }

    Optional<Join> unfinished() {
        return Optional.ofNullable(unfinished);
    }

    /** The state will be done as a whole again, if at all. */
    void forgetUnfinished() {
        unfinished = null;
    }

    public void waitFor(Timeline.Appointment appointment) {
        timer = appointment;
    }

    public void waitNoLonger() {
        if (timer != null) {
            timer.cancel();
        }
        timer = null;
        task = null;
        inner = null;
    }

    public boolean isOver() {
        return over;
    }

    void end() {
        over = true;
        variables.forget();
        waitNoLonger();
    }

    /** A redrive: the branch goes on, with all its retries. */
    void revive() {
        over = false;
        variables.remember();
        forgetRetries();
    }
}

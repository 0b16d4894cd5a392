package dev.statecraft.region;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Recording;
import dev.statecraft.engine.RedriveStatus;
import dev.statecraft.sandbox.Account;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An execution that somebody started from outside, with the clock it runs on and everything that it started itself. Only one
 * thread at a time looks at it or moves it on.
 */
public final class LiveExecution {
    private static final Duration TOKENS_KEPT = Duration.ofMinutes(15);

    private final Account account;
    private final Execution execution;
    private final Target target;
    private final Pacemaker pacemaker;
    private final Consumer<LiveExecution> afterTurn;
    private final long sequence;
    private final Recording recording;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile CompletableFuture<LiveExecution> ended = new CompletableFuture<>();
    private Duration ahead = Duration.ZERO;
    private final Map<String, Instant> clientTokens = new HashMap<>();
    private @Nullable Future<?> alarm;
    private @Nullable String broken;

    LiveExecution(
            Account account,
            Execution execution,
            Target target,
            Pacemaker pacemaker,
            Consumer<LiveExecution> afterTurn,
            long sequence,
            Recording recording) {
        this.account = account;
        this.execution = execution;
        this.target = target;
        this.pacemaker = pacemaker;
        this.afterTurn = afterTurn;
        this.sequence = sequence;
        this.recording = recording;
    }

    public RegisteredMachine machine() {
        return target.machine();
    }

    /** The revision of the state machine that it runs. */
    public Revision revision() {
        return target.revision();
    }

    public Optional<String> versionArn() {
        return target.versionArn();
    }

    public Optional<String> aliasArn() {
        return target.aliasArn();
    }

    public String arn() {
        return execution.request().executionArn();
    }

    ExecutionRequest request() {
        return execution.request();
    }

    public Instant startDate() {
        return execution.startDate();
    }

    /** What went on inside it; empty for one of the older executions. */
    public Recording recording() {
        return recording;
    }

    /** Grows with each execution; orders lists. */
    public long sequence() {
        return sequence;
    }

    /** Completes when the execution is over. */
    public CompletableFuture<LiveExecution> ended() {
        return ended;
    }

    /** Looks at the execution while nobody moves it. */
    public <T> T read(Function<Execution, T> look) {
        return readAccount(account -> look.apply(execution));
    }

    /** Looks at the execution and all that it started while nobody moves them. */
    public <T> T readAccount(Function<Account, T> look) {
        lock.lock();
        try {
            return look.apply(account);
        } finally {
            lock.unlock();
        }
    }

    /** Lets somebody outside act on the execution now, and moves it on as far as it goes. */
    <T> T act(Function<Account, T> action) {
        lock.lock();
        try {
            keepUpWithTime();
            T answer = action.apply(account);
            if (ended.isDone() && !isOver()) {
                // It was redriven.
                ended = new CompletableFuture<>();
            }
            moveOn();
            return answer;
        } finally {
            // Before anybody else can look: whoever sees a task token may use it.
            afterTurn.accept(this);
            lock.unlock();
        }
    }

    /** RedriveExecution, of the execution itself or one that it started; the answer says why not, if not. */
    RedriveStatus redrive(String executionArn) {
        return act(account -> account.redrive(executionArn));
    }

    /** False if a call with this token came within the last fifteen minutes: then it is the same call once more. */
    boolean isFirstUse(String clientToken) {
        lock.lock();
        try {
            Instant now = pacemaker.now();
            clientTokens.values().removeIf(it -> it.plus(TOKENS_KEPT).isBefore(now));
            return clientTokens.putIfAbsent(clientToken, now) == null;
        } finally {
            lock.unlock();
        }
    }

    /** Moves the execution on as far as it goes. */
    void turn() {
        act(account -> account);
    }

    private void keepUpWithTime() {
        guarded(() -> account.catchUpTo(pacemaker.now().plus(ahead)));
    }

    private void moveOn() {
        guarded(
                () -> {
                    if (pacemaker.mode() == Pacemaker.ClockMode.VIRTUAL) {
                        account.run();
                        Duration lead = Duration.between(pacemaker.now(), account.now());
                        ahead = lead.compareTo(ahead) > 0 ? lead : ahead;
                    } else {
                        account.catchUpTo(pacemaker.now());
                    }
                });
        setAlarm();
        if (isOver()) {
            ended.complete(this);
        }
    }

    // A fault of ours must not leave an execution running for ever, nor a caller without an answer.
    private void guarded(Runnable action) {
        if (broken != null) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            broken = "The engine could not go on: " + e.getClass().getSimpleName();
            System.getLogger(LiveExecution.class.getName())
                    .log(System.Logger.Level.ERROR, "An execution broke", e);
            account.stop(arn(), Optional.of("States.Runtime"), Optional.of(broken));
        }
    }

    private void setAlarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
        Optional<Instant> due = account.nextDue();
        if (broken == null && due.isPresent()) {
            Duration delay = Duration.between(pacemaker.now().plus(ahead), due.get());
            alarm = pacemaker.after(delay, this::turn);
        }
    }

    private boolean isOver() {
        return broken != null || execution.status().isFinal();
    }
}

package dev.statecraft.region;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.Recording;
import dev.statecraft.engine.RedriveStatus;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.tasks.TaskSignals;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.ActivityTask;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** The account's executions: those that run and those that are over. Safe for use by several threads. */
public final class Executions {
    /** More executions than one clock ever carries; spaces the places of lists. */
    private static final long MOST_WITHIN_ONE = 100_000_000;

    /** How many executions are kept; of those that are over, the oldest go first. */
    static final int KEPT = 10_000;

    private static final int RECORDED = 200;

    private final Region region;
    private final Pacemaker pacemaker;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, LiveExecution> byArn = new ConcurrentHashMap<>();
    private final MapRuns mapRuns = new MapRuns();
    private final ConcurrentSkipListMap<Long, LiveExecution> inOrder =
            new ConcurrentSkipListMap<>();
    private final Map<String, LiveExecution> byToken = new ConcurrentHashMap<>();
    private final Deque<Recording> recordings = new ConcurrentLinkedDeque<>();

    Executions(Region region, Pacemaker pacemaker) {
        this.region = region;
        this.pacemaker = pacemaker;
    }

    /** Starts an execution of a Standard or an asynchronous one of an Express state machine; answers at once. */
    public LiveExecution start(String machineArn, Optional<String> name, Optional<String> input) {
        StartRequest start = StartRequest.of(machineArn, name, input, region);
        String arn = start.executionArn();
        synchronized (this) {
            LiveExecution existing = byArn.get(arn);
            if (existing != null) {
                return same(existing, start);
            }
            LiveExecution live = begin(start, arn);
            if (region.runsTwice(start.target().machine())) {
                live.act(account -> account.startAgain(live.request()));
            }
            return live;
        }
    }

    /** Runs an execution of an Express state machine to its end; the answer completes then. */
    public LiveExecution startSync(
            String machineArn, Optional<String> name, Optional<String> input) {
        StartRequest start = StartRequest.of(machineArn, name, input, region);
        if (start.target().machine().type() != StateMachineType.EXPRESS) {
            throw typeNotSupported();
        }
        return begin(start, start.executionArn());
    }

    private LiveExecution begin(StartRequest start, String arn) {
        Target target = start.target();
        long seed = seedOf(arn);
        Account account =
                Account.sharing(
                        region.surroundings(start.mocks()),
                        seed,
                        pacemaker.now().truncatedTo(ChronoUnit.MILLIS));
        Recording recording = recording();
        account.record(arn, recording);
        Execution execution =
                account.start(
                        new ExecutionRequest(
                                target.revision().machine(),
                                target.machine().name(),
                                target.machine().arn(),
                                start.name(),
                                arn,
                                target.machine().type(),
                                target.revision().roleArn(),
                                Region.NAME,
                                start.input(),
                                Optional.of(start.inputText()),
                                seed,
                                Quotas.of(target.machine().type())));
        var live =
                new LiveExecution(
                        account,
                        execution,
                        target,
                        pacemaker,
                        this::afterTurn,
                        sequence.incrementAndGet(),
                        recording);
        byArn.put(arn, live);
        inOrder.put(live.sequence(), live);
        forgetOldest();
        pacemaker.soon(live::turn);
        return live;
    }

    /** For the newest executions it is kept what went on inside them; more would fill the memory. */
    private Recording recording() {
        var recording = new Recording();
        recordings.add(recording);
        if (recordings.size() > RECORDED) {
            recordings.remove().forget();
        }
        return recording;
    }

    /** The same name again is the same execution while it runs with the same input. */
    private static LiveExecution same(LiveExecution existing, StartRequest start) {
        boolean same =
                existing.read(
                        it ->
                                it.status() == ExecutionStatus.RUNNING
                                        && it.request().input().equals(start.input()));
        if (same) {
            return existing;
        }
        throw new ServiceError(
                "ExecutionAlreadyExists", "Execution Already Exists: '" + existing.arn() + "'");
    }

    // The same ARN leads to the same random numbers, so a run can be told again.
    private static long seedOf(String arn) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(arn.getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void forgetOldest() {
        if (inOrder.size() <= KEPT) {
            return;
        }
        inOrder.values().stream()
                .filter(live -> live.ended().isDone())
                .findFirst()
                .ifPresent(this::forget);
    }

    /** The state machine is being deleted: its executions are ended and forgotten. */
    void forget(RegisteredMachine machine) {
        for (LiveExecution live : inOrder.values()) {
            if (live.machine() == machine) {
                live.act(account -> account.stop(live.arn(), Optional.empty(), Optional.empty()));
                forget(live);
            }
        }
    }

    private void forget(LiveExecution live) {
        inOrder.remove(live.sequence());
        byArn.values().removeIf(it -> it == live);
        mapRuns.forget(live);
        byToken.values().removeIf(it -> it == live);
    }

    private void afterTurn(LiveExecution live) {
        live.readAccount(
                account -> {
                    account.pendingTasks().forEach(task -> byToken.put(task.taskToken(), live));
                    for (Execution it : account.executions()) {
                        byArn.putIfAbsent(it.request().executionArn(), live);
                    }
                    mapRuns.add(account.mapRunArns(), live);
                    return account;
                });
        if (region.workers().isAnybodyWaiting()) {
            pacemaker.soon(region.workers()::serve);
        }
    }

    /** Gives a worker the oldest task of the activity that nobody has taken. */
    Optional<ActivityTask> takeTask(String activityArn, Optional<String> worker) {
        for (LiveExecution live : inOrder.values()) {
            if (!live.ended().isDone() && live.readAccount(it -> it.hasActivityTask(activityArn))) {
                Optional<ActivityTask> task =
                        live.act(account -> account.takeActivityTask(activityArn, worker));
                if (task.isPresent()) {
                    return task;
                }
            }
        }
        return Optional.empty();
    }

    /** The execution of that ARN, nested or not, and the one that carries it. */
    public record Found(LiveExecution live, String arn) {
        /** Looks at the execution while nobody moves it. */
        public <T> T read(Function<Execution, T> look) {
            return live.readAccount(
                    account ->
                            look.apply(
                                    account.execution(arn)
                                            .orElseThrow(() -> ServiceError.noSuchExecution(arn))));
        }
    }

    /** @throws ServiceError {@code InvalidArn} or {@code ExecutionDoesNotExist} */
    public Found get(String arnText) {
        StatesArn.parse(arnText, "execution");
        LiveExecution live = byArn.get(arnText);
        if (live == null) {
            throw ServiceError.noSuchExecution(arnText);
        }
        return new Found(live, arnText);
    }

    /**
     * The same, and also the Express children of Map Runs: other Express executions cannot be described.
     *
     * @throws ServiceError {@code InvalidArn} or {@code ExecutionDoesNotExist}
     */
    public Found describable(String arnText) {
        LiveExecution live = byArn.get(arnText);
        if (live != null) {
            var found = new Found(live, arnText);
            if (found.read(Execution::mapRunArn).isPresent()) {
                return found;
            }
        }
        return get(arnText);
    }

    /** The revision that an execution runs; for a nested one, the newest of its state machine. */
    public Revision revisionOf(Found found) {
        String machine = found.read(it -> it.request().stateMachineName());
        LiveExecution live = found.live();
        return live.machine().name().equals(machine)
                ? live.revision()
                : region.machines()
                        .named(machine)
                        .map(RegisteredMachine::revision)
                        .orElseGet(live::revision);
    }

    /** Those that were started from outside, newest first. */
    public List<LiveExecution> all() {
        return new ArrayList<>(inOrder.descendingMap().values());
    }

    /**
     * An execution in a list.
     *
     * @param place falls along a list that begins with the newest
     */
    public record Listed(long place, Found found) {
        /** True for an execution that was started from outside. */
        public boolean isOutermost() {
            return found.live().arn().equals(found.arn());
        }
    }

    /** Those of one Standard state machine, whoever started them, newest first; the children of Map Runs are not among them. */
    public List<Listed> of(RegisteredMachine machine) {
        List<Listed> all = new ArrayList<>();
        for (LiveExecution live : inOrder.descendingMap().values()) {
            List<Execution> within = live.readAccount(Account::executions);
            for (int i = within.size() - 1; i >= 0; i--) {
                Execution execution = within.get(i);
                boolean own = i > 0 || live.machine() == machine;
                if (own
                        && execution.request().stateMachineArn().equals(machine.arn())
                        && execution.mapRunArn().isEmpty()) {
                    all.add(
                            new Listed(
                                    live.sequence() * MOST_WITHIN_ONE + i,
                                    new Found(live, execution.request().executionArn())));
                }
            }
        }
        return all;
    }

    /** StopExecution; an execution that is over stays as it ended. */
    public void stop(Found found, Optional<String> error, Optional<String> cause) {
        found.live().act(account -> account.stop(found.arn(), error, cause));
    }

    /**
     * RedriveExecution.
     *
     * @param clientToken a second call with the same token within fifteen minutes does nothing, and succeeds
     * @throws ServiceError {@code ExecutionNotRedrivable} with the reason
     */
    public void redrive(Found found, Optional<String> clientToken) {
        if (clientToken.isPresent()
                && !found.live().isFirstUse(found.arn() + " " + clientToken.get())) {
            return;
        }
        RedriveStatus status = found.live().redrive(found.arn());
        if (!status.isRedrivable()) {
            throw new ServiceError(
                    "ExecutionNotRedrivable",
                    status.reason()
                            .orElse(
                                    "A child execution of a Map Run is redriven with the execution that started the Map"
                                            + " Run"));
        }
    }

    public MapRuns mapRuns() {
        return mapRuns;
    }

    /** Hands what somebody outside reports about a task to the execution that waits for it. */
    public TaskSignals.Answer signal(
            String token, Function<TaskSignals, TaskSignals.Answer> report) {
        LiveExecution live = byToken.get(token);
        return live == null
                ? TaskSignals.Answer.INVALID_TOKEN
                : live.act(account -> report.apply(account.signals()));
    }

    boolean hasTask(String token) {
        return byToken.containsKey(token);
    }

    /** What one execution does with another; later, for the same reason as {@link #report}. */
    boolean act(String arn, Consumer<Account> action) {
        LiveExecution live = byArn.get(arn);
        if (live == null) {
            return false;
        }
        pacemaker.soon(
                () ->
                        live.act(
                                account -> {
                                    action.accept(account);
                                    return account;
                                }));
        return true;
    }

    /** What one execution reports about a task in another; later, since a thread that moves one must not wait for another. */
    void report(String token, Consumer<TaskSignals> report) {
        pacemaker.soon(
                () ->
                        holder(token)
                                .ifPresent(
                                        live ->
                                                live.act(
                                                        account -> {
                                                            report.accept(account.signals());
                                                            return account;
                                                        })));
    }

    /** Its token is noted when its turn ends; until then, looking waits for the end of that turn. */
    private Optional<LiveExecution> holder(String token) {
        LiveExecution noted = byToken.get(token);
        return noted != null
                ? Optional.of(noted)
                : inOrder.values().stream()
                        .filter(live -> !live.ended().isDone())
                        .filter(live -> live.readAccount(account -> account.isPending(token)))
                        .findFirst();
    }

    static ServiceError typeNotSupported() {
        return new ServiceError(
                "StateMachineTypeNotSupported",
                "This operation is not supported by this type of state machine");
    }
}

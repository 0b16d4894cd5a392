package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.MapRunDescription;
import dev.statecraft.engine.Recording;
import dev.statecraft.engine.RedriveStatus;
import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.tasks.ObjectStore;
import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.engine.tasks.TaskRuntime;
import dev.statecraft.engine.tasks.TaskSignals;
import dev.statecraft.query.RandomSource;
import dev.statecraft.sandbox.recorded.MockedTasks;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.services.NestedExecutions;
import dev.statecraft.sandbox.services.Services;
import dev.statecraft.sandbox.stores.Buckets;
import dev.statecraft.sandbox.stores.Messages;
import dev.statecraft.sandbox.stores.Stores;
import dev.statecraft.sandbox.stores.Tables;
import dev.statecraft.sandbox.world.World;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A simulated AWS account: its services, its executions, one virtual clock and one seed. The same world, faults, seed and requests
 * always lead to the same history.
 */
public final class Account implements TaskRuntime {
    public static final String ID = "111111111111";
    public static final String REGION = "us-east-1";

    /** When simulated time begins, unless told otherwise. */
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** The name of a state machine that has none of its own. */
    public static final String WORKFLOW = "workflow";

    private final World world;
    private final FaultPlan faults;
    private final Timeline timeline;
    private final Simulation simulation;
    private final RandomSource random;
    private final Stores stores;
    private final MockedTasks mocks;
    private final boolean shared;
    private final NestedExecutions nested;
    private final ActivityQueues activities = new ActivityQueues();
    private final Workers workers;
    private final Directory directory;
    private final Ledger ledger = new Ledger();
    private final People people;
    private final Services services;
    private final Map<String, Integer> callsOfTarget = new LinkedHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private int executions;

    public Account(World world, FaultPlan faults, long seed, Instant start) {
        this(world, faults, TestCase.NONE, seed, start);
    }

    /** An account in which the tasks of the executions of {@code workflow} are answered by a test case, as far as it goes. */
    public Account(World world, FaultPlan faults, TestCase mocks, long seed, Instant start) {
        this(world, faults, seed, new Timeline(start), Optional.empty(), mocks.tasksOf(WORKFLOW));
    }

    private Account(
            World world,
            FaultPlan faults,
            long seed,
            Timeline timeline,
            Optional<Surroundings> surroundings,
            MockedTasks mocks) {
        this.world = world;
        this.faults = faults;
        this.timeline = timeline;
        this.shared = surroundings.isPresent();
        this.mocks = mocks;
        this.directory =
                surroundings
                        .map(Surroundings::directory)
                        .orElseGet(() -> new WorldDirectory(world));
        this.random = new RandomSource(seed);
        this.simulation =
                new Simulation(timeline, this, random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE));
        this.stores =
                surroundings.map(Surroundings::stores).orElseGet(() -> Stores.of(world, timeline));
        this.people = new People(world, this);
        this.workers = new Workers(world, this);
        this.nested = new NestedExecutions(simulation, timeline, directory, random, shared);
        this.services = Services.with(nested);
    }

    /** An account in which nothing goes wrong that the world does not say. */
    public static Account of(World world) {
        return new Account(world, FaultPlan.NONE, 1, START);
    }

    /**
     * One clock of an account that has many, each for an execution that somebody started from outside. Task tokens that nobody in the world answers are waited for, since a program outside may hold them.
     */
    public static Account sharing(Surroundings surroundings, long seed, Instant start) {
        return new Account(
                surroundings.world(),
                FaultPlan.NONE,
                seed,
                new Timeline(start),
                Optional.of(surroundings),
                surroundings.mocks());
    }

    // Running.

    /** Starts an execution and runs the account until nothing can happen any more, or only somebody outside can go on. */
    public Execution execute(StateMachine stateMachine, JsonNode input) {
        Execution execution =
                start(stateMachine, WORKFLOW, "run-" + (executions + 1), input, Optional.empty());
        run();
        return execution;
    }

    /** @param inputText the caller's spelling of the input */
    public Execution start(
            StateMachine stateMachine,
            String machineName,
            String name,
            JsonNode input,
            Optional<String> inputText) {
        executions++;
        return simulation.start(
                ExecutionRequest.standard(
                        stateMachine,
                        machineName,
                        name,
                        ID,
                        REGION,
                        input,
                        inputText,
                        random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    /**
     * Runs until all executions are over, or until time could only pass while somebody outside is waited for. What people would do
     * later, when nobody waits for it any more, does not move the clock: an execution that failed must stay redrivable.
     */
    public void run() {
        timeline.runDue();
        while (simulation.isRunning() && !simulation.waitsForOutside() && timeline.runNext()) {
            // Each turn does all that is due at one moment.
        }
    }

    /** Lets time pass until the next thing is due, whoever is waited for, and runs on. */
    public void letTimePass() {
        timeline.runNext();
        run();
    }

    /** Has {@code recording} keep what will go on inside the execution of that ARN. */
    public void record(String executionArn, Recording recording) {
        simulation.record(executionArn, recording);
    }

    /** Has the execution of that ARN enter some states with another input, by the event with which they are entered. */
    public void substitute(String executionArn, Map<Long, JsonNode> inputs) {
        simulation.substitute(executionArn, inputs);
    }

    /** Starts an execution with all that the caller says; it takes its first step when the account runs. */
    public Execution start(ExecutionRequest request) {
        return simulation.start(request);
    }

    /** Runs the same execution once more beside itself, as may happen to an asynchronous Express execution. */
    public Execution startAgain(ExecutionRequest request) {
        return simulation.startAgain(request);
    }

    /** Lets time pass up to {@code when}, and not further. */
    public void catchUpTo(Instant when) {
        timeline.advanceTo(when);
    }

    /** Whether an execution waits for somebody outside, so that time must not jump. */
    public boolean waitsForOutside() {
        return simulation.waitsForOutside();
    }

    /** Lets time pass up to {@code when}, and runs on. */
    public void advanceTo(Instant when) {
        timeline.advanceTo(when);
        run();
    }

    public Instant now() {
        return timeline.instant();
    }

    /** When something is due next. */
    public Optional<Instant> nextDue() {
        return timeline.nextDue();
    }

    /** How somebody outside answers a task. */
    public TaskSignals signals() {
        return simulation;
    }

    /** All executions on this clock, in the order of their start: also nested ones and the children of Map Runs. */
    public List<Execution> executions() {
        return simulation.executions();
    }

    public Optional<Execution> execution(String executionArn) {
        return simulation.execution(executionArn);
    }

    /** All tasks that wait for an answer. */
    public List<Execution.PendingTask> pendingTasks() {
        return simulation.pendingTasks();
    }

    /** Whether a task of that token can still be answered. */
    public boolean isPending(String taskToken) {
        return simulation.isPending(taskToken);
    }

    /** StopExecution. */
    public boolean stop(String executionArn, Optional<String> error, Optional<String> cause) {
        return simulation.stop(executionArn, error, cause);
    }

    /**
     * RedriveExecution: the execution goes on when the account runs.
     *
     * @return whether it could be redriven; if not, nothing has changed
     */
    public RedriveStatus redrive(String executionArn) {
        return simulation.redrive(executionArn);
    }

    /** All Map Runs on this clock, in the order of their start. */
    public List<MapRunDescription> mapRuns() {
        return simulation.mapRuns();
    }

    public Set<String> mapRunArns() {
        return simulation.mapRunArns();
    }

    public Optional<MapRunDescription> mapRun(String mapRunArn) {
        return simulation.mapRun(mapRunArn);
    }

    /** UpdateMapRun: changes what is given; false if there is no such Map Run. */
    public boolean updateMapRun(
            String mapRunArn,
            OptionalLong maxConcurrency,
            OptionalLong toleratedFailureCount,
            OptionalDouble toleratedFailurePercentage) {
        return simulation.updateMapRun(
                mapRunArn, maxConcurrency, toleratedFailureCount, toleratedFailurePercentage);
    }

    // What happened.

    /** All calls that tasks made, in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** All side effects, in order. */
    public List<EffectRecord> effects() {
        return ledger.records();
    }

    public Buckets buckets() {
        return stores.buckets();
    }

    public Tables tables() {
        return stores.tables();
    }

    /** What was sent to queues, topics and event buses. */
    public Messages messages() {
        return stores.messages();
    }

    /** How many requests have reached each person who answers by script. */
    public Map<String, Integer> requestsToPeople() {
        return people.requests();
    }

    public World world() {
        return world;
    }

    // For tasks.

    @Override
    public TaskOutcome start(TaskRequest task) {
        Optional<TaskOutcome> mocked = mocks.answer(task, timeline, simulation);
        if (mocked.isPresent()) {
            return mocked.get();
        }
        ResourceArn resource = ResourceArn.parse(task.resource());
        if (resource.service().equals("activity")) {
            activities.add(task);
            return new TaskOutcome.Queued(!workers.takesFrom(resource));
        }
        Optional<SimulatedService> known = services.named(resource.service());
        if (known.isEmpty()) {
            return Services.unknown(task);
        }
        SimulatedService service = known.get();
        var counted = new ServiceCall(resource, task, 0, this);
        String target = service.target(counted);
        int number = callsOfTarget.merge(target, 1, Integer::sum);
        Optional<Fault.Kind> fault = faults.hitting(target, number);
        ServiceAnswer answer =
                FaultyCall.answer(service, new ServiceCall(resource, task, number, this), fault);
        calls.add(Call.of(task, target, number, answer, fault.isPresent()));
        return new Outcomes(nested, people, shared).of(answer, target, task);
    }

    @Override
    public Optional<String> refusal(TaskRequest task) {
        boolean unknown =
                task.resource().contains(":activity:")
                        && !mocks.covers(task)
                        && !directory.hasActivity(task.resource());
        return unknown
                ? Optional.of("The activity " + task.resource() + " does not exist.")
                : Optional.empty();
    }

    @Override
    public void abandon(String taskToken) {
        activities.remove(taskToken);
        nested.abandon(taskToken);
    }

    /** Whether a task of the activity waits for a worker. */
    public boolean hasActivityTask(String activityArn) {
        return activities.has(activityArn);
    }

    /** A worker asks for a task of the activity: the oldest that nobody has taken. */
    public Optional<ActivityTask> takeActivityTask(String activityArn, Optional<String> worker) {
        return activities.take(activityArn, worker, simulation);
    }

    @Override
    public ObjectStore objects() {
        return stores.buckets();
    }

    // For services.

    public Timeline timeline() {
        return timeline;
    }

    public RandomSource random() {
        return random;
    }

    public Directory directory() {
        return directory;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The number of the call that is being made, among all calls of the run, from 1. */
    public int callsSoFar() {
        return calls.size() + 1;
    }
}

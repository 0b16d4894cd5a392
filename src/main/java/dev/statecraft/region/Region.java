package dev.statecraft.region;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.tasks.TaskRuntime;
import dev.statecraft.engine.tasks.TaskSignals;
import dev.statecraft.engine.teststate.StateTest;
import dev.statecraft.engine.teststate.StateTestReport;
import dev.statecraft.engine.teststate.StateTestSetup;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.ActivityTask;
import dev.statecraft.sandbox.Directory;
import dev.statecraft.sandbox.Surroundings;
import dev.statecraft.sandbox.recorded.MockFile;
import dev.statecraft.sandbox.recorded.MockedTasks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One account in the one simulated region. */
public final class Region implements Directory {
    /** A tag of a state machine with the value {@code true}: each asynchronous Express execution runs twice. */
    public static final String RUNS_TWICE_TAG = "statecraft:runs-twice";

    public static final String NAME = "us-east-1";

    private final String accountId;
    private final MockFile mockFile;
    private final InstantSource clock;
    private final Machines machines;
    private final Activities activities;
    private final Executions executions;
    private final ActivityWorkers workers;
    private final AtomicLong calls = new AtomicLong();
    private final Tags tags = new Tags();
    private final Resources resources;

    /** @param accountId twelve digits */
    public Region(String accountId, MockFile mockFile, Pacemaker pacemaker, InstantSource clock) {
        this.accountId = accountId;
        this.mockFile = mockFile;
        this.clock = clock;
        String prefix = "arn:aws:states:" + NAME + ":" + accountId + ":";
        this.machines = new Machines(prefix, clock);
        this.activities = new Activities(prefix, clock);
        this.resources = new Resources(clock);
        this.executions = new Executions(this, pacemaker);
        this.workers = new ActivityWorkers(executions, pacemaker);
    }

    public String accountId() {
        return accountId;
    }

    public InstantSource clock() {
        return clock;
    }

    public Machines machines() {
        return machines;
    }

    public Activities activities() {
        return activities;
    }

    public Executions executions() {
        return executions;
    }

    public ActivityWorkers workers() {
        return workers;
    }

    @Override
    public Optional<Machine> stateMachine(String arn) {
        try {
            Target target = machines.target(arn);
            return Optional.of(
                    new Machine(
                            target.revision().machine(),
                            target.machine().name(),
                            target.machine().arn(),
                            target.versionArn(),
                            target.machine().type(),
                            target.revision().roleArn(),
                            runsTwice(target.machine())));
        } catch (ServiceError e) {
            return Optional.empty();
        }
    }

    /** Whether asynchronous executions of an Express state machine are to show that they may run more than once. */
    boolean runsTwice(RegisteredMachine machine) {
        return machine.type() == StateMachineType.EXPRESS
                && "true".equals(tags.of(machine.arn()).get(RUNS_TWICE_TAG));
    }

    @Override
    public boolean hasActivity(String arn) {
        return activities.find(arn).isPresent();
    }

    @Override
    public boolean hasTask(String taskToken) {
        return executions.hasTask(taskToken);
    }

    @Override
    public boolean act(String executionArn, Consumer<Account> action) {
        return executions.act(executionArn, action);
    }

    @Override
    public void report(String taskToken, Consumer<TaskSignals> report) {
        executions.report(taskToken, report);
    }

    @Override
    public boolean awaitActivityTask(
            String activityArn, Optional<String> worker, Consumer<Optional<ActivityTask>> taken) {
        workers.poll(activityArn, worker).thenAccept(taken);
        return true;
    }

    public Tags tags() {
        return tags;
    }

    /** Deletes a state machine with its tags and executions; one that does not exist is deleted already. */
    public void delete(String machineArn) {
        StatesArn arn = StatesArn.parse(machineArn, "stateMachine");
        machines.named(arn.name())
                .ifPresent(
                        machine -> {
                            machines.delete(machine);
                            executions.forget(machine);
                        });
        tags.forget(machineArn);
    }

    /** What state machines call: functions, queues, topics, buckets, tables. */
    public Resources resources() {
        return resources;
    }

    MockFile mockFile() {
        return mockFile;
    }

    /** Does the work of a state that is tested by itself. */
    public TaskRuntime accountForTest(Instant now) {
        return Account.sharing(
                surroundings(MockedTasks.NONE), now.toEpochMilli() + calls.incrementAndGet(), now);
    }

    /**
     * Calls a simulated service from outside, as a task would.
     *
     * @param resource a function's ARN, or an integration such as {@code arn:aws:states:::aws-sdk:dynamodb:putItem}
     */
    public StateTestReport call(String resource, JsonNode parameters) {
        Instant now = clock.instant();
        StateMachine machine = OutsideCall.of(resource);
        String prefix = "arn:aws:states:" + NAME + ":" + accountId + ":";
        var request =
                new ExecutionRequest(
                        machine,
                        "outside",
                        prefix + "stateMachine:outside",
                        "call",
                        prefix + "express:outside:call",
                        StateMachineType.EXPRESS,
                        "",
                        NAME,
                        parameters,
                        Optional.empty(),
                        now.toEpochMilli() + calls.incrementAndGet(),
                        Quotas.EXPRESS);
        return StateTest.run(request, StateTestSetup.at(now), accountForTest(now));
    }

    /** What an execution with these mocks finds around it. */
    Surroundings surroundings(MockedTasks mocks) {
        return new Surroundings(resources.world(), resources.stores(), mocks, this);
    }
}

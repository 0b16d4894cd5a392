package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.DistributedMap;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.StateMachine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Map state in distributed mode: runs its item processor as child executions with histories of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Distributed mode, read
 *     2026-11</a>
 */
final class MapRun implements Join {
    /** How many child executions the service runs at a time. */
    static final int MAX_CHILDREN_AT_ONCE = 10_000;

    private final Branch outer;
    private final MapState state;
    private final DistributedMap distributed;
    private final String arn;
    private final StateMachine childMachine;
    private final ToleratedFailures tolerated;
    private final long atOnce;
    private final List<JsonNode> inputs;
    private final List<Execution> children = new ArrayList<>();
    private final long startedEventId;
    private int running;
    private int failed;
    private boolean over;

    private MapRun(Branch outer, MapState state, Plan plan) {
        this.outer = outer;
        this.state = state;
        this.distributed = state.distributed().orElseThrow();
        this.arn = plan.arn;
        this.startedEventId = outer.lastEventId();
        this.tolerated = plan.tolerated;
        this.atOnce = plan.atOnce;
        this.inputs = plan.inputs;
        StateMachine machine = outer.execution().request().stateMachine();
        this.childMachine =
                new StateMachine(
                        Optional.empty(),
                        machine.queryLanguage(),
                        OptionalLong.empty(),
                        state.processor(),
                        machine.source());
    }

    private record Plan(
            String arn, ToleratedFailures tolerated, long atOnce, List<JsonNode> inputs) {}

    /** Reads the items and starts the first children; what cannot be read fails the Map Run. */
    static void start(Branch outer, MapState state, JsonNode effectiveInput) {
        RunningExecution execution = outer.execution();
        StateScope scope = StateScope.of(outer).withInput(effectiveInput);
        DistributedMap distributed = state.distributed().orElseThrow();
        Optional<List<MapItem>> given =
                distributed.itemReader().isPresent()
                        ? Optional.empty()
                        : Optional.of(MapItems.ofInput(state, scope));
        long atOnce = NumberFields.count(state.maxConcurrency(), "MaxConcurrency", scope);
        outer.happened(
                execution.record(
                        EventType.MapStateStarted,
                        outer.lastEventId(),
                        // The number of items is not known yet when they still have to be read
                        // (recorded 2023-07).
                        new EventDetails.MapStarted(given.map(List::size).orElse(0))));
        ToleratedFailures tolerated = ToleratedFailures.of(distributed, scope);
        String arn = newArn(execution, distributed, state);
        outer.happened(
                execution.record(
                        EventType.MapRunStarted,
                        outer.lastEventId(),
                        new EventDetails.MapRun(arn)));
        try {
            List<MapItem> items =
                    given.orElseGet(
                            () ->
                                    ItemReading.read(
                                            distributed.itemReader().orElseThrow(),
                                            execution.runtime().objects(),
                                            scope));
            List<JsonNode> inputs = ItemBatches.of(state, distributed, items, scope);
            var run = new MapRun(outer, state, new Plan(arn, tolerated, limit(atOnce), inputs));
            outer.waitFor(run);
            run.startChildren();
        } catch (ItemReading.Unreadable unreadable) {
            failRun(outer, unreadable.failure());
        }
    }

    private static long limit(long maxConcurrency) {
        return maxConcurrency == 0
                ? MAX_CHILDREN_AT_ONCE
                : Math.min(maxConcurrency, MAX_CHILDREN_AT_ONCE);
    }

    private static String newArn(
            RunningExecution execution, DistributedMap distributed, MapState state) {
        ExecutionRequest request = execution.request();
        String label =
                distributed.label().orElseGet(() -> execution.random().nextUuid().toString());
        return request.stateMachineArn().replace(":stateMachine:", ":mapRun:")
                + "/"
                + label
                + ":"
                + execution.random().nextUuid();
    }

    private void startChildren() {
        while (running < atOnce && children.size() < inputs.size() && !over) {
            startChild(children.size());
        }
        if (running == 0 && !over) {
            finish();
        }
    }

    private void startChild(int index) {
        ExecutionRequest parent = outer.execution().request();
        String machineName =
                parent.stateMachineName()
                        + "/"
                        + arn.substring(arn.lastIndexOf('/') + 1, arn.lastIndexOf(':'));
        String name = outer.execution().random().nextUuid().toString();
        StateMachineType type = StateMachineType.valueOf(distributed.executionType());
        String childArn =
                parent.stateMachineArn()
                                .substring(0, parent.stateMachineArn().indexOf(":stateMachine:"))
                        + ":execution:"
                        + machineName
                        + ":"
                        + name;
        running++;
        var request =
                new ExecutionRequest(
                        childMachine,
                        machineName,
                        parent.stateMachineArn(),
                        name,
                        childArn,
                        type,
                        parent.roleArn(),
                        parent.region(),
                        inputs.get(index),
                        Optional.empty(),
                        outer.execution().random().nextLong(Long.MIN_VALUE, Long.MAX_VALUE),
                        Quotas.of(type));
        children.add(outer.execution().simulation().start(request));
        outer.execution().simulation().whenEnded(childArn, this::childEnded);
    }

    private void childEnded(Execution child) {
        if (over) {
            return;
        }
        running--;
        if (child.status() != ExecutionStatus.SUCCEEDED) {
            failed++;
        }
        outer.execution()
                .act(
                        outer,
                        () -> {
                            if (tolerated.isExceededBy(failed, inputs.size())) {
                                exceed();
                            } else {
                                startChildren();
                            }
                        });
    }

    private void exceed() {
        abandon();
        failRun(outer, toleranceExceeded());
    }

    static Failure toleranceExceeded() {
        return Failure.of(
                "States.ExceedToleratedFailureThreshold",
                "The specified tolerated failure threshold was exceeded");
    }

    private static void failRun(Branch outer, Failure failure) {
        RunningExecution execution = outer.execution();
        outer.happened(
                execution.record(
                        EventType.MapRunFailed,
                        outer.lastEventId(),
                        new EventDetails.Failure(failure.error(), failure.cause())));
        execution.failed(outer, failure);
    }

    private void finish() {
        over = true;
        RunningExecution execution = outer.execution();
        JsonNode result;
        try {
            result =
                    MapResults.of(
                            distributed,
                            children,
                            arn,
                            execution.runtime().objects(),
                            StateScope.of(outer));
        } catch (MapResults.Unwritable unwritable) {
            failRun(outer, unwritable.failure());
            return;
        }
        long succeeded =
                execution.record(EventType.MapRunSucceeded, outer.lastEventId(), EventDetails.NONE);
        execution.record(EventType.MapStateSucceeded, succeeded, EventDetails.NONE);
        // In a JSONata state the exit hangs on the start of the Map Run (recorded 2024-12).
        outer.happened(
                state.flow().queryLanguage() == QueryLanguage.JSONata ? startedEventId : succeeded);
        execution.gathered(outer, result);
    }

    @Override
    public Branch outer() {
        return outer;
    }

    @Override
    public void succeeded(Branch branch, JsonNode output) {
        throw new IllegalStateException("The children of a Map Run are executions, not branches.");
    }

    @Override
    public void failed(Branch branch, Failure failure) {
        throw new IllegalStateException("The children of a Map Run are executions, not branches.");
    }

    @Override
    public List<Branch> running() {
        return List.of();
    }

    @Override
    public void recordAborted(Branch branch, long reasonEventId) {}

    /** Stops the children that still run. */
    @Override
    public void abandon() {
        over = true;
        for (Execution child : children) {
            outer.execution()
                    .simulation()
                    .stop(child.request().executionArn(), Optional.empty(), Optional.empty());
        }
    }

    /** How many children may fail. */
    record ToleratedFailures(
            long count, double percentage, boolean onlyCount, boolean onlyPercentage) {

        static ToleratedFailures of(DistributedMap distributed, StateScope scope) {
            return new ToleratedFailures(
                    NumberFields.count(
                            distributed.toleratedFailureCount(), "ToleratedFailureCount", scope),
                    NumberFields.percentage(
                            distributed.toleratedFailurePercentage(),
                            "ToleratedFailurePercentage",
                            scope),
                    distributed.toleratedFailurePercentage().isEmpty(),
                    distributed.toleratedFailureCount().isEmpty());
        }

        /** Where both limits are given, passing either is too much. */
        boolean isExceededBy(int failures, int items) {
            if (failures == 0) {
                return false;
            }
            boolean byCount = failures > count;
            boolean byPercentage = failures * 100.0 / items > percentage;
            if (onlyCount) {
                return byCount;
            }
            return onlyPercentage ? byPercentage : byCount || byPercentage;
        }
    }
}

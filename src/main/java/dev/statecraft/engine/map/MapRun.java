package dev.statecraft.engine.map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.DistributedMap;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.engine.Branch;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.Failure;
import dev.statecraft.engine.Join;
import dev.statecraft.engine.MapRunDescription;
import dev.statecraft.engine.RedriveStatus;
import dev.statecraft.engine.RunningExecution;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.EventType;
import dev.statecraft.engine.states.MapItem;
import dev.statecraft.engine.states.NumberFields;
import dev.statecraft.engine.states.PayloadLimit;
import dev.statecraft.engine.states.StateScope;
import dev.statecraft.query.QueryFailure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Map state in distributed mode: runs its item processor as child executions with histories of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Distributed mode, read
 *     2026-11</a>
 */
public final class MapRun implements Join {
    /** How many child executions the service runs at a time. */
    static final int MAX_CHILDREN_AT_ONCE = 10_000;

    /** How often the service redrives one Map Run. */
    static final int MAX_REDRIVES = 1_000;

    private final Branch outer;
    private final MapState state;
    private final DistributedMap distributed;
    private final MapRunChildren makes;
    private final String arn;
    private final Instant startDate;
    private final JsonNode effectiveInput;
    private final Optional<List<MapItem>> given;
    private final List<Execution> children = new ArrayList<>();
    private final TreeSet<Integer> pendingRedrive = new TreeSet<>();
    private ToleratedFailures tolerated;
    private long maxConcurrency;
    private Optional<List<JsonNode>> inputs = Optional.empty();
    private long startedEventId;
    private long items;
    private long failedItems;
    private int running;
    private MapRunDescription.Status status = MapRunDescription.Status.RUNNING;
    private Optional<Instant> stopDate = Optional.empty();
    private int redriveCount;
    private Optional<Instant> redriveDate = Optional.empty();

    private MapRun(
            Branch outer,
            MapState state,
            JsonNode effectiveInput,
            Optional<List<MapItem>> given,
            ToleratedFailures tolerated,
            long maxConcurrency) {
        this.outer = outer;
        this.state = state;
        this.distributed = state.distributed().orElseThrow();
        this.makes = new MapRunChildren(outer.execution(), state);
        this.arn = makes.mapRunArn();
        this.startDate = outer.execution().now();
        this.effectiveInput = effectiveInput;
        this.given = given;
        this.tolerated = tolerated;
        this.maxConcurrency = maxConcurrency;
    }

    /** Reads the items and starts the first children; what cannot be read fails the Map Run. */
    public static void start(Branch outer, MapState state, JsonNode effectiveInput) {
        RunningExecution execution = outer.execution();
        StateScope scope = StateScope.of(outer).withInput(effectiveInput);
        DistributedMap distributed = state.distributed().orElseThrow();
        Optional<List<MapItem>> given =
                distributed.itemReader().isPresent()
                        ? Optional.empty()
                        : Optional.of(MapItems.ofInput(state, scope));
        long maxConcurrency = NumberFields.count(state.maxConcurrency(), "MaxConcurrency", scope);
        outer.happened(
                execution.record(
                        EventType.MapStateStarted,
                        outer.lastEventId(),
                        // The number of items is not known yet when they still have to be read
                        // (recorded 2023-07).
                        new EventDetails.MapStarted(given.map(List::size).orElse(0))));
        var run =
                new MapRun(
                        outer,
                        state,
                        effectiveInput,
                        given,
                        ToleratedFailures.of(distributed, scope),
                        maxConcurrency);
        run.begin(EventType.MapRunStarted, new EventDetails.MapRun(run.arn));
    }

    private void begin(EventType type, EventDetails details) {
        RunningExecution execution = outer.execution();
        outer.happened(execution.record(type, outer.lastEventId(), details));
        startedEventId = outer.lastEventId();
        status = MapRunDescription.Status.RUNNING;
        outer.waitFor(this);
        execution.simulation().started(this);
        try {
            if (inputs.isEmpty()) {
                read();
            }
            startChildren();
        } catch (ItemReading.Unreadable unreadable) {
            failRun(unreadable.failure());
        } catch (QueryFailure failure) {
            close(MapRunDescription.Status.FAILED);
            throw failure;
        }
    }

    private void read() {
        RunningExecution execution = outer.execution();
        StateScope scope = StateScope.of(outer).withInput(effectiveInput);
        List<MapItem> read =
                given.orElseGet(
                        () ->
                                ItemReading.read(
                                        distributed.itemReader().orElseThrow(),
                                        execution.runtime().objects(),
                                        scope));
        List<JsonNode> made = ItemBatches.of(state, distributed, read, scope);
        made.forEach(input -> PayloadLimit.requireInput(outer, input));
        inputs = Optional.of(made);
        items = made.stream().mapToLong(this::itemsIn).sum();
    }

    private long itemsIn(JsonNode input) {
        return MapRunCounts.itemsIn(input, distributed.itemBatcher().isPresent());
    }

    private boolean isOver() {
        return status != MapRunDescription.Status.RUNNING;
    }

    private void startChildren() {
        List<JsonNode> all = inputs.orElseThrow();
        long atOnce =
                maxConcurrency == 0
                        ? MAX_CHILDREN_AT_ONCE
                        : Math.min(maxConcurrency, MAX_CHILDREN_AT_ONCE);
        while (running < atOnce && !pendingRedrive.isEmpty() && !isOver()) {
            redriveChild(pendingRedrive.removeFirst());
        }
        while (running < atOnce && children.size() < all.size() && !isOver()) {
            children.add(makes.start(all.get(children.size())));
            follow(children.size() - 1);
        }
        if (running == 0 && !isOver()) {
            finish();
        }
    }

    /** A Standard child goes on where it stopped; an Express child is started again. */
    private void redriveChild(int index) {
        children.set(index, makes.redrive(children.get(index)));
        follow(index);
    }

    private void follow(int index) {
        running++;
        outer.execution()
                .simulation()
                .whenEnded(
                        children.get(index).request().executionArn(),
                        child -> childEnded(child, index));
    }

    private void childEnded(Execution child, int index) {
        if (isOver()) {
            return;
        }
        running--;
        if (child.status() != ExecutionStatus.SUCCEEDED) {
            failedItems += itemsIn(inputs.orElseThrow().get(index));
        }
        goOn();
    }

    private void goOn() {
        outer.execution()
                .act(
                        outer,
                        () -> {
                            if (tolerated.isExceededBy(failedItems, items)) {
                                stopChildren(MapRunDescription.Status.FAILED);
                                failRun(toleranceExceeded());
                            } else {
                                startChildren();
                            }
                        });
    }

    static Failure toleranceExceeded() {
        return Failure.of(
                "States.ExceedToleratedFailureThreshold",
                "The specified tolerated failure threshold was exceeded");
    }

    private void failRun(Failure failure) {
        close(MapRunDescription.Status.FAILED);
        RunningExecution execution = outer.execution();
        outer.happened(
                execution.record(
                        EventType.MapRunFailed,
                        outer.lastEventId(),
                        new EventDetails.Failure(failure.error(), failure.cause())));
        execution.failed(outer, failure);
    }

    private void finish() {
        RunningExecution execution = outer.execution();
        JsonNode result;
        try {
            result =
                    MapResults.of(
                            distributed,
                            children,
                            arn,
                            execution.runtime().objects(),
                            StateScope.of(outer).withInput(effectiveInput));
        } catch (MapResults.Unwritable unwritable) {
            failRun(unwritable.failure());
            return;
        } catch (QueryFailure failure) {
            close(MapRunDescription.Status.FAILED);
            throw failure;
        }
        close(MapRunDescription.Status.SUCCEEDED);
        long succeeded =
                execution.record(EventType.MapRunSucceeded, outer.lastEventId(), EventDetails.NONE);
        execution.record(EventType.MapStateSucceeded, succeeded, EventDetails.NONE);
        // In a JSONata state the exit hangs on the start of the Map Run (recorded 2024-12).
        outer.happened(
                state.flow().queryLanguage() == QueryLanguage.JSONata ? startedEventId : succeeded);
        execution.gathered(outer, result);
    }

    private void close(MapRunDescription.Status newStatus) {
        status = newStatus;
        stopDate = Optional.of(outer.execution().now());
    }

    /** The children that did not succeed go on, and those that never started start. */
    @Override
    public void redrive() {
        redriveCount++;
        redriveDate = Optional.of(outer.execution().now());
        stopDate = Optional.empty();
        running = 0;
        failedItems = 0;
        pendingRedrive.clear();
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).redriveStatus().kind()
                    == RedriveStatus.Kind.REDRIVABLE_BY_MAP_RUN) {
                pendingRedrive.add(i);
            } else if (children.get(i).status() != ExecutionStatus.SUCCEEDED) {
                failedItems += itemsIn(inputs.orElseThrow().get(i));
            }
        }
        begin(EventType.MapRunRedriven, new EventDetails.MapRunRedriven(arn, redriveCount));
    }

    /** UpdateMapRun: what is not given stays as it is. */
    public void update(
            OptionalLong newMaxConcurrency,
            OptionalLong newToleratedCount,
            OptionalDouble newToleratedPercentage) {
        maxConcurrency = newMaxConcurrency.orElse(maxConcurrency);
        tolerated = tolerated.changed(newToleratedCount, newToleratedPercentage);
        if (!isOver() && inputs.isPresent()) {
            goOn();
        }
    }

    public String arn() {
        return arn;
    }

    /** True if it did not succeed and has used up its redrives. */
    public boolean isExhausted() {
        return redriveCount >= MAX_REDRIVES && status != MapRunDescription.Status.SUCCEEDED;
    }

    public boolean isOf(RunningExecution execution) {
        return outer.execution() == execution;
    }

    public MapRunDescription description() {
        ExecutionRequest parent = outer.execution().request();
        var counts =
                new MapRunCounts(
                        inputs.orElse(List.of()),
                        children,
                        Set.copyOf(pendingRedrive),
                        distributed.itemBatcher().isPresent(),
                        status == MapRunDescription.Status.SUCCEEDED
                                && distributed.resultWriter().isPresent());
        return new MapRunDescription(
                arn,
                parent.executionArn(),
                parent.stateMachineArn(),
                status,
                startDate,
                stopDate,
                maxConcurrency,
                tolerated.percentage().orElse(0),
                tolerated.count().orElse(0),
                counts.ofItems(),
                counts.ofExecutions(),
                redriveCount,
                redriveDate,
                describedChildren());
    }

    private List<MapRunDescription.Child> describedChildren() {
        List<MapRunDescription.Child> all = new ArrayList<>(children.size());
        for (Execution child : children) {
            all.add(
                    new MapRunDescription.Child(
                            child,
                            itemsIn(child.request().input()),
                            pendingRedrive.contains(all.size())));
        }
        return List.copyOf(all);
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
        if (!isOver()) {
            stopChildren(MapRunDescription.Status.ABORTED);
        }
    }

    @Override
    public void abandon(long reasonEventId) {
        if (!isOver()) {
            abandon();
            outer.execution().record(EventType.MapRunAborted, reasonEventId, EventDetails.NONE);
        }
    }

    private void stopChildren(MapRunDescription.Status newStatus) {
        close(newStatus);
        for (Execution child : children) {
            outer.execution()
                    .simulation()
                    .stop(child.request().executionArn(), Optional.empty(), Optional.empty());
        }
    }
}

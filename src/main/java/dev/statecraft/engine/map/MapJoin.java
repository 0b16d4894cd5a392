package dev.statecraft.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.MapState;
import dev.statecraft.engine.Branch;
import dev.statecraft.engine.Failure;
import dev.statecraft.engine.Join;
import dev.statecraft.engine.Redriving;
import dev.statecraft.engine.RunningExecution;
import dev.statecraft.engine.Stopping;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.EventDetails.Iteration;
import dev.statecraft.engine.history.EventType;
import dev.statecraft.engine.states.MapItem;
import dev.statecraft.engine.states.PayloadLimit;
import dev.statecraft.engine.states.StateScope;
import dev.statecraft.engine.states.Step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Runs the iterations of an inline Map state, some at a time, and gathers their outputs in the order of the items. */
public final class MapJoin implements Join {
    /** How many iterations of an inline Map the service runs at a time. */
    static final int INLINE_CONCURRENCY = 40;

    private final Branch outer;
    private final MapState state;
    private final Step.Iterate work;
    private final List<Branch> started = new ArrayList<>();
    private final JsonNode[] outputs;
    private final int atOnce;
    private final Deque<Branch> toRedrive = new ArrayDeque<>();
    private int missing;

    private MapJoin(Branch outer, MapState state, Step.Iterate work) {
        this.outer = outer;
        this.state = state;
        this.work = work;
        this.outputs = new JsonNode[work.items().size()];
        this.missing = outputs.length;
        this.atOnce =
                work.maxConcurrency() == 0
                        ? INLINE_CONCURRENCY
                        : (int) Math.min(work.maxConcurrency(), INLINE_CONCURRENCY);
    }

    public static void start(Branch outer, MapState state, Step.Iterate work) {
        RunningExecution execution = outer.execution();
        outer.happened(
                execution.record(
                        EventType.MapStateStarted,
                        outer.lastEventId(),
                        new EventDetails.MapStarted(work.items().size())));
        var join = new MapJoin(outer, state, work);
        outer.waitFor(join);
        for (int i = 0; i < Math.min(join.atOnce, join.outputs.length); i++) {
            join.startNext(outer.lastEventId());
        }
        if (join.outputs.length == 0) {
            join.finish();
        }
    }

    private void startNext(long previousEventId) {
        int index = started.size();
        RunningExecution execution = outer.execution();
        JsonNode input = inputOf(index);
        if (state.itemSelector().isPresent()) {
            PayloadLimit.requireInput(outer, input);
        }
        long event =
                execution.record(
                        EventType.MapIterationStarted,
                        previousEventId,
                        new Iteration(state.name(), index));
        var branch =
                new Branch(
                        execution,
                        state.processor(),
                        outer.variables().inner(),
                        input,
                        this,
                        index,
                        event);
        started.add(branch);
        execution.soon(branch);
    }

    private JsonNode inputOf(int index) {
        JsonNode value = work.items().get(index);
        if (state.itemSelector().isEmpty()) {
            return value;
        }
        var item = new MapItem(index, value, Optional.empty(), "STATE_DATA");
        return state.itemSelector()
                .get()
                .evaluate(StateScope.of(outer).withInput(work.effectiveInput()).withItem(item));
    }

    @Override
    public Branch outer() {
        return outer;
    }

    @Override
    public void succeeded(Branch branch, JsonNode output) {
        outputs[branch.index()] = output;
        missing--;
        long event =
                outer.execution()
                        .record(
                                EventType.MapIterationSucceeded,
                                branch.lastEventId(),
                                new Iteration(state.name(), branch.index()));
        if (missing == 0) {
            outer.happened(event);
            finish();
        } else if (!toRedrive.isEmpty()) {
            Redriving.goOn(toRedrive.remove());
        } else if (started.size() < outputs.length) {
            // Beside the success, not after it: both hang on the iteration's last event (recorded
            // 2023-02).
            outer.execution().act(outer, () -> startNext(branch.lastEventId()));
        }
    }

    @Override
    public void redrive() {
        if (missing == 0) {
            finish();
            return;
        }
        toRedrive.clear();
        started.stream().filter(it -> outputs[it.index()] == null).forEach(toRedrive::add);
        for (int i = 0; i < atOnce; i++) {
            if (!toRedrive.isEmpty()) {
                Redriving.goOn(toRedrive.remove());
            } else if (started.size() < outputs.length) {
                startNext(outer.lastEventId());
            }
        }
    }

    private void finish() {
        ArrayNode result = JsonNodeFactory.instance.arrayNode(outputs.length);
        Arrays.stream(outputs).forEach(result::add);
        outer.execution()
                .record(EventType.MapStateSucceeded, outer.lastEventId(), EventDetails.NONE);
        outer.execution().gathered(outer, result);
    }

    @Override
    public void failed(Branch branch, Failure failure) {
        long reason = branch.lastEventId();
        outer.execution()
                .record(
                        EventType.MapIterationFailed,
                        reason,
                        new Iteration(state.name(), branch.index()));
        Stopping.branchesOf(this, reason);
        outer.happened(reason);
        outer.execution().failed(outer, failure);
    }

    @Override
    public List<Branch> running() {
        return started.stream().filter(it -> !it.isOver()).toList();
    }

    @Override
    public void recordAborted(Branch branch, long reasonEventId) {
        outer.execution()
                .record(
                        EventType.MapIterationAborted,
                        reasonEventId,
                        new Iteration(state.name(), branch.index()));
    }
}

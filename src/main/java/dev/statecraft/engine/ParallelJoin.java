package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.ParallelState;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.EventType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the outputs of the branches of a Parallel state, in the order of the branches. */
final class ParallelJoin implements Join {
    private final Branch outer;
    private final List<Branch> branches = new ArrayList<>();
    private final JsonNode[] outputs;
    private int missing;

    private ParallelJoin(Branch outer, int size) {
        this.outer = outer;
        this.outputs = new JsonNode[size];
        this.missing = size;
    }

    static void start(Branch outer, ParallelState state, JsonNode input) {
        RunningExecution execution = outer.execution();
        outer.happened(
                execution.record(
                        EventType.ParallelStateStarted, outer.lastEventId(), EventDetails.NONE));
        var join = new ParallelJoin(outer, state.branches().size());
        outer.waitFor(join);
        for (int i = 0; i < state.branches().size(); i++) {
            var branch =
                    new Branch(
                            execution,
                            state.branches().get(i),
                            outer.variables().inner(),
                            input,
                            join,
                            i,
                            outer.lastEventId());
            join.branches.add(branch);
            execution.soon(branch);
        }
    }

    @Override
    public Branch outer() {
        return outer;
    }

    @Override
    public void succeeded(Branch branch, JsonNode output) {
        outputs[branch.index()] = output;
        missing--;
        if (missing == 0) {
            outer.happened(branch.lastEventId());
            finish();
        }
    }

    private void finish() {
        ArrayNode result = JsonNodeFactory.instance.arrayNode(outputs.length);
        Arrays.stream(outputs).forEach(result::add);
        RunningExecution execution = outer.execution();
        execution.record(EventType.ParallelStateSucceeded, outer.lastEventId(), EventDetails.NONE);
        execution.gathered(outer, result);
    }

    @Override
    public void redrive() {
        if (missing == 0) {
            finish();
        }
        branches.stream()
                .filter(branch -> outputs[branch.index()] == null)
                .forEach(Redriving::goOn);
    }

    @Override
    public void failed(Branch branch, Failure failure) {
        long reason = branch.lastEventId();
        outer.happened(reason);
        // The service writes this for the failed state too, as for those that it stops (recorded
        // 2024-11).
        StateEvents.aborted(branch.state())
                .ifPresent(type -> outer.execution().record(type, reason, EventDetails.NONE));
        Stopping.branchesOf(this, reason);
        outer.execution().failed(outer, failure);
    }

    @Override
    public List<Branch> running() {
        return branches.stream().filter(it -> !it.isOver()).toList();
    }

    @Override
    public void recordAborted(Branch branch, long reasonEventId) {
        // The service writes no event for an aborted branch of its own; its tasks and waits have
        // theirs.
    }
}

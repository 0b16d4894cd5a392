package dev.statecraft.engine.map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.MapRunDescription;
import dev.statecraft.engine.RedriveStatus;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Counts the children of a Map Run, or the items in them. */
final class MapRunCounts {
    private final List<JsonNode> inputs;
    private final List<Execution> children;
    private final Set<Integer> pendingRedrive;
    private final boolean batched;
    private final boolean written;

    /**
     * @param children the first so many inputs have one
     * @param pendingRedrive indexes of children
     * @param batched true if an input holds many items
     * @param written true if results are in files
     */
    MapRunCounts(
            List<JsonNode> inputs,
            List<Execution> children,
            Set<Integer> pendingRedrive,
            boolean batched,
            boolean written) {
        this.inputs = inputs;
        this.children = children;
        this.pendingRedrive = pendingRedrive;
        this.batched = batched;
        this.written = written;
    }

    MapRunDescription.Counts ofExecutions() {
        return counted(input -> 1);
    }

    MapRunDescription.Counts ofItems() {
        return counted(input -> itemsIn(input, batched));
    }

    static long itemsIn(JsonNode input, boolean batched) {
        return batched ? input.path("Items").size() : 1;
    }

    private MapRunDescription.Counts counted(ToLongFunction<JsonNode> weight) {
        var byStatus = new long[ExecutionStatus.values().length];
        long pending = 0;
        long toRedrive = 0;
        long notRedrivable = 0;
        long total = 0;
        for (int i = 0; i < inputs.size(); i++) {
            long count = weight.applyAsLong(inputs.get(i));
            total += count;
            if (pendingRedrive.contains(i)) {
                toRedrive += count;
            } else if (i >= children.size()) {
                pending += count;
            } else {
                Execution child = children.get(i);
                byStatus[child.status().ordinal()] += count;
                notRedrivable += isLost(child) ? count : 0;
            }
        }
        long succeeded = byStatus[ExecutionStatus.SUCCEEDED.ordinal()];
        return new MapRunDescription.Counts(
                pending,
                byStatus[ExecutionStatus.RUNNING.ordinal()],
                succeeded,
                byStatus[ExecutionStatus.FAILED.ordinal()],
                byStatus[ExecutionStatus.TIMED_OUT.ordinal()],
                byStatus[ExecutionStatus.ABORTED.ordinal()],
                total,
                written ? succeeded : 0,
                notRedrivable,
                toRedrive);
    }

    private static boolean isLost(Execution child) {
        return child.status().isFinal()
                && child.status() != ExecutionStatus.SUCCEEDED
                && child.redriveStatus().kind() == RedriveStatus.Kind.NOT_REDRIVABLE;
    }
}

package dev.statecraft.engine.map;

import dev.statecraft.asl.DistributedMap;
import dev.statecraft.engine.states.NumberFields;
import dev.statecraft.engine.states.StateScope;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How many items of a Map Run may fail before it fails as a whole; where both limits are given, passing either is too much. */
record ToleratedFailures(OptionalLong count, OptionalDouble percentage) {

    static ToleratedFailures of(DistributedMap distributed, StateScope scope) {
        long count =
                NumberFields.count(
                        distributed.toleratedFailureCount(), "ToleratedFailureCount", scope);
        double percentage =
                NumberFields.percentage(
                        distributed.toleratedFailurePercentage(),
                        "ToleratedFailurePercentage",
                        scope);
        return new ToleratedFailures(
                distributed.toleratedFailureCount().isPresent()
                        ? OptionalLong.of(count)
                        : OptionalLong.empty(),
                distributed.toleratedFailurePercentage().isPresent()
                        ? OptionalDouble.of(percentage)
                        : OptionalDouble.empty());
    }

    /** The same with those limits changed that are given. */
    ToleratedFailures changed(OptionalLong newCount, OptionalDouble newPercentage) {
        return new ToleratedFailures(
                newCount.isPresent() ? newCount : count,
                newPercentage.isPresent() ? newPercentage : percentage);
    }

    boolean isExceededBy(long failures, long items) {
        if (failures == 0) {
            return false;
        }
        if (count.isEmpty() && percentage.isEmpty()) {
            return true;
        }
        return (count.isPresent() && failures > count.getAsLong())
                || (percentage.isPresent() && failures * 100.0 / items > percentage.getAsDouble());
    }
}

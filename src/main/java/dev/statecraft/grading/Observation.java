package dev.statecraft.grading;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.ExecutionStatus;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that must be seen in a run. The forms in a scenario are described in {@code src/docs/authoring.md}. */
public sealed interface Observation {

    /** {@code status: SUCCEEDED}. */
    record Status(ExecutionStatus status) implements Observation {
        /** @throws IllegalArgumentException if there is no status of that name */
        public static Status named(String name) {
            return new Status(ExecutionStatus.valueOf(name));
        }
    }

    /**
     * {@code output: {path: "$.total", equals: 3}}.
     *
     * @param path a JSONPath into the output; empty means the whole output
     * @param equalTo the value there; empty means that something must be there
     */
    record Output(Optional<String> path, Optional<JsonNode> equalTo) implements Observation {}

    /** {@code failure: {error: "OrderRejected"}}: the execution failed with this error. */
    record FailedWith(String error) implements Observation {}

    /**
     * {@code effect: {name: charge, exactly: 1}}: how often a side effect happened.
     *
     * @param perKey true if the bounds hold for each key, such as each order
     */
    record Effects(String name, Bounds bounds, boolean perKey) implements Observation {}

    /**
     * {@code call: {target: remind, atLeast: 1}}: how often a function or service was called.
     *
     * @param notBefore the first call comes no earlier after the start of the run
     * @param notAfter the first call comes no later
     */
    record Calls(
            String target, Bounds bounds, Optional<Duration> notBefore, Optional<Duration> notAfter)
            implements Observation {}

    /** {@code order: [reserve, charge]}: every first call of a target comes before that of the next. */
    record Order(List<String> targets) implements Observation {
        public Order {
            targets = List.copyOf(targets);
        }
    }

    /** {@code together: [a, b]}: the calls of these targets overlap in time: none waits for another. */
    record Together(List<String> targets) implements Observation {
        public Together {
            targets = List.copyOf(targets);
        }
    }

    /** {@code objects: {bucket: small, exactly: 3, width: 64}}: objects in a bucket after the run. */
    record Objects(
            String bucket, String prefix, String suffix, Bounds bounds, Optional<Integer> width)
            implements Observation {}

    /** {@code message: {to: errors, atLeast: 1, contains: "notes.txt"}}: messages sent to a queue, topic or bus. */
    record Sent(String to, Bounds bounds, Optional<String> contains) implements Observation {}

    /** {@code within: PT1M}: the run ends in this time. */
    record Within(Duration duration) implements Observation {}

    /** {@code lasts: P3D}: the run ends no earlier. */
    record Lasts(Duration duration) implements Observation {}
}

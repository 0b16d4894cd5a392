package dev.statecraft.grading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A kind of mistake that people make in a definition: a count that is off by one, a rule in the wrong place, a field left out. */
enum MutationOperator {
    /** Retries counted as tries, or the other way round. */
    COUNT_OFF_BY_ONE {
        @Override
        void collect(ObjectNode node, List<Edit> edits) {
            number(node, "MaxAttempts", 1, edits);
            number(node, "MaxAttempts", -1, edits);
            if (isRetrier(node) && !node.has("MaxAttempts")) {
                edits.add(set(node, "MaxAttempts", 4));
                edits.add(set(node, "MaxAttempts", 2));
            }
        }
    },
    /** A wait that does not grow, or grows where it should not. */
    OTHER_BACKOFF {
        @Override
        void collect(ObjectNode node, List<Edit> edits) {
            if (isRetrier(node)) {
                double rate = node.path("BackoffRate").asDouble(2);
                if (rate != 1) {
                    edits.add(set(node, "BackoffRate", 1));
                }
                if (rate != 2) {
                    edits.add(set(node, "BackoffRate", 2));
                }
                int interval = node.path("IntervalSeconds").asInt(1);
                edits.add(set(node, "IntervalSeconds", interval + 1));
                if (node.has("MaxDelaySeconds")) {
                    edits.add(without(node, "MaxDelaySeconds"));
                }
            }
        }
    },
    /** A retrier that answers to everything, or to a time-out only. */
    OTHER_ERRORS {
        @Override
        void collect(ObjectNode node, List<Edit> edits) {
            JsonNode errors = node.path("ErrorEquals");
            if (errors.isArray()) {
                for (String name : List.of("States.ALL", "States.Timeout")) {
                    boolean same = errors.size() == 1 && errors.get(0).asText().equals(name);
                    if (!same) {
                        edits.add(
                                new Edit(
                                        "`ErrorEquals` is `[\"" + name + "\"]`",
                                        () -> node.putArray("ErrorEquals").add(name)));
                    }
                }
            }
        }
    },
    /** Rules, retriers, catchers or branches in another order. */
    OTHER_ORDER {
        @Override
        void collect(ObjectNode node, List<Edit> edits) {
            for (String field : List.of("Choices", "Retry", "Catch", "Branches")) {
                if (node.path(field) instanceof ArrayNode list && list.size() > 1) {
                    edits.add(
                            new Edit(
                                    "the first two entries of `" + field + "` are swapped",
                                    () -> list.add(list.remove(0))));
                }
            }
        }
    },
    /** A field that was forgotten. */
    FIELD_LEFT_OUT {
        @Override
        void collect(ObjectNode node, List<Edit> edits) {
            for (String field :
                    List.of(
                            "Retry",
                            "Catch",
                            "InputPath",
                            "OutputPath",
                            "ResultPath",
                            "ResultSelector",
                            "Parameters",
                            "ItemSelector",
                            "TimeoutSeconds",
                            "MaxConcurrency",
                            "Assign",
                            "Output")) {
                // An Output or Parameters can also be a name that a learner chose; a state has a
                // type.
                boolean ours = node.has("Type") || node.has("ErrorEquals");
                if (node.has(field) && ours) {
                    edits.add(without(node, field));
                }
            }
        }
    },
    /** A result that replaces everything, or is thrown away. */
    OTHER_RESULT_PATH {
        @Override
        void collect(ObjectNode node, List<Edit> edits) {
            if (node.path("Type").asText().equals("Task")
                    || node.path("Type").asText().equals("Pass") && node.has("Result")) {
                if (!node.has("ResultPath") || !node.get("ResultPath").isNull()) {
                    edits.add(new Edit("`ResultPath` is `null`", () -> node.putNull("ResultPath")));
                }
                if (!node.has("ResultPath")) {
                    edits.add(
                            new Edit(
                                    "`ResultPath` is `$.result`",
                                    () -> node.put("ResultPath", "$.result")));
                }
            }
        }
    },
    /** A boundary that belongs to the other side. */
    OTHER_BOUNDARY {
        @Override
        void collect(ObjectNode node, List<Edit> edits) {
            COMPARISONS.forEach(
                    (from, to) -> {
                        if (node.has(from)) {
                            edits.add(
                                    new Edit(
                                            "`" + to + "` stands where `" + from + "` stood",
                                            () -> node.set(to, node.remove(from))));
                        }
                    });
        }
    },
    /** Another number of items at once, or another time. */
    OTHER_AMOUNT {
        @Override
        void collect(ObjectNode node, List<Edit> edits) {
            for (String field :
                    List.of("MaxConcurrency", "TimeoutSeconds", "Seconds", "HeartbeatSeconds")) {
                number(node, field, 1, edits);
                if (node.path(field).asInt() > 1) {
                    number(node, field, -1, edits);
                }
            }
        }
    };

    private static final Map<String, String> COMPARISONS =
            Map.of(
                    "NumericGreaterThan", "NumericGreaterThanEquals",
                    "NumericGreaterThanEquals", "NumericGreaterThan",
                    "NumericLessThan", "NumericLessThanEquals",
                    "NumericLessThanEquals", "NumericLessThan");

    /**
     * @param change in words
     * @param apply makes the mistake in the object that the edit was made for
     */
    record Edit(String change, Runnable apply) {}

    abstract void collect(ObjectNode node, List<Edit> edits);

    /** All mistakes that can be made in one object. */
    static List<Edit> edits(ObjectNode node) {
        List<Edit> edits = new ArrayList<>();
        for (MutationOperator operator : values()) {
            operator.collect(node, edits);
        }
        return edits;
    }

    private static boolean isRetrier(ObjectNode node) {
        return node.has("ErrorEquals") && !node.has("Next");
    }

    private static void number(ObjectNode node, String field, int by, List<Edit> edits) {
        JsonNode number = node.path(field);
        if (number.isInt() && number.intValue() + by >= 0) {
            edits.add(set(node, field, number.intValue() + by));
        }
    }

    private static Edit set(ObjectNode node, String field, int value) {
        String before =
                node.has(field)
                        ? " instead of "
                                + new BigDecimal(node.get(field).asText())
                                        .stripTrailingZeros()
                                        .toPlainString()
                        : "";
        return new Edit("`" + field + "` is " + value + before, () -> node.put(field, value));
    }

    private static Edit without(ObjectNode node, String field) {
        return new Edit("`" + field + "` is left out", () -> node.remove(field));
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Execution;

/** Redriving executions, and what is said about it. */
final class RedriveActions {

    private RedriveActions() {}

    static int count(Execution execution) {
        return 0;
    }

    static void addRedrive(ObjectNode answer, Execution execution) {
        answer.put("redriveCount", count(execution));
        switch (execution.status()) {
            case FAILED, TIMED_OUT, ABORTED -> answer.put("redriveStatus", "REDRIVABLE");
            case RUNNING, SUCCEEDED ->
                    answer.put("redriveStatus", "NOT_REDRIVABLE")
                            .put(
                                    "redriveStatusReason",
                                    "Execution is "
                                            + execution.status()
                                            + " and cannot be redriven");
        }
    }
}

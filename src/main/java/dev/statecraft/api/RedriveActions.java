package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.RedriveStatus;
import dev.statecraft.region.Executions;
import dev.statecraft.region.Region;

import java.util.Map;
import java.util.Optional;

/** Redriving executions, and what is said about it. */
final class RedriveActions {

    private RedriveActions() {}

    static Map<String, Action> all() {
        return Map.of("RedriveExecution", Action.of(RedriveActions::redrive));
    }

    private static ObjectNode redrive(Region region, Parameters parameters) {
        String arn = parameters.arn("executionArn");
        Optional<String> clientToken = parameters.text("clientToken", 1, 64);
        parameters.check();
        Executions.Found found = region.executions().get(arn);
        region.executions().redrive(found, clientToken);
        return Answers.empty()
                .put(
                        "redriveDate",
                        Answers.date(
                                found.read(
                                        it -> it.redriveDate().orElse(region.clock().instant()))));
    }

    /** The fields of DescribeExecution about redriving. */
    static void addRedrive(ObjectNode answer, Execution execution) {
        answer.put("redriveCount", execution.redriveCount());
        execution.redriveDate().ifPresent(it -> answer.put("redriveDate", Answers.date(it)));
        RedriveStatus status = execution.redriveStatus();
        answer.put("redriveStatus", status.kind().name());
        status.reason().ifPresent(it -> answer.put("redriveStatusReason", it));
    }
}

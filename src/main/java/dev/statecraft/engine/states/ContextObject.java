package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.State;
import dev.statecraft.engine.Branch;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.RunningExecution;
import dev.statecraft.engine.StateEvents;
import dev.statecraft.engine.StateMachineType;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What {@code $$} and {@code $states.context} show.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">Context object, read
 *     2026-11</a>
 */
public final class ContextObject {

    private ContextObject() {}

    static JsonNode of(Branch branch, Optional<MapItem> item) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        RunningExecution execution = branch.execution();
        context.set("Execution", execution.contextOfExecution());
        context.set("StateMachine", execution.contextOfStateMachine());
        context.set("State", branch.contextOfState());
        branch.taskToken().ifPresent(token -> context.putObject("Task").put("Token", token));
        item.ifPresent(it -> context.putObject("Map").set("Item", itemOf(it)));
        return context;
    }

    public static ObjectNode ofExecution(ExecutionRequest request, Instant startTime) {
        return ofExecution(request, startTime, 0, Optional.empty());
    }

    /** @param redriveTime of the last redrive, if there was one */
    public static ObjectNode ofExecution(
            ExecutionRequest request,
            Instant startTime,
            int redriveCount,
            Optional<Instant> redriveTime) {
        ObjectNode execution = JsonNodeFactory.instance.objectNode();
        execution.put("Id", request.executionArn());
        execution.set("Input", request.input());
        execution.put("Name", request.name());
        // A state that is tested without a role shows none.
        execution.put("RoleArn", request.roleArn().isEmpty() ? null : request.roleArn());
        execution.put("StartTime", time(startTime));
        // An Express execution cannot be redriven (recorded 2024-07). The field came with redrive:
        // recordings from before
        // November 2023 have none.
        if (request.type() == StateMachineType.STANDARD) {
            execution.put("RedriveCount", redriveCount);
        }
        redriveTime.ifPresent(it -> execution.put("RedriveTime", time(it)));
        return execution;
    }

    public static ObjectNode ofStateMachine(ExecutionRequest request) {
        ObjectNode stateMachine = JsonNodeFactory.instance.objectNode();
        stateMachine.put("Id", request.stateMachineArn());
        stateMachine.put("Name", request.stateMachineName());
        return stateMachine;
    }

    public static ObjectNode ofState(State state, Instant enteredTime, int retryCount) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("Name", state.name());
        context.put("EnteredTime", time(enteredTime));
        // States that have no Retry field show no count (recorded 2024-09).
        if (StateEvents.canRetry(state)) {
            context.put("RetryCount", retryCount);
        }
        return context;
    }

    /** ISO 8601 with milliseconds, as the service writes it. */
    public static String time(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
        // Instant leaves out a fraction of zero.
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }

    private static ObjectNode itemOf(MapItem item) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("Index", item.index());
        node.set("Value", item.value());
        item.key().ifPresent(key -> node.put("Key", key));
        node.put("Source", item.source());
        return node;
    }
}

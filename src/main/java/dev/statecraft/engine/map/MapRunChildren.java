package dev.statecraft.engine.map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.DistributedMap;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.RunningExecution;
import dev.statecraft.engine.StateMachineType;

import java.util.Optional;
import java.util.OptionalLong;

/** Names and starts the child executions of a Map Run. */
final class MapRunChildren {
    private final RunningExecution parent;
    private final StateMachineType type;
    private final StateMachine machine;
    private final String machineName;
    private final String mapRunArn;

    MapRunChildren(RunningExecution parent, MapState state) {
        DistributedMap distributed = state.distributed().orElseThrow();
        StateMachine whole = parent.request().stateMachine();
        String label = distributed.label().orElseGet(() -> newUuid(parent));
        this.parent = parent;
        this.type = StateMachineType.valueOf(distributed.executionType());
        this.machine =
                new StateMachine(
                        Optional.empty(),
                        whole.queryLanguage(),
                        OptionalLong.empty(),
                        state.processor(),
                        whole.source());
        this.machineName = parent.request().stateMachineName() + "/" + label;
        this.mapRunArn =
                parent.request().stateMachineArn().replace(":stateMachine:", ":mapRun:")
                        + "/"
                        + label
                        + ":"
                        + newUuid(parent);
    }

    private static String newUuid(RunningExecution parent) {
        return parent.random().nextUuid().toString();
    }

    String mapRunArn() {
        return mapRunArn;
    }

    Execution start(JsonNode input) {
        ExecutionRequest request = parent.request();
        String name = newUuid(parent);
        return parent.simulation()
                .startChild(
                        new ExecutionRequest(
                                machine,
                                machineName,
                                request.stateMachineArn(),
                                name,
                                arnOf(name),
                                type,
                                request.roleArn(),
                                request.region(),
                                input,
                                Optional.empty(),
                                parent.random().nextLong(Long.MIN_VALUE, Long.MAX_VALUE),
                                Quotas.of(type)),
                        mapRunArn);
    }

    /** {@code execution:MACHINE/LABEL:NAME}, and for Express {@code express:MACHINE/LABEL:NAME:UUID}. */
    private String arnOf(String name) {
        String machineArn = parent.request().stateMachineArn();
        String account = machineArn.substring(0, machineArn.indexOf(":stateMachine:"));
        return switch (type) {
            case STANDARD -> account + ":execution:" + machineName + ":" + name;
            case EXPRESS ->
                    account + ":express:" + machineName + ":" + name + ":" + newUuid(parent);
        };
    }

    /** An Express execution cannot go on where it stopped: another one starts in its place. */
    Execution redrive(Execution child) {
        return switch (type) {
            case EXPRESS -> start(child.request().input());
            case STANDARD -> parent.simulation().redriveChild(child.request().executionArn());
        };
    }
}

package dev.statecraft.region;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.StateMachineType;
import dev.statecraft.sandbox.recorded.MockedTasks;

import java.util.Optional;
import java.util.UUID;

/** What an execution is started with, checked. */
record StartRequest(
        Target target, String name, String inputText, JsonNode input, MockedTasks mocks) {

    static StartRequest of(
            String machineArn, Optional<String> name, Optional<String> input, Region region) {
        int mark = machineArn.indexOf('#');
        String arn = mark < 0 ? machineArn : machineArn.substring(0, mark);
        Target target = region.machines().target(arn);
        String text = input.orElse("{}");
        return new StartRequest(
                target,
                name.orElseGet(() -> UUID.randomUUID().toString()),
                text,
                parsed(text),
                mark < 0
                        ? MockedTasks.NONE
                        : mocks(target.machine().name(), machineArn.substring(mark + 1), region));
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonText.parse(text);
        } catch (JsonText.Invalid e) {
            throw new ServiceError(
                    "InvalidExecutionInput",
                    "Invalid State Machine Execution Input: '" + e.getMessage() + "'");
        }
    }

    private static MockedTasks mocks(String machine, String testCase, Region region) {
        return region.mockFile()
                .testCase(machine, testCase)
                .orElseThrow(
                        () ->
                                ServiceError.validation(
                                        "The mock file has no test case '"
                                                + testCase
                                                + "' for state machine '"
                                                + machine
                                                + "'; it has: "
                                                + region.mockFile().testCases(machine)));
    }

    String executionArn() {
        String prefix = target.machine().arn().replace(":stateMachine:", ":execution:");
        return target.machine().type() == StateMachineType.EXPRESS
                ? prefix.replace(":execution:", ":express:") + ":" + name + ":" + UUID.randomUUID()
                : prefix + ":" + name;
    }
}

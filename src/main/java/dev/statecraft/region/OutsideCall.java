package dev.statecraft.region;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.teststate.StateTest;

/** A state machine of one task: how a program outside reaches the simulated services. */
final class OutsideCall {

    private OutsideCall() {}

    static StateMachine of(String resource) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("StartAt", StateTest.STATE_NAME);
        definition
                .putObject("States")
                .putObject(StateTest.STATE_NAME)
                .put("Type", "Task")
                .put("Resource", resource)
                .put("End", true);
        return AslParser.parse(definition.toString())
                .machine()
                .orElseThrow(
                        () -> ServiceError.validation("There is no such resource: " + resource));
    }
}

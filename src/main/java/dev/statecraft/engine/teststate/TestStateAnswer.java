package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What TestState answers. */
public sealed interface TestStateAnswer {

    /**
     * The state was tried, whatever came of it.
     *
     * @param json {@code {status, output, error, cause, nextState, inspectionData}}, values of the workflow as JSON texts
     */
    record Response(ObjectNode json) implements TestStateAnswer {}

    /**
     * The request itself is at fault.
     *
     * @param code as the service names it: {@code ValidationException}, {@code InvalidDefinition}, {@code InvalidExecutionInput}
     */
    record Refusal(String code, String message) implements TestStateAnswer {}
}

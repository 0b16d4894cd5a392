package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.DistributedMap;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.State;
import dev.statecraft.engine.teststate.TestStateRequest.Configuration;
import dev.statecraft.engine.teststate.TestStateRequest.Mock;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a request must have, and must not have, with the state that it is about.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">TestState, read 2026-11</a>
 */
final class RequestRules {

    private RequestRules() {}

    /** What can be said before the definition is read. */
    static void check(TestStateRequest request) {
        if (request.mock().isEmpty()) {
            checkNotConfigured(request.configuration());
            return;
        }
        if (request.revealSecrets()) {
            throw Refused.validation(
                    "TestState does not support RevealSecrets when a mock is specified.");
        }
        Mock mock = request.mock().get();
        if (mock.result().isPresent() == mock.errorOutput().isPresent()) {
            throw Refused.validation(
                    "A test mock should have only one of the following fields: [result, errorOutput].");
        }
    }

    private static void checkNotConfigured(Configuration configuration) {
        Map<String, Optional<?>> fields = new LinkedHashMap<>();
        fields.put("RetrierRetryCount", configuration.retrierRetryCount());
        fields.put("ErrorCausedByState", configuration.errorCausedByState());
        fields.put("MapIterationFailureCount", configuration.mapIterationFailureCount());
        fields.put("MapItemReaderData", configuration.mapItemReaderData());
        fields.forEach(
                (name, value) -> {
                    if (value.isPresent()) {
                        throw Refused.validation(
                                "TestState does not support "
                                        + name
                                        + " when a mock is not specified.");
                    }
                });
    }

    static void check(TestStateRequest request, TestedState tested) {
        if (request.mock().isEmpty()) {
            checkWithoutMock(request, tested);
            return;
        }
        if (!tested.isContainer() && tested.resource().isEmpty()) {
            throw Refused.validation(
                    "State type '" + tested.type() + "' is not supported when a mock is specified");
        }
        request.configuration()
                .errorCausedByState()
                .filter(name -> tested.isContainer() && !tested.holds(name))
                .ifPresent(
                        name -> {
                            throw Refused.validation("State not found in definition");
                        });
    }

    private static void checkWithoutMock(TestStateRequest request, TestedState tested) {
        if (tested.isContainer()) {
            throw Refused.definition(
                    "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait,"
                            + " Pass, Succeed, Fail, Choice]");
        }
        if (tested.resource().isPresent() && request.roleArn().isEmpty()) {
            throw Refused.validation("RoleArn must be specified when testing a Task state");
        }
        if (tested.waitsForResult() || tested.isActivity()) {
            throw Refused.definition(
                    "TestState API does not support '.sync', '.waitForTaskToken' or activity tasks when a mock is not"
                            + " specified.");
        }
    }

    /** What can be said only when the items of a Map are known. */
    static void check(TestStateRequest request, StateTestReport report) {
        int failures = request.configuration().mapIterationFailureCount().orElse(0);
        if (report.items().isPresent() && failures > report.items().getAsInt()) {
            throw Refused.validation(
                    "MapIterationFailureCount must not exceed the number of items of the Map state.");
        }
    }

    /** A mocked result has the shape that the state's own would have. */
    static void checkResult(JsonNode result, TestedState tested, MockShapes.Mode mode) {
        State state = tested.state();
        if (state instanceof ParallelState parallel) {
            requireArray(result);
            if (result.size() != parallel.branches().size()) {
                throw Refused.validation(
                        "Mocked result must contain the same number of items as number of Parallel branches.");
            }
        } else if (state instanceof MapState map) {
            checkResult(result, map);
        } else {
            tested.resource().ifPresent(resource -> MockShapes.check(resource, result, mode));
        }
    }

    private static void checkResult(JsonNode result, MapState map) {
        boolean written =
                map.distributed()
                        .flatMap(DistributedMap::resultWriter)
                        .filter(it -> it.resource().isPresent())
                        .isPresent();
        if (!written) {
            requireArray(result);
        } else if (!result.isObject()) {
            throw Refused.validation("Mocked result must be a JSON object.");
        }
    }

    private static void requireArray(JsonNode result) {
        if (!result.isArray()) {
            throw Refused.validation("Mocked result must be an array.");
        }
    }
}

package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.query.RandomSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tries one state by itself, without a state machine being created: TestState.
 *
 * <p>The request is that of the API: {@code definition} (of a state, or of a machine together with {@code stateName}),
 * {@code input}, {@code inspectionLevel}, {@code variables}, {@code context}, {@code mock}, {@code stateConfiguration},
 * {@code revealSecrets} and {@code roleArn}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState, read 2026-11</a>
 */
public final class TestState {
    private final JsonNode request;

    private TestState(JsonNode request) {
        this.request = request;
    }

    public static TestState of(JsonNode request) {
        return new TestState(request);
    }

    /** Never throws for what the request says: a fault in it is an answer too. */
    public TestStateAnswer run(Laboratory laboratory) {
        try {
            return answer(TestStateRequest.of(request), laboratory);
        } catch (Refused refused) {
            return refused.refusal();
        }
    }

    private static TestStateAnswer answer(TestStateRequest request, Laboratory laboratory) {
        RequestRules.check(request);
        TestedState tested = TestedState.of(request.definition(), request.stateName());
        RequestRules.check(request, tested);
        var texts = new GivenTexts();
        StateTestSetup setup = setup(request, tested, texts, laboratory);
        JsonNode input = texts.read(request.input(), Refused::input);
        StateTestReport report =
                StateTest.run(
                        execution(request, tested, input, laboratory), setup, laboratory.runtime());
        RequestRules.check(request, report);
        return new TestStateAnswer.Response(
                new ReportJson(request, tested, texts).of(report, input));
    }

    private static StateTestSetup setup(
            TestStateRequest request, TestedState tested, GivenTexts texts, Laboratory laboratory) {
        Optional<ObjectNode> context =
                request.context()
                        .map(it -> texts.read(it, MockedContext::refused))
                        .map(it -> MockedContext.checked(it, tested));
        Optional<JsonNode> result =
                request.mock()
                        .flatMap(TestStateRequest.Mock::result)
                        .map(it -> texts.read(it, fault -> notJson("mock result", fault)));
        result.ifPresent(
                it -> RequestRules.checkResult(it, tested, request.mock().orElseThrow().mode()));
        return new StateTestSetup(
                laboratory.now(),
                variables(request, texts),
                context,
                result,
                request.mock()
                        .flatMap(TestStateRequest.Mock::errorOutput)
                        .map(it -> new StateTestSetup.MockedError(it.error(), it.cause())),
                request.configuration().retrierRetryCount().orElse(0),
                request.configuration().mapIterationFailureCount().orElse(0),
                request.configuration().mapItemReaderData());
    }

    private static Map<String, JsonNode> variables(TestStateRequest request, GivenTexts texts) {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        if (request.variables().isPresent()) {
            JsonNode json =
                    texts.read(request.variables().get(), fault -> notJson("variables", fault));
            if (!json.isObject()) {
                throw Refused.validation("The variables must be a JSON object.");
            }
            json.properties().forEach(it -> variables.put(it.getKey(), it.getValue()));
        }
        return variables;
    }

    private static Refused notJson(String what, String fault) {
        return Refused.validation("The " + what + " must be valid JSON: " + fault);
    }

    /** The execution that the state sees around it: an Express one, of a machine made for the test. */
    private static ExecutionRequest execution(
            TestStateRequest request, TestedState tested, JsonNode input, Laboratory laboratory) {
        var random = new RandomSource(laboratory.seed());
        String machine = random.nextUuid().toString();
        String name = random.nextUuid().toString();
        String prefix =
                "arn:aws:states:" + laboratory.region() + ":" + laboratory.accountId() + ":";
        return new ExecutionRequest(
                tested.machine(),
                machine,
                prefix + "stateMachine:" + machine,
                name,
                prefix + "express:" + machine + ":" + name,
                StateMachineType.EXPRESS,
                request.roleArn().orElse(""),
                laboratory.region(),
                input,
                Optional.empty(),
                laboratory.seed(),
                Quotas.EXPRESS);
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.StateTest;
import dev.statecraft.engine.StateTestReport;
import dev.statecraft.engine.StateTestSetup;
import dev.statecraft.region.JsonText;
import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** TestState. */
final class TestStateAction {
    private static final int MAX_TEXT = 262_144;

    /** Seen only at levels DEBUG and TRACE, in place of what a state without work does with its input. */
    private static final Set<String> BEFORE_WORK = Set.of("afterInputPath", "afterParameters");

    private TestStateAction() {}

    static Map<String, Action> all() {
        return Map.of("TestState", Action.of(TestStateAction::test));
    }

    private enum Level {
        INFO,
        DEBUG,
        TRACE
    }

    private record Mock(
            Optional<String> result,
            Optional<StateTestSetup.MockedError> error,
            MockShapes.Mode mode) {

        static Mock of(Parameters mock) {
            Optional<StateTestSetup.MockedError> error =
                    mock.structure("errorOutput")
                            .map(
                                    it ->
                                            new StateTestSetup.MockedError(
                                                    it.text("error", 0, 256),
                                                    it.text("cause", 0, 32_768)));
            return new Mock(
                    mock.text("result", 0, MAX_TEXT),
                    error,
                    mock.choice(
                                    "fieldValidationMode",
                                    MockShapes.Mode.class,
                                    List.of("STRICT", "PRESENT", "NONE"))
                            .orElse(MockShapes.Mode.STRICT));
        }
    }

    private record Configuration(
            Optional<Long> retriesUsed,
            Optional<String> failedState,
            Optional<Long> failedIterations,
            Optional<String> readerData) {

        static Configuration of(Parameters given) {
            return new Configuration(
                    given.number("retrierRetryCount", 0, Integer.MAX_VALUE),
                    given.text("errorCausedByState", 0, 80),
                    given.number("mapIterationFailureCount", 0, Integer.MAX_VALUE),
                    given.text("mapItemReaderData", 0, MAX_TEXT));
        }
    }

    private static ObjectNode test(Region region, Parameters parameters) {
        String definition = parameters.requiredText("definition", 1, Definitions.MAX_BYTES);
        Optional<String> role = parameters.text("roleArn", 1, 256);
        Optional<String> input = parameters.text("input", 0, MAX_TEXT);
        Optional<String> stateName = parameters.text("stateName", 1, 80);
        Level level =
                parameters
                        .choice("inspectionLevel", Level.class, List.of("INFO", "DEBUG", "TRACE"))
                        .orElse(Level.INFO);
        boolean secrets = parameters.flag("revealSecrets").orElse(false);
        Optional<String> variables = parameters.text("variables", 0, MAX_TEXT);
        Optional<String> context = parameters.text("context", 0, MAX_TEXT);
        Optional<Mock> mock = parameters.structure("mock").map(Mock::of);
        Optional<Configuration> configuration =
                parameters.structure("stateConfiguration").map(Configuration::of);
        parameters.check();

        role.ifPresent(Roles::check);
        TestedState state = TestedState.of(definition, stateName);
        checkMockFits(state, mock, configuration, secrets, role);
        Optional<JsonNode> contextObject = context.map(it -> parsed(it, "context"));
        contextObject.ifPresent(it -> MockedContext.check(it, state));
        Optional<JsonNode> result = mock.flatMap(Mock::result).map(it -> parsed(it, "mock.result"));
        result.ifPresent(it -> checkResult(it, state, mock.orElseThrow().mode()));

        Instant now = region.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        JsonNode given = parsed(input.orElse("{}"), "input");
        Map<String, JsonNode> set = variables(variables);
        var setup =
                new StateTestSetup(
                        now,
                        set,
                        contextObject,
                        result,
                        mock.flatMap(Mock::error),
                        configuration.flatMap(Configuration::retriesUsed).orElse(0L).intValue(),
                        configuration
                                .flatMap(Configuration::failedIterations)
                                .map(it -> OptionalInt.of(it.intValue()))
                                .orElse(OptionalInt.empty()),
                        configuration
                                .flatMap(Configuration::readerData)
                                .map(it -> parsed(it, "stateConfiguration.mapItemReaderData")));
        StateTestReport report =
                StateTest.run(
                        request(region, state, role, given), setup, region.accountForTest(now));
        return answer(report, state, given, level, !set.isEmpty());
    }

    private static void checkMockFits(
            TestedState state,
            Optional<Mock> mock,
            Optional<Configuration> configuration,
            boolean secrets,
            Optional<String> role) {
        if (mock.isEmpty()) {
            configuration.ifPresent(TestStateAction::refuseWithoutMock);
            if (state.isContainer()) {
                throw new ServiceError(
                        "InvalidDefinition",
                        "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait,"
                                + " Pass, Succeed, Fail, Choice]");
            }
            if (state.type().equals("Task") && role.isEmpty()) {
                throw ServiceError.validation(
                        "RoleArn must be specified when testing a Task state");
            }
            if (state.waitsForResult()) {
                throw new ServiceError(
                        "InvalidDefinition",
                        "TestState API does not support '.sync', '.waitForTaskToken' or activity tasks when a mock is not"
                                + " specified.");
            }
            return;
        }
        if (!state.isContainer() && !state.type().equals("Task")) {
            throw ServiceError.validation(
                    "State type '" + state.type() + "' is not supported when a mock is specified");
        }
        if (secrets) {
            throw ServiceError.validation(
                    "TestState does not support RevealSecrets when a mock is specified.");
        }
        if (mock.get().result().isPresent() == mock.get().error().isPresent()) {
            throw ServiceError.validation(
                    "A test mock should have only one of the following fields: [result, errorOutput].");
        }
    }

    private static void refuseWithoutMock(Configuration configuration) {
        Map<String, Optional<?>> fields = new LinkedHashMap<>();
        fields.put("MapIterationFailureCount", configuration.failedIterations());
        fields.put("RetrierRetryCount", configuration.retriesUsed());
        fields.put("ErrorCausedByState", configuration.failedState());
        fields.put("MapItemReaderData", configuration.readerData());
        fields.forEach(
                (name, value) -> {
                    if (value.isPresent()) {
                        throw ServiceError.validation(
                                "TestState does not support "
                                        + name
                                        + " when a mock is not specified.");
                    }
                });
    }

    private static void checkResult(JsonNode result, TestedState state, MockShapes.Mode mode) {
        switch (state.type()) {
            case "Parallel" -> {
                if (!result.isArray()) {
                    throw ServiceError.validation("Mocked result must be an array.");
                }
                if (result.size() != state.json().path("Branches").size()) {
                    throw ServiceError.validation(
                            "Mocked result must contain the same number of items as number of Parallel branches.");
                }
            }
            case "Map" -> {
                boolean written = state.json().has("ResultWriter");
                if (written && !result.isObject()) {
                    throw ServiceError.validation("Mocked result must be a JSON object.");
                }
                if (!written && !result.isArray()) {
                    throw ServiceError.validation("Mocked result must be an array.");
                }
            }
            default -> MockShapes.check(state.resource(), result, mode);
        }
    }

    private static JsonNode parsed(String text, String field) {
        try {
            return JsonText.parse(text);
        } catch (JsonText.Invalid e) {
            if (field.equals("input")) {
                throw new ServiceError(
                        "InvalidExecutionInput",
                        "Invalid State Machine Execution Input: '" + e.getMessage() + "'");
            }
            throw ServiceError.validation("Invalid JSON in " + field + ": " + e.getMessage());
        }
    }

    private static Map<String, JsonNode> variables(Optional<String> text) {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        if (text.isPresent()) {
            JsonNode json = parsed(text.get(), "variables");
            if (!json.isObject()) {
                throw ServiceError.validation("Variables must be a JSON object.");
            }
            json.properties().forEach(it -> variables.put(it.getKey(), it.getValue()));
        }
        return variables;
    }

    private static ExecutionRequest request(
            Region region, TestedState state, Optional<String> role, JsonNode input) {
        String prefix = "arn:aws:states:" + Region.NAME + ":" + region.accountId() + ":";
        String machine = UUID.randomUUID().toString();
        String name = UUID.randomUUID().toString();
        return new ExecutionRequest(
                state.machine(),
                machine,
                prefix + "stateMachine:" + machine,
                name,
                prefix + "express:" + machine + ":" + name,
                StateMachineType.EXPRESS,
                role.orElse(""),
                Region.NAME,
                input,
                Optional.empty(),
                0,
                Quotas.EXPRESS);
    }

    private static ObjectNode answer(
            StateTestReport report,
            TestedState state,
            JsonNode input,
            Level level,
            boolean hasVariables) {
        ObjectNode answer = Answers.empty();
        report.output().ifPresent(it -> answer.put("output", it.toString()));
        report.error().ifPresent(it -> answer.put("error", it));
        report.cause().ifPresent(it -> answer.put("cause", it));
        if (level != Level.INFO) {
            answer.set("inspectionData", inspection(report, state, input, hasVariables));
        }
        report.nextState().ifPresent(it -> answer.put("nextState", it));
        return answer.put("status", report.status().name());
    }

    private static ObjectNode inspection(
            StateTestReport report, TestedState state, JsonNode input, boolean hasVariables) {
        ObjectNode data = Answers.empty();
        data.put("input", input.toString());
        report.stages()
                .forEach(
                        (stage, value) -> {
                            if (!isHidden(stage, state)) {
                                if (isNumber(stage)) {
                                    data.set(stage, value);
                                } else {
                                    data.put(stage, value.toString());
                                }
                            }
                        });
        if (state.type().equals("Pass") && state.json().has("Result")) {
            data.put("result", state.json().get("Result").toString());
        }
        if (hasVariables || !report.variables().isEmpty()) {
            ObjectNode variables = Answers.empty();
            report.variables().forEach(variables::set);
            data.put("variables", variables.toString());
        }
        if (report.retryIndex().isPresent() || report.catchIndex().isPresent()) {
            ObjectNode details = data.putObject("errorDetails");
            report.catchIndex().ifPresent(it -> details.put("catchIndex", it));
            report.retryIndex().ifPresent(it -> details.put("retryIndex", it));
            report.retrySeconds()
                    .ifPresent(it -> details.put("retryBackoffIntervalSeconds", Math.round(it)));
        }
        return data;
    }

    /** What the service leaves out (recorded 2025-11). */
    private static boolean isHidden(String stage, TestedState state) {
        boolean fixed = state.type().equals("Pass") && state.json().has("Result");
        return switch (state.type()) {
            case "Parallel" -> BEFORE_WORK.contains(stage) || stage.equals("result");
            case "Map" -> stage.equals("result") || stage.equals("afterParameters");
            case "Pass" -> fixed && BEFORE_WORK.contains(stage);
            default -> false;
        };
    }

    private static boolean isNumber(String stage) {
        return stage.startsWith("tolerated") || stage.equals("maxConcurrency");
    }
}

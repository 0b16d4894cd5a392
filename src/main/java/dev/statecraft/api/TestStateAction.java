package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.teststate.Laboratory;
import dev.statecraft.engine.teststate.TestState;
import dev.statecraft.engine.teststate.TestStateAnswer;
import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** TestState. */
final class TestStateAction {
    private static final int MAX_TEXT = 262_144;

    private TestStateAction() {}

    static Map<String, Action> all() {
        return Map.of("TestState", Action.of(TestStateAction::test));
    }

    private enum Level {
        INFO,
        DEBUG,
        TRACE
    }

    private enum FieldValidationMode {
        STRICT,
        PRESENT,
        NONE
    }

    private static ObjectNode test(Region region, Parameters parameters) {
        checkConstraints(parameters);
        Instant now = region.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var laboratory =
                new Laboratory(
                        Region.NAME,
                        region.accountId(),
                        now,
                        UUID.randomUUID().getMostSignificantBits(),
                        region.accountForTest(now));
        return switch (TestState.of(parameters.json()).run(laboratory)) {
            case TestStateAnswer.Response response -> response.json();
            case TestStateAnswer.Refusal refusal ->
                    throw new ServiceError(refusal.code(), refusal.message());
        };
    }

    private static void checkConstraints(Parameters parameters) {
        parameters.requiredText("definition", 1, Definitions.MAX_BYTES);
        parameters.text("input", 0, MAX_TEXT);
        parameters.text("stateName", 1, 80);
        parameters.choice("inspectionLevel", Level.class, List.of("INFO", "DEBUG", "TRACE"));
        parameters.flag("revealSecrets");
        parameters.text("variables", 0, MAX_TEXT);
        parameters.text("context", 0, MAX_TEXT);
        parameters.structure("mock").ifPresent(TestStateAction::checkMock);
        parameters.structure("stateConfiguration").ifPresent(TestStateAction::checkConfiguration);
        var role = parameters.text("roleArn", 1, 256);
        parameters.check();
        role.ifPresent(Roles::check);
    }

    private static void checkMock(Parameters mock) {
        mock.text("result", 0, MAX_TEXT);
        mock.choice(
                "fieldValidationMode",
                FieldValidationMode.class,
                List.of("STRICT", "PRESENT", "NONE"));
        mock.structure("errorOutput")
                .ifPresent(
                        error -> {
                            error.text("error", 0, 256);
                            error.text("cause", 0, 32_768);
                        });
    }

    private static void checkConfiguration(Parameters given) {
        given.number("retrierRetryCount", 0, Integer.MAX_VALUE);
        given.text("errorCausedByState", 1, 80);
        given.number("mapIterationFailureCount", 0, Integer.MAX_VALUE);
        given.text("mapItemReaderData", 0, MAX_TEXT);
    }
}

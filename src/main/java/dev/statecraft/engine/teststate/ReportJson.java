package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.PassState;
import dev.statecraft.engine.teststate.TestStateRequest.InspectionLevel;

import java.util.Set;

/** Writes what a test found as the response of TestState. */
final class ReportJson {
    private static final Set<String> INPUT_STAGES =
            Set.of("afterInputPath", "afterParameters", "afterArguments");

    private final TestStateRequest request;
    private final TestedState tested;
    private final GivenTexts texts;

    ReportJson(TestStateRequest request, TestedState tested, GivenTexts texts) {
        this.request = request;
        this.tested = tested;
        this.texts = texts;
    }

    ObjectNode of(StateTestReport report, JsonNode input) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        report.output().ifPresent(it -> json.put("output", texts.of(it)));
        report.error().ifPresent(it -> json.put("error", it));
        report.cause().ifPresent(it -> json.put("cause", it));
        if (request.inspectionLevel() != InspectionLevel.INFO) {
            json.set("inspectionData", inspection(report, input));
        }
        report.nextState().ifPresent(it -> json.put("nextState", it));
        return json.put("status", report.status().name());
    }

    private ObjectNode inspection(StateTestReport report, JsonNode input) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("input", texts.of(input));
        report.stages()
                .forEach(
                        (stage, value) -> {
                            if (isShown(stage)) {
                                put(json, stage, value);
                            }
                        });
        if (tested.state() instanceof PassState pass) {
            pass.result().ifPresent(it -> put(json, "result", it));
        }
        if (!report.variables().isEmpty()) {
            ObjectNode variables = JsonNodeFactory.instance.objectNode();
            report.variables().forEach(variables::set);
            put(json, "variables", variables);
        }
        errorDetails(report, json);
        return json;
    }

    private void put(ObjectNode json, String stage, JsonNode value) {
        if (StateTestReport.NUMBERS.contains(stage)) {
            json.set(stage, value);
        } else {
            json.put(stage, texts.of(value));
        }
    }

    private static void errorDetails(StateTestReport report, ObjectNode json) {
        if (report.retryIndex().isEmpty() && report.catchIndex().isEmpty()) {
            return;
        }
        ObjectNode details = json.putObject("errorDetails");
        report.catchIndex().ifPresent(it -> details.put("catchIndex", it));
        report.retryIndex().ifPresent(it -> details.put("retryIndex", it));
        report.retrySeconds()
                .ifPresent(it -> details.put("retryBackoffIntervalSeconds", Math.round(it)));
    }

    /** Some states keep to themselves what goes in (recorded 2025-11). */
    private boolean isShown(String stage) {
        return switch (tested.type()) {
            case "Parallel" -> !INPUT_STAGES.contains(stage) && !stage.equals("result");
            case "Map" -> !stage.equals("result") && !stage.equals("afterParameters");
            case "Pass" -> !INPUT_STAGES.contains(stage) || !hasFixedResult();
            default -> true;
        };
    }

    private boolean hasFixedResult() {
        return tested.state() instanceof PassState pass && pass.result().isPresent();
    }
}

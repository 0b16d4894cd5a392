package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What services answered in the recorded cases, as one mock file in the format of Step Functions Local: a test case for each. */
final class DoorMocks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, String> testCases = new LinkedHashMap<>();
    private final ObjectNode machines = JSON.objectNode();
    private final ObjectNode responses = JSON.objectNode();

    DoorMocks(List<RecordedCase> cases) {
        cases.forEach(this::add);
    }

    /** The file. */
    ObjectNode json() {
        ObjectNode file = JSON.objectNode();
        file.set("StateMachines", machines);
        file.set("MockedResponses", responses);
        return file;
    }

    /** What follows the machine's ARN to choose the case's answers; empty where it has none. */
    String suffix(RecordedCase recorded) {
        return testCases.containsKey(recorded.id()) ? "#" + testCases.get(recorded.id()) : "";
    }

    private void add(RecordedCase recorded) {
        int number = testCases.size();
        ObjectNode states = JSON.objectNode();
        Map<String, ObjectNode> answers = new LinkedHashMap<>();
        for (JsonNode call : recorded.mocks().path("replay")) {
            ObjectNode ofState =
                    answers.computeIfAbsent(call.path("state").asText(), it -> JSON.objectNode());
            ofState.set(String.valueOf(ofState.size()), answer(call));
        }
        recorded.mocks()
                .path("mockConfig")
                .properties()
                .forEach(it -> answers.putIfAbsent(it.getKey(), it.getValue().deepCopy()));
        answers.forEach(
                (state, answer) -> {
                    String name = "Answer" + number + "." + states.size();
                    responses.set(name, answer);
                    states.put(state, name);
                });
        if (!states.isEmpty()) {
            String name = "Case" + number;
            testCases.put(recorded.id(), name);
            machines.withObject(
                            "/" + recorded.stateMachineName().replace("~", "~0").replace("/", "~1"))
                    .withObject("/TestCases")
                    .set(name, states);
        }
    }

    private static ObjectNode answer(JsonNode call) {
        ObjectNode answer = JSON.objectNode();
        if (call.has("submitted")) {
            answer.set("Submitted", Json.unwrapped(call.get("submitted")));
        }
        switch (call.path("outcome").asText()) {
            case "succeed" -> answer.set("Return", result(call));
            case "timeout", "none" -> answer.putObject("Throw").put("Error", "States.Timeout");
            default -> {
                ObjectNode thrown = answer.putObject("Throw");
                if (call.path("error").isTextual()) {
                    thrown.set("Error", call.get("error"));
                }
                if (call.hasNonNull("cause")) {
                    JsonNode cause = call.get("cause");
                    thrown.put("Cause", cause.isTextual() ? cause.textValue() : cause.toString());
                }
            }
        }
        return answer;
    }

    private static JsonNode result(JsonNode call) {
        JsonNode output = Json.unwrapped(call.path("output"));
        return call.path("kind").asText().equals("lambda-arn")
                ? JSON.objectNode().put("StatusCode", 200).<ObjectNode>set("Payload", output)
                : output;
    }
}

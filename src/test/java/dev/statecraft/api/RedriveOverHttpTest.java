package dev.statecraft.api;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a client of the Step Functions API sees of redrives and Map Runs; a worker decides how each task ends. */
@QuarkusTest
class RedriveOverHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name = "redrive-" + UUID.randomUUID();

    @Test
    void a_failed_execution_is_redriven_and_keeps_its_arn() {
        String activity = call("CreateActivity", Map.of("name", name)).getString("activityArn");
        String execution =
                start(
                        """
                        { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "%s", "End": true } } }
                        """
                                .formatted(activity));
        fail(activity);
        assertThat(describe(execution).getString("status")).isEqualTo("FAILED");
        assertThat(describe(execution).getString("redriveStatus")).isEqualTo("REDRIVABLE");

        assertThat(
                        call("RedriveExecution", Map.of("executionArn", execution))
                                .getDouble("redriveDate"))
                .isPositive();
        assertThat(describe(execution).getString("redriveStatusReason"))
                .isEqualTo("Execution is RUNNING and cannot be redriven");
        succeed(activity, "\"done\"");

        JsonPath described = describe(execution);
        assertThat(described.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(described.getString("output")).isEqualTo("\"done\"");
        assertThat(described.getInt("redriveCount")).isEqualTo(1);
        JsonPath history = call("GetExecutionHistory", Map.of("executionArn", execution));
        assertThat(history.getList("events.type"))
                .containsSubsequence(
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "ActivityScheduled",
                        "ExecutionSucceeded");
        assertThat(history.getList("events.executionRedrivenEventDetails.redriveCount"))
                .contains(1);
    }

    @Test
    void a_call_that_is_sent_twice_redrives_once() {
        String activity = call("CreateActivity", Map.of("name", name)).getString("activityArn");
        String execution =
                start(
                        """
                        { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "%s", "End": true } } }
                        """
                                .formatted(activity));
        fail(activity);
        Map<String, Object> redrive = Map.of("executionArn", execution, "clientToken", "again");

        call("RedriveExecution", redrive);
        fail(activity);
        call("RedriveExecution", redrive);

        assertThat(describe(execution).getInt("redriveCount")).isEqualTo(1);
        assertThat(describe(execution).getString("status")).isEqualTo("FAILED");
    }

    @Test
    void an_execution_that_succeeded_is_not_redriven() {
        String execution =
                start(
                        """
                        { "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }
                        """);
        describe(execution);

        JsonPath refusal = post("RedriveExecution", Map.of("executionArn", execution), 400);

        assertThat(refusal.getString("__type")).endsWith("ExecutionNotRedrivable");
        assertThat(refusal.getString("message"))
                .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
    }

    @Test
    void a_Map_Run_is_listed_described_changed_and_redriven() {
        String activity = call("CreateActivity", Map.of("name", name)).getString("activityArn");
        String execution =
                start(
                        """
                        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "Label": "Items", "MaxConcurrency": 1, "End": true,
                            "Items": [1, 2],
                            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                                "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "%s", "End": true } } } } },
                          "QueryLanguage": "JSONata" }
                        """
                                .formatted(activity));
        succeed(activity, "10");
        fail(activity);
        String mapRun =
                call("ListMapRuns", Map.of("executionArn", execution))
                        .getString("mapRuns[0].mapRunArn");
        assertThat(mapRun).contains(":mapRun:" + name + "/Items:");
        assertThat(mapRun(mapRun).getString("status")).isEqualTo("FAILED");
        assertThat(mapRun(mapRun).getInt("itemCounts.failed")).isEqualTo(1);

        call("UpdateMapRun", Map.of("mapRunArn", mapRun, "maxConcurrency", 5));
        call("RedriveExecution", Map.of("executionArn", execution));
        succeed(activity, "20");

        assertThat(describe(execution).getString("output")).isEqualTo("[10,20]");
        assertThat(mapRun(mapRun).getString("status")).isEqualTo("SUCCEEDED");
        assertThat(mapRun(mapRun).getInt("redriveCount")).isEqualTo(1);
        assertThat(mapRun(mapRun).getInt("maxConcurrency")).isEqualTo(5);
        assertThat(mapRun(mapRun).getInt("executionCounts.succeeded")).isEqualTo(2);
        List<String> children =
                call("ListExecutions", Map.of("mapRunArn", mapRun))
                        .getList("executions.executionArn");
        assertThat(children).hasSize(2);
        JsonPath child = describe(children.getFirst());
        assertThat(child.getString("mapRunArn")).isEqualTo(mapRun);
        assertThat(child.getString("input")).isEqualTo("2");
        assertThat(
                        call(
                                        "DescribeStateMachineForExecution",
                                        Map.of("executionArn", children.getFirst()))
                                .getString("label"))
                .isEqualTo("Items");
        assertThat(child.getInt("redriveCount")).isEqualTo(1);
    }

    private String start(String definition) {
        String machine =
                call(
                                "CreateStateMachine",
                                Map.of(
                                        "name", name,
                                        "definition", definition,
                                        "roleArn", "arn:aws:iam::111111111111:role/worker"))
                        .getString("stateMachineArn");
        return call("StartExecution", Map.of("stateMachineArn", machine)).getString("executionArn");
    }

    private void succeed(String activity, String output) {
        call("SendTaskSuccess", Map.of("taskToken", take(activity), "output", output));
    }

    private void fail(String activity) {
        call("SendTaskFailure", Map.of("taskToken", take(activity), "error", "No"));
    }

    private String take(String activity) {
        return call("GetActivityTask", Map.of("activityArn", activity)).getString("taskToken");
    }

    private JsonPath describe(String execution) {
        return call("DescribeExecution", Map.of("executionArn", execution));
    }

    private JsonPath mapRun(String arn) {
        return call("DescribeMapRun", Map.of("mapRunArn", arn));
    }

    private static JsonPath call(String operation, Map<String, Object> parameters) {
        return post(operation, parameters, 200);
    }

    private static JsonPath post(String operation, Map<String, Object> parameters, int status) {
        String answer =
                given().contentType("application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AWSStepFunctions." + operation)
                        .body(
                                JSON.valueToTree(parameters)
                                        .toString()
                                        .getBytes(StandardCharsets.UTF_8))
                        .post("/aws")
                        .then()
                        .statusCode(status)
                        .extract()
                        .asString();
        return JsonPath.from(answer);
    }
}

package dev.statecraft.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The AWS CLI works against this server, as people type it. */
@QuarkusTest
class CommandLineClientTest {
    private static final String ROLE = "arn:aws:iam::111111111111:role/workflow";
    private static final String ARN = "arn:aws:states:us-east-1:111111111111:";
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "AWS_ACCESS_KEY_ID", "any",
                    "AWS_SECRET_ACCESS_KEY", "key",
                    "AWS_DEFAULT_REGION", "us-east-1",
                    "AWS_PAGER", "",
                    "AWS_EC2_METADATA_DISABLED", "true");

    @TestHTTPResource("/aws")
    URI endpoint;

    private ClientProgram aws;

    @BeforeEach
    void find() {
        aws = ClientProgram.find("The AWS CLI", List.of("/usr/bin/aws", "aws"), "--version");
    }

    @Test
    void a_workflow_is_made_started_watched_and_deleted() {
        String name = Sdk.name("cli");
        String machine =
                sfn(
                                "create-state-machine",
                                "--name",
                                name,
                                "--role-arn",
                                ROLE,
                                "--definition",
                                """
                                {"StartAt": "Rest", "States": {
                                  "Rest": {"Type": "Wait", "Seconds": 3600, "Next": "Greet"},
                                  "Greet": {"Type": "Pass", "Result": {"text": "hello"}, "End": true}}}""")
                        .path("stateMachineArn")
                        .asText();
        assertThat(machine).isEqualTo(ARN + "stateMachine:" + name);
        assertThat(
                        sfn("describe-state-machine", "--state-machine-arn", machine)
                                .path("status")
                                .asText())
                .isEqualTo("ACTIVE");
        assertThat(sfn("list-state-machines").path("stateMachines").findValuesAsText("name"))
                .contains(name);

        String execution =
                sfn(
                                "start-execution",
                                "--state-machine-arn",
                                machine,
                                "--name",
                                "first",
                                "--input",
                                "{\"a\": 1}")
                        .path("executionArn")
                        .asText();

        JsonNode described = sfn("describe-execution", "--execution-arn", execution);
        assertThat(described.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(described.path("output").asText()).isEqualTo("{\"text\":\"hello\"}");
        assertThat(
                        sfn(
                                        "get-execution-history",
                                        "--execution-arn",
                                        execution,
                                        "--reverse-order")
                                .at("/events/0/type")
                                .asText())
                .isEqualTo("ExecutionSucceeded");
        assertThat(
                        sfn(
                                        "list-executions",
                                        "--state-machine-arn",
                                        machine,
                                        "--status-filter",
                                        "SUCCEEDED")
                                .path("executions"))
                .hasSize(1);
        sfn("delete-state-machine", "--state-machine-arn", machine);
    }

    @Test
    void a_definition_with_a_mistake_is_refused_in_the_words_of_the_service() {
        ClientProgram.Result result =
                run(
                        "stepfunctions",
                        "create-state-machine",
                        "--name",
                        "x",
                        "--role-arn",
                        ROLE,
                        "--definition",
                        "{\"StartAt\": \"B\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.out())
                .contains(
                        "(InvalidDefinition) when calling the CreateStateMachine operation: Invalid State Machine Definition:");
    }

    @Test
    void a_worker_takes_a_task_and_answers_it() {
        String name = Sdk.name("pack");
        String activity = sfn("create-activity", "--name", name).path("activityArn").asText();
        String machine =
                sfn(
                                "create-state-machine",
                                "--name",
                                name,
                                "--role-arn",
                                ROLE,
                                "--definition",
                                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"Resource\": \"%s\", \"End\": true}}}"
                                        .formatted(activity))
                        .path("stateMachineArn")
                        .asText();
        String execution =
                sfn("start-execution", "--state-machine-arn", machine)
                        .path("executionArn")
                        .asText();

        JsonNode task = sfn("get-activity-task", "--activity-arn", activity);
        sfn(
                "send-task-success",
                "--task-token",
                task.path("taskToken").asText(),
                "--task-output",
                "{\"packed\":true}");

        assertThat(sfn("describe-execution", "--execution-arn", execution).path("output").asText())
                .isEqualTo("{\"packed\":true}");
        assertThat(run("stepfunctions", "stop-execution", "--execution-arn", execution).exitCode())
                .isZero();
    }

    @Test
    void the_services_beside_a_workflow_answer(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("order.json"), "{\"id\": 7}");
        String bucket = Sdk.name("b").substring(0, 20);
        String s3 = endpoint + "/s3";
        assertThat(runAt(s3, "s3", "mb", "s3://" + bucket).exitCode()).isZero();
        assertThat(
                        runAt(s3, "s3", "cp", file.toString(), "s3://" + bucket + "/in/order.json")
                                .exitCode())
                .isZero();
        assertThat(runAt(s3, "s3", "ls", "s3://" + bucket + "/in/").out()).contains("order.json");

        String table = Sdk.name("t");
        assertThat(
                        run(
                                        "dynamodb",
                                        "create-table",
                                        "--table-name",
                                        table,
                                        "--key-schema",
                                        "AttributeName=id,KeyType=HASH",
                                        "--attribute-definitions",
                                        "AttributeName=id,AttributeType=S",
                                        "--billing-mode",
                                        "PAY_PER_REQUEST")
                                .exitCode())
                .isZero();
        assertThat(
                        run(
                                        "dynamodb",
                                        "put-item",
                                        "--table-name",
                                        table,
                                        "--item",
                                        "{\"id\": {\"S\": \"1\"}}")
                                .exitCode())
                .isZero();
        assertThat(run("dynamodb", "scan", "--table-name", table).out()).contains("\"1\"");
        assertThat(run("sns", "create-topic", "--name", "news").out()).contains(":news");
        assertThat(run("sqs", "create-queue", "--queue-name", "jobs").out()).contains("/jobs");
        assertThat(
                        run(
                                        "events",
                                        "put-events",
                                        "--entries",
                                        "[{\"Source\": \"a\", \"DetailType\": \"b\", \"Detail\": \"{}\"}]")
                                .out())
                .contains("\"FailedEntryCount\": 0");
    }

    private JsonNode sfn(String... arguments) {
        List<String> all = new ArrayList<>(List.of("stepfunctions"));
        all.addAll(List.of(arguments));
        ClientProgram.Result result = run(all.toArray(String[]::new));
        assertThat(result.exitCode()).as(all + "\n" + result.out()).isZero();
        try {
            return new ObjectMapper().readTree(result.out());
        } catch (IOException e) {
            throw new AssertionError(result.out(), e);
        }
    }

    private ClientProgram.Result run(String... arguments) {
        return runAt(endpoint.toString(), arguments);
    }

    private ClientProgram.Result runAt(String address, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint-url", address, "--output", "json"));
        return aws.start(ENVIRONMENT, all.toArray(String[]::new));
    }
}

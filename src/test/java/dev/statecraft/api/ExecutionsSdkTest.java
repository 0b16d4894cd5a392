package dev.statecraft.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;
import software.amazon.awssdk.services.sfn.model.TestExecutionStatus;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@QuarkusTest
class ExecutionsSdkTest {
    private static final String TWO_DAYS =
            """
            { "StartAt": "Rest", "States": { "Rest": { "Type": "Wait", "Seconds": 172800, "End": true } } }
            """;

    /** Waits for a callback that only the test can send. */
    private static final String CALLBACK =
            """
            { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "End": true,
                "Resource": "arn:aws:states:::aws-sdk:s3:putObject.waitForTaskToken",
                "Parameters": {"Bucket": "letters", "Key": "one", "Body.$": "$$.Task.Token"} } } }
            """;

    private final SfnClient client = Sdk.client();

    @Test
    void an_execution_runs_to_its_end_and_tells_its_history() {
        String machine = Sdk.create(client, Sdk.PASS);

        String arn =
                client.startExecution(
                                it ->
                                        it.stateMachineArn(machine)
                                                .name("first")
                                                .input("{\"who\": \"world\"}"))
                        .executionArn();
        DescribeExecutionResponse described = Sdk.finished(client, arn);

        assertThat(arn).isEqualTo(machine.replace(":stateMachine:", ":execution:") + ":first");
        assertThat(described.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(described.output()).isEqualTo("{\"greeting\":\"hello\"}");
        assertThat(described.input()).isEqualTo("{\"who\": \"world\"}");
        assertThat(Sdk.types(client, arn))
                .containsExactly(
                        "ExecutionStarted",
                        "PassStateEntered",
                        "PassStateExited",
                        "ExecutionSucceeded");
        assertThat(client.describeStateMachineForExecution(it -> it.executionArn(arn)).definition())
                .isEqualTo(Sdk.PASS);
    }

    @Test
    void two_days_of_waiting_pass_at_once() {
        String machine = Sdk.create(client, TWO_DAYS);

        DescribeExecutionResponse described =
                Sdk.finished(
                        client,
                        client.startExecution(it -> it.stateMachineArn(machine)).executionArn());

        assertThat(described.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(Duration.between(described.startDate(), described.stopDate()))
                .isBetween(Duration.ofDays(2), Duration.ofDays(2).plusSeconds(5));
    }

    @Test
    void a_name_is_taken_once_its_execution_is_over() {
        String machine = Sdk.create(client, Sdk.PASS);
        String arn =
                client.startExecution(it -> it.stateMachineArn(machine).name("only"))
                        .executionArn();
        Sdk.finished(client, arn);

        assertThatThrownBy(
                        () -> client.startExecution(it -> it.stateMachineArn(machine).name("only")))
                .isInstanceOf(ExecutionAlreadyExistsException.class);
    }

    @Test
    void input_that_is_not_json_is_refused() {
        String machine = Sdk.create(client, Sdk.PASS);

        assertThatThrownBy(
                        () ->
                                client.startExecution(
                                        it -> it.stateMachineArn(machine).input("{'not': 'json'")))
                .isInstanceOf(InvalidExecutionInputException.class)
                .hasMessageContaining("was expecting double-quote");
    }

    @Test
    void the_history_comes_in_pages_and_in_reverse() {
        String machine = Sdk.create(client, Sdk.PASS);
        String arn = client.startExecution(it -> it.stateMachineArn(machine)).executionArn();
        Sdk.finished(client, arn);

        List<Long> ids =
                client
                        .getExecutionHistoryPaginator(
                                it -> it.executionArn(arn).maxResults(1).reverseOrder(true))
                        .events()
                        .stream()
                        .map(HistoryEvent::id)
                        .toList();

        assertThat(ids).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void a_waiting_execution_can_be_stopped() {
        createBucket("letters");
        String machine = Sdk.create(client, CALLBACK);
        String arn = client.startExecution(it -> it.stateMachineArn(machine)).executionArn();

        client.stopExecution(it -> it.executionArn(arn).error("Enough").cause("It is late."));

        DescribeExecutionResponse described = Sdk.finished(client, arn);
        assertThat(described.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(described.error()).isEqualTo("Enough");
        assertThat(described.cause()).isEqualTo("It is late.");
    }

    private static void createBucket(String name) {
        io.restassured.RestAssured.given()
                .put(Sdk.endpoint() + "/s3/" + name)
                .then()
                .statusCode(200);
    }

    @Test
    void executions_are_listed_newest_first_and_by_status() {
        String machine = Sdk.create(client, Sdk.PASS);
        List<String> started =
                IntStream.range(0, 5)
                        .mapToObj(
                                i ->
                                        client.startExecution(it -> it.stateMachineArn(machine))
                                                .executionArn())
                        .toList();
        started.forEach(it -> Sdk.finished(client, it));

        assertThat(
                        client.listExecutionsPaginator(
                                        it -> it.stateMachineArn(machine).maxResults(2))
                                .executions())
                .extracting(ExecutionListItem::executionArn)
                .containsExactlyElementsOf(started.reversed());
        assertThat(
                        client.listExecutions(
                                        it ->
                                                it.stateMachineArn(machine)
                                                        .statusFilter(ExecutionStatus.FAILED))
                                .executions())
                .isEmpty();
    }

    @Test
    void an_express_execution_answers_with_its_result_and_its_bill() {
        String machine = Sdk.createExpress(client, Sdk.PASS);

        StartSyncExecutionResponse answer =
                client.startSyncExecution(it -> it.stateMachineArn(machine).input("{}"));

        assertThat(answer.status()).isEqualTo(SyncExecutionStatus.SUCCEEDED);
        assertThat(answer.output()).isEqualTo("{\"greeting\":\"hello\"}");
        assertThat(answer.billingDetails().billedMemoryUsedInMB()).isEqualTo(64);
        assertThat(answer.billingDetails().billedDurationInMilliseconds()).isEqualTo(100);
        assertThatThrownBy(() -> client.listExecutions(it -> it.stateMachineArn(machine)))
                .isInstanceOf(StateMachineTypeNotSupportedException.class);
        String standard = Sdk.create(client, Sdk.PASS);
        assertThatThrownBy(() -> client.startSyncExecution(it -> it.stateMachineArn(standard)))
                .isInstanceOf(StateMachineTypeNotSupportedException.class);
    }

    @Test
    void a_single_state_is_tested_with_a_mocked_error() {
        var answer =
                client.testState(
                        it ->
                                it.definition(
                                                """
                                                { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
                                                  "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 3}], "End": true }
                                                """)
                                        .mock(
                                                mock ->
                                                        mock.errorOutput(
                                                                error ->
                                                                        error.error("Busy")
                                                                                .cause("Later.")))
                                        .inspectionLevel("DEBUG"));

        assertThat(answer.status()).isEqualTo(TestExecutionStatus.RETRIABLE);
        assertThat(answer.inspectionData().errorDetails().retryBackoffIntervalSeconds())
                .isEqualTo(3);
    }

    @Test
    void of_a_thousand_executions_started_by_eight_clients_at_once_none_is_lost()
            throws InterruptedException {
        String machine =
                Sdk.create(
                        client,
                        """
                        { "QueryLanguage": "JSONata", "StartAt": "Square", "States": {
                            "Square": { "Type": "Pass", "Output": "{% $states.input.n * $states.input.n %}", "Next": "Rest" },
                            "Rest": { "Type": "Wait", "Seconds": 60, "End": true } } }
                        """);
        var wrong = new ConcurrentLinkedQueue<String>();
        Set<String> arns;
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            var started = new ConcurrentLinkedQueue<String>();
            for (int i = 0; i < 1000; i++) {
                int n = i;
                clients.execute(
                        () -> {
                            String arn =
                                    client.startExecution(
                                                    it ->
                                                            it.stateMachineArn(machine)
                                                                    .input("{\"n\":" + n + "}"))
                                            .executionArn();
                            started.add(arn);
                            String output = Sdk.finished(client, arn).output();
                            if (!String.valueOf(n * n).equals(output)) {
                                wrong.add(n + " gave " + output);
                            }
                        });
            }
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            arns = Set.copyOf(started);
        }

        assertThat(wrong).isEmpty();
        assertThat(arns).hasSize(1000);
        assertThat(
                        client
                                .listExecutionsPaginator(
                                        it ->
                                                it.stateMachineArn(machine)
                                                        .statusFilter(ExecutionStatus.SUCCEEDED))
                                .executions()
                                .stream()
                                .map(ExecutionListItem::executionArn)
                                .collect(Collectors.toSet()))
                .isEqualTo(arns);
    }
}

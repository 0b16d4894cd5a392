package dev.statecraft.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.region.Regions;

import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.Tag;

import java.util.concurrent.locks.LockSupport;

/** Executions that deal with each other, though each has a clock of its own. */
@QuarkusTest
class WorkflowsAsWorkersTest {
    private final SfnClient client = Sdk.client();

    @Inject Regions regions;

    @Test
    void a_workflow_takes_the_task_of_another_and_reports_its_output() {
        String activity = client.createActivity(it -> it.name(Sdk.name("activity"))).activityArn();
        String worker =
                start(
                        """
                        { "StartAt": "Take", "States": {
                            "Take": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:getActivityTask",
                                      "Parameters": { "ActivityArn": "%s", "WorkerName": "flow" }, "Next": "Report" },
                            "Report": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
                                        "Parameters": { "TaskToken.$": "$.TaskToken", "Output.$": "$.Input" }, "End": true } } }
                        """
                                .formatted(activity));

        String asker =
                start(
                        """
                        { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "%s", "Parameters": { "page": 1 }, "End": true } } }
                        """
                                .formatted(activity));

        assertThat(Sdk.finished(client, asker).output()).isEqualTo("{\"page\":1}");
        assertThat(Sdk.finished(client, worker).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_token_that_nobody_knows_is_refused() {
        String execution =
                start(
                        """
                        { "StartAt": "Report", "States": { "Report": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
                            "Parameters": { "TaskToken": "made-up", "Output": "1" }, "End": true } } }
                        """);

        assertThat(Sdk.finished(client, execution).error()).isEqualTo("Sfn.InvalidTokenException");
    }

    @Test
    void an_asynchronous_Express_execution_runs_twice_where_a_tag_says_so() {
        String queue = Sdk.name("queue");
        regions.single().resources().addQueue(queue);
        String machine =
                client.createStateMachine(
                                it ->
                                        it.name(Sdk.name("twice"))
                                                .type(StateMachineType.EXPRESS)
                                                .roleArn(Sdk.ROLE)
                                                .tags(
                                                        Tag.builder()
                                                                .key("statecraft:runs-twice")
                                                                .value("true")
                                                                .build())
                                                .definition(
                                                        """
                                                        { "StartAt": "Send", "States": { "Send": { "Type": "Task", "End": true,
                                                            "Resource": "arn:aws:states:::sqs:sendMessage",
                                                            "Parameters": { "QueueUrl": "https://sqs.us-east-1.amazonaws.com/111111111111/%s",
                                                                            "MessageBody": "hello" } } } }
                                                        """
                                                                .formatted(queue)))
                        .stateMachineArn();

        client.startSyncExecution(it -> it.stateMachineArn(machine));
        assertThat(sentTo(queue)).isEqualTo(1);
        client.startExecution(it -> it.stateMachineArn(machine));

        for (int i = 0; i < 200 && sentTo(queue) < 3; i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(sentTo(queue)).isEqualTo(3);
    }

    @Test
    void an_execution_that_a_workflow_started_is_listed_with_its_state_machine() {
        String child = Sdk.create(client, Sdk.PASS);
        String parent =
                start(
                        """
                        { "StartAt": "Start", "States": { "Start": { "Type": "Task", "End": true,
                            "Resource": "arn:aws:states:::states:startExecution.sync:2",
                            "Parameters": { "StateMachineArn": "%s", "Name": "nested" } } } }
                        """
                                .formatted(child));
        Sdk.finished(client, parent);
        client.startExecution(it -> it.stateMachineArn(child).name("outer"));

        assertThat(client.listExecutions(it -> it.stateMachineArn(child)).executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("outer", "nested");
    }

    @Test
    void a_workflow_stops_redrives_and_describes_an_execution_that_somebody_else_started() {
        String activity = client.createActivity(it -> it.name(Sdk.name("activity"))).activityArn();
        String other =
                start(
                        """
                        { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "%s", "End": true } } }
                        """
                                .formatted(activity));

        String stops = start(call("stopExecution", other));
        assertThat(Sdk.finished(client, stops).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(Sdk.finished(client, other).status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(Sdk.finished(client, start(call("describeExecution", other))).output())
                .contains("\"Status\":\"ABORTED\"")
                .contains("\"RedriveStatus\":\"REDRIVABLE\"");
        assertThat(Sdk.finished(client, start(call("redriveExecution", other))).output())
                .contains("RedriveDate");
        assertThat(Sdk.finished(client, start(call("redriveExecution", other))).error())
                .isEqualTo("Sfn.ExecutionNotRedrivableException");

        String token = client.getActivityTask(it -> it.activityArn(activity)).taskToken();
        client.sendTaskSuccess(it -> it.taskToken(token).output("7"));
        assertThat(Sdk.finished(client, other).output()).isEqualTo("7");
    }

    private static String call(String action, String execution) {
        return """
        { "StartAt": "Call", "States": { "Call": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:%s",
            "Parameters": { "ExecutionArn": "%s" }, "End": true } } }
        """
                .formatted(action, execution);
    }

    private long sentTo(String queue) {
        return regions.single().resources().stores().messages().sent().stream()
                .filter(message -> message.to().equals(queue))
                .count();
    }

    private String start(String definition) {
        String machine = Sdk.create(client, definition);
        return client.startExecution(it -> it.stateMachineArn(machine)).executionArn();
    }
}

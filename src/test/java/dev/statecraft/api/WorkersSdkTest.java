package dev.statecraft.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ActivityDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

import java.util.concurrent.CompletableFuture;

@QuarkusTest
class WorkersSdkTest {
    private final SfnClient client = Sdk.client();

    private String machineWith(String activityArn) {
        return Sdk.create(
                client,
                """
                { "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "%s", "TimeoutSeconds": 3600, "HeartbeatSeconds": 600, "End": true } } }
                """
                        .formatted(activityArn));
    }

    private String newActivity() {
        return client.createActivity(it -> it.name(Sdk.name("activity"))).activityArn();
    }

    @Test
    void a_worker_takes_a_task_reports_that_it_lives_and_completes_it() {
        String activity = newActivity();
        String execution =
                client.startExecution(
                                it ->
                                        it.stateMachineArn(machineWith(activity))
                                                .input("{\"page\": 1}"))
                        .executionArn();

        GetActivityTaskResponse task =
                client.getActivityTask(it -> it.activityArn(activity).workerName("ann"));
        client.sendTaskHeartbeat(it -> it.taskToken(task.taskToken()));
        client.sendTaskSuccess(it -> it.taskToken(task.taskToken()).output("{\"read\": true}"));

        DescribeExecutionResponse described = Sdk.finished(client, execution);
        assertThat(task.input()).isEqualTo("{\"page\":1}");
        assertThat(described.output()).isEqualTo("{\"read\":true}");
        assertThat(Sdk.types(client, execution))
                .containsSubsequence("ActivityScheduled", "ActivityStarted", "ActivitySucceeded");
        assertThatThrownBy(
                        () ->
                                client.sendTaskSuccess(
                                        it -> it.taskToken(task.taskToken()).output("{}")))
                .isInstanceOf(TaskTimedOutException.class);
    }

    @Test
    void a_worker_that_comes_first_waits_for_the_task() {
        String activity = newActivity();
        String machine = machineWith(activity);
        CompletableFuture<GetActivityTaskResponse> waiting =
                CompletableFuture.supplyAsync(
                        () -> client.getActivityTask(it -> it.activityArn(activity)));

        String execution = client.startExecution(it -> it.stateMachineArn(machine)).executionArn();
        client.sendTaskFailure(
                it -> it.taskToken(waiting.join().taskToken()).error("TooHard").cause("No pen."));

        DescribeExecutionResponse described = Sdk.finished(client, execution);
        assertThat(described.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(described.error()).isEqualTo("TooHard");
        assertThat(described.cause()).isEqualTo("No pen.");
    }

    @Test
    void the_clock_does_not_jump_past_a_worker_who_has_not_come_yet() {
        String activity = newActivity();
        String execution =
                client.startExecution(it -> it.stateMachineArn(machineWith(activity)))
                        .executionArn();

        // Each answer shows that the server had its turn; an hour of virtual time would be over
        // long ago.
        for (int i = 0; i < 20; i++) {
            assertThat(client.describeExecution(it -> it.executionArn(execution)).status())
                    .isEqualTo(ExecutionStatus.RUNNING);
        }
        client.stopExecution(it -> it.executionArn(execution));
    }

    @Test
    void tokens_and_outputs_that_are_none_are_refused() {
        assertThatThrownBy(() -> client.sendTaskSuccess(it -> it.taskToken("made-up").output("{}")))
                .isInstanceOf(InvalidTokenException.class);
        assertThatThrownBy(() -> client.sendTaskSuccess(it -> it.taskToken("made-up").output("{")))
                .isInstanceOf(InvalidOutputException.class);
    }

    @Test
    void activities_are_made_described_listed_and_deleted() {
        String name = Sdk.name("activity");
        String arn = client.createActivity(it -> it.name(name)).activityArn();

        assertThat(client.createActivity(it -> it.name(name)).activityArn()).isEqualTo(arn);
        assertThat(client.describeActivity(it -> it.activityArn(arn)).name()).isEqualTo(name);
        assertThat(client.listActivitiesPaginator().activities())
                .anyMatch(it -> it.activityArn().equals(arn));
        client.deleteActivity(it -> it.activityArn(arn));
        assertThatThrownBy(() -> client.describeActivity(it -> it.activityArn(arn)))
                .isInstanceOf(ActivityDoesNotExistException.class);
    }

    @Test
    void a_nested_execution_hands_its_output_to_its_parent() {
        String child = Sdk.create(client, Sdk.PASS);
        String parent =
                Sdk.create(
                        client,
                        """
                        { "StartAt": "Delegate", "States": { "Delegate": { "Type": "Task", "End": true,
                            "Resource": "arn:aws:states:::states:startExecution.sync:2",
                            "Parameters": {"StateMachineArn": "%s", "Input": {"a": 1}}, "OutputPath": "$.Output" } } }
                        """
                                .formatted(child));

        DescribeExecutionResponse described =
                Sdk.finished(
                        client,
                        client.startExecution(it -> it.stateMachineArn(parent)).executionArn());

        assertThat(described.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(described.output()).isEqualTo("{\"greeting\":\"hello\"}");
    }
}

package dev.statecraft.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;
import software.amazon.awssdk.services.sfn.model.MapRunStatus;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;

/** Map Runs and redrives, as the AWS SDK for Java sees them; a worker decides how each item ends. */
@QuarkusTest
class MapRunsSdkTest {
    private final SfnClient sfn = Sdk.client();
    private final String activity =
            sfn.createActivity(it -> it.name(Sdk.name("pack"))).activityArn();

    private String startMap(int tolerated) {
        String machine =
                Sdk.create(
                        sfn,
                        """
                        { "StartAt": "Each", "States": { "Each": {
                            "Type": "Map", "Label": "Boxes", "ToleratedFailureCount": %d,
                            "ItemProcessor": {
                              "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                              "StartAt": "Pack",
                              "States": { "Pack": { "Type": "Task", "Resource": "%s", "End": true } } },
                            "End": true } } }
                        """
                                .formatted(tolerated, activity));
        return sfn.startExecution(it -> it.stateMachineArn(machine).input("[1, 2, 3]"))
                .executionArn();
    }

    private String mapRunOf(String execution) {
        return sfn.listMapRuns(it -> it.executionArn(execution)).mapRuns().getFirst().mapRunArn();
    }

    private void succeed() {
        GetActivityTaskResponse task = sfn.getActivityTask(it -> it.activityArn(activity));
        sfn.sendTaskSuccess(it -> it.taskToken(task.taskToken()).output(task.input()));
    }

    private void fail() {
        GetActivityTaskResponse task = sfn.getActivityTask(it -> it.activityArn(activity));
        sfn.sendTaskFailure(it -> it.taskToken(task.taskToken()).error("Torn"));
    }

    @Test
    void a_map_run_counts_its_items() {
        String execution = startMap(1);
        succeed();
        fail();
        DescribeMapRunResponse running =
                sfn.describeMapRun(it -> it.mapRunArn(mapRunOf(execution)));
        assertThat(running.status()).isEqualTo(MapRunStatus.RUNNING);
        assertThat(running.itemCounts().succeeded()).isEqualTo(1);
        assertThat(running.itemCounts().failed()).isEqualTo(1);
        assertThat(running.itemCounts().running()).isEqualTo(1);
        succeed();

        assertThat(Sdk.finished(sfn, execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        DescribeMapRunResponse over = sfn.describeMapRun(it -> it.mapRunArn(mapRunOf(execution)));
        assertThat(over.status()).isEqualTo(MapRunStatus.SUCCEEDED);
        assertThat(over.itemCounts().total()).isEqualTo(3);
        assertThat(sfn.listExecutions(it -> it.mapRunArn(over.mapRunArn())).executions())
                .hasSize(3);
    }

    @Test
    void the_tolerance_of_a_running_map_run_is_changed() {
        String execution = startMap(0);
        String mapRun = mapRunOf(execution);
        sfn.updateMapRun(it -> it.mapRunArn(mapRun).toleratedFailureCount(2L).maxConcurrency(1));

        fail();
        fail();
        succeed();

        assertThat(Sdk.finished(sfn, execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(sfn.describeMapRun(it -> it.mapRunArn(mapRun)).toleratedFailureCount())
                .isEqualTo(2);
    }

    @Test
    void a_redrive_runs_only_what_failed() {
        String execution = startMap(0);
        succeed();
        succeed();
        fail();
        assertThat(Sdk.finished(sfn, execution).status()).isEqualTo(ExecutionStatus.FAILED);

        sfn.redriveExecution(it -> it.executionArn(execution));
        succeed();

        assertThat(Sdk.finished(sfn, execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(sfn.describeMapRun(it -> it.mapRunArn(mapRunOf(execution))).redriveCount())
                .isEqualTo(1);
        assertThatThrownBy(() -> sfn.redriveExecution(it -> it.executionArn(execution)))
                .isInstanceOf(ExecutionNotRedrivableException.class);
    }

    @Test
    void a_map_run_that_does_not_exist_is_not_found() {
        assertThatThrownBy(
                        () ->
                                sfn.describeMapRun(
                                        it ->
                                                it.mapRunArn(
                                                        "arn:aws:states:us-east-1:111111111111:mapRun:none/Each:1b4e28ba-2fa1-11d2-883f-0016d3cca427")))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}

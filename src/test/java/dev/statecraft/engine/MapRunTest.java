package dev.statecraft.engine;

import static dev.statecraft.engine.ScriptedRuntime.answering;
import static dev.statecraft.engine.ScriptedRuntime.fails;
import static dev.statecraft.engine.ScriptedRuntime.neverAnswers;
import static dev.statecraft.engine.ScriptedRuntime.returns;
import static dev.statecraft.engine.ScriptedRuntime.returnsAfter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class MapRunTest {
    private final Timeline timeline = new Timeline(Runs.START);
    private ScriptedRuntime runtime = answering();
    private Simulation simulation = new Simulation(timeline, runtime, 1);

    @Test
    void each_child_has_a_history_of_its_own() {
        runtime = answering(returns("10"), returns("20"));

        run(map("STANDARD", ""), "[1, 2]");

        Execution child = child(1);
        assertThat(mapRun().mapRunArn())
                .startsWith("arn:aws:states:us-east-1:111111111111:mapRun:machine/Items:");
        assertThat(child.request().executionArn())
                .startsWith("arn:aws:states:us-east-1:111111111111:execution:machine/Items:");
        assertThat(simulation.execution(child.request().executionArn())).contains(child);
        assertThat(child.mapRunArn()).contains(mapRun().mapRunArn());
        assertThat(child.output()).contains(Json.of("20"));
        assertThat(Runs.events(child)).startsWith("ExecutionStarted", "TaskStateEntered");
    }

    @Test
    void counts_tell_what_became_of_the_children() {
        runtime = answering(returns("10"), fails("No"), neverAnswers());

        run(
                map("STANDARD", "\"MaxConcurrency\": 3, \"ToleratedFailureCount\": 1,"),
                "[1, 2, 3, 4]");

        var counts = mapRun().executionCounts();
        assertThat(mapRun().status()).isEqualTo(MapRunDescription.Status.FAILED);
        assertThat(List.of(counts.succeeded(), counts.failed(), counts.aborted(), counts.total()))
                .containsExactly(1L, 2L, 1L, 4L);
    }

    @Test
    void items_of_a_batch_count_one_by_one() {
        runtime = answering(returns("10"), fails("No"));

        run(
                map(
                        "STANDARD",
                        "\"ItemBatcher\": { \"MaxItemsPerBatch\": 2 }, \"ToleratedFailureCount\": 1,"),
                "[1, 2, 3, 4]");

        assertThat(mapRun().executionCounts().failed()).isEqualTo(1);
        assertThat(mapRun().itemCounts().failed()).isEqualTo(2);
        assertThat(mapRun().itemCounts().total()).isEqualTo(4);
        assertThat(execution().error()).contains("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void a_redrive_takes_up_only_the_children_that_did_not_succeed() {
        runtime = answering(returns("10"), fails("No"), returns("30"), returns("20"));
        run(
                map("STANDARD", "\"MaxConcurrency\": 1, \"ToleratedFailurePercentage\": 50,"),
                "[1, 2, 3]");
        assertThat(execution().output()).contains(Json.of("[10, 30]"));

        runtime = answering(returns("10"), fails("No"), returns("20"), returns("30"));
        simulation = new Simulation(timeline, runtime, 1);
        run(map("STANDARD", "\"MaxConcurrency\": 1,"), "[1, 2, 3]");
        String failedChild = child(1).request().executionArn();
        redrive();

        assertThat(execution().output()).contains(Json.of("[10, 20, 30]"));
        assertThat(runtime.inputs())
                .containsExactly(Json.of("1"), Json.of("2"), Json.of("2"), Json.of("3"));
        assertThat(child(1).request().executionArn()).isEqualTo(failedChild);
        assertThat(child(1).redriveCount()).isEqualTo(1);
        assertThat(mapRun().redriveCount()).isEqualTo(1);
        assertThat(simulation.mapRuns()).hasSize(1);
        assertThat(Runs.events(execution()))
                .containsSubsequence(
                        "MapRunFailed",
                        "MapStateFailed",
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "MapRunRedriven",
                        "MapRunSucceeded",
                        "MapStateSucceeded",
                        "MapStateExited",
                        "ExecutionSucceeded");
    }

    @Test
    void an_Express_child_is_started_anew_by_a_redrive() {
        runtime = answering(fails("No"), returns("10"));
        run(map("EXPRESS", ""), "[1]");
        String first = child(0).request().executionArn();
        assertThat(first)
                .startsWith("arn:aws:states:us-east-1:111111111111:express:machine/Items:");
        assertThat(child(0).redriveStatus().kind())
                .isEqualTo(RedriveStatus.Kind.REDRIVABLE_BY_MAP_RUN);

        redrive();

        assertThat(child(0).request().executionArn()).isNotEqualTo(first);
        assertThat(child(0).redriveCount()).isZero();
        assertThat(execution().output()).contains(Json.of("[10]"));
    }

    @Test
    void a_child_cannot_be_redriven_by_itself() {
        runtime = answering(fails("No"));
        run(map("STANDARD", ""), "[1]");
        String child = child(0).request().executionArn();

        assertThat(simulation.redrive(child).kind())
                .isEqualTo(RedriveStatus.Kind.REDRIVABLE_BY_MAP_RUN);
        assertThat(child(0).status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void a_child_that_fails_again_as_soon_as_it_goes_on_fails_the_Map_Run_again() {
        run(
                """
                { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
                    "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                        "StartAt": "One", "States": { "One": { "Type": "Parallel", "End": true, "OutputPath": "$.missing",
                            "Branches": [ { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } } ] } } } } } }
                """,
                "[1, 2]");
        assertThat(execution().status()).isEqualTo(ExecutionStatus.FAILED);

        redrive();

        assertThat(execution().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(mapRun().redriveCount()).isEqualTo(1);
        assertThat(mapRun().status()).isEqualTo(MapRunDescription.Status.FAILED);
    }

    @Test
    void a_retry_of_the_state_is_another_Map_Run() {
        runtime = answering(fails("No"), returns("10"));

        run(map("STANDARD", "\"Retry\": [{ \"ErrorEquals\": [\"States.ALL\"] }],"), "[1]");

        assertThat(simulation.mapRuns())
                .extracting(MapRunDescription::status)
                .containsExactly(
                        MapRunDescription.Status.FAILED, MapRunDescription.Status.SUCCEEDED);
    }

    @Test
    void stopping_the_execution_stops_the_Map_Run_and_its_children() {
        runtime = answering(returns("10"), neverAnswers());
        start(map("STANDARD", "\"MaxConcurrency\": 2,"), "[1, 2]");
        timeline.runDue();

        simulation.stop(
                execution().request().executionArn(), Optional.of("Enough"), Optional.empty());

        assertThat(mapRun().status()).isEqualTo(MapRunDescription.Status.ABORTED);
        assertThat(child(0).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(child(1).status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void a_stopped_Map_Run_goes_on_after_a_redrive() {
        runtime = answering(neverAnswers(), returns("10"), returns("20"));
        start(map("STANDARD", "\"MaxConcurrency\": 1,"), "[1, 2]");
        timeline.runDue();
        simulation.stop(execution().request().executionArn(), Optional.empty(), Optional.empty());

        redrive();

        assertThat(execution().output()).contains(Json.of("[10, 20]"));
    }

    @Test
    void more_concurrency_lets_waiting_children_start_at_once() {
        runtime = answering(returnsAfter(10, "1"), returnsAfter(10, "2"), returnsAfter(10, "3"));
        start(map("STANDARD", "\"MaxConcurrency\": 1,"), "[1, 2, 3]");
        timeline.advanceTo(Runs.START.plusSeconds(5));

        simulation.updateMapRun(
                mapRun().mapRunArn(),
                OptionalLong.of(3),
                OptionalLong.empty(),
                OptionalDouble.empty());
        timeline.run();

        assertThat(runtime.secondsAtWhichScheduled()).containsExactly(0L, 5L, 5L);
        assertThat(mapRun().maxConcurrency()).isEqualTo(3);
    }

    @Test
    void a_lower_tolerance_fails_a_Map_Run_that_has_passed_it() {
        runtime = answering(fails("No"), returnsAfter(10, "2"));
        start(map("STANDARD", "\"ToleratedFailureCount\": 1,"), "[1, 2]");
        timeline.advanceTo(Runs.START.plusSeconds(5));

        simulation.updateMapRun(
                mapRun().mapRunArn(),
                OptionalLong.empty(),
                OptionalLong.of(0),
                OptionalDouble.empty());

        assertThat(execution().error()).contains("States.ExceedToleratedFailureThreshold");
        assertThat(child(1).status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void a_branch_that_fails_beside_it_aborts_the_Map_Run() {
        runtime = answering(neverAnswers());

        run(
                """
                { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
                    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemsPath": "$",
                        "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                            "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
                                "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a" } } } } } },
                    { "StartAt": "Rest", "States": { "Rest": { "Type": "Wait", "Seconds": 5, "Next": "No" },
                        "No": { "Type": "Fail", "Error": "Never" } } } ] } } }
                """,
                "[1]");

        assertThat(mapRun().status()).isEqualTo(MapRunDescription.Status.ABORTED);
        assertThat(child(0).status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(Runs.events(execution()))
                .containsSubsequence("MapRunAborted", "MapStateAborted", "ParallelStateFailed");
    }

    @Test
    void a_Map_Run_is_redriven_a_thousand_times_at_most() {
        runtime = answering();
        run(map("EXPRESS", ""), "[1]");
        for (int i = 0; i < 1000; i++) {
            redrive();
        }

        assertThat(mapRun().redriveCount()).isEqualTo(1000);
        assertThat(execution().redriveStatus().reason()).contains("Map Run redrive limit exceeded");
    }

    @Test
    void a_ResultWriter_whose_place_cannot_be_found_fails_the_Map_Run() {
        runtime = answering(returns("10"));

        run(
                map(
                        "STANDARD",
                        """
                        "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject",
                            "Parameters": { "Bucket.$": "$.missing" } },
                        """),
                "[1]");

        assertThat(execution().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(mapRun().status()).isEqualTo(MapRunDescription.Status.FAILED);
        assertThat(mapRun().stopDate()).isPresent();
    }

    private void start(String definition, String input) {
        simulation = new Simulation(timeline, runtime, 1);
        simulation.start(Runs.request(definition, input));
    }

    private void run(String definition, String input) {
        start(definition, input);
        timeline.run();
    }

    private void redrive() {
        simulation.redrive(execution().request().executionArn());
        timeline.run();
    }

    private Execution execution() {
        return simulation.executions().getFirst();
    }

    private MapRunDescription mapRun() {
        return simulation.mapRuns().getLast();
    }

    private Execution child(int index) {
        return mapRun().children().get(index).execution();
    }

    private static String map(String executionType, String fields) {
        return """
        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "Label": "Items", "End": true, %s
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "%s" },
                "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a" } } } } } }
        """
                .formatted(fields, executionType);
    }
}

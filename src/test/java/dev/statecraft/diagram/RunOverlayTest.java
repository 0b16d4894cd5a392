package dev.statecraft.diagram;

import static dev.statecraft.diagram.Runs.fails;
import static dev.statecraft.diagram.Runs.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.diagram.RunOverlay.Iterations;
import dev.statecraft.diagram.StateGraph.Edge.Kind;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.EventType;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class RunOverlayTest {

    @Nested
    class A_line_of_tasks {
        private static final String CHARGE =
                """
                { "StartAt": "Reserve", "States": {
                    "Reserve": { "Type": "Pass", "Next": "Charge" },
                    "Charge": { "Type": "Task", "Next": "Ship",
                        "Resource": "arn:aws:lambda:us-east-1:111122223333:function:charge",
                        "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 2 }],
                        "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Release" }] },
                    "Ship": { "Type": "Pass", "End": true },
                    "Release": { "Type": "Fail", "Error": "Order.Failed" } } }
                """;

        @Test
        void states_that_were_passed_have_succeeded_and_others_were_not_reached() {
            var overlay = RunOverlay.of(Runs.of(CHARGE).run());

            assertThat(status(overlay, "Reserve")).isEqualTo(StateStatus.SUCCEEDED);
            assertThat(status(overlay, "Charge")).isEqualTo(StateStatus.SUCCEEDED);
            assertThat(overlay.state("Release")).isEmpty();
        }

        @Test
        void tracks_that_were_passed_are_counted_from_the_start_to_the_end() {
            var overlay = RunOverlay.of(Runs.of(CHARGE).run());

            assertThat(overlay.passes("", "Reserve", Kind.NEXT)).isEqualTo(1);
            assertThat(overlay.passes("Reserve", "Charge", Kind.NEXT)).isEqualTo(1);
            assertThat(overlay.passes("Ship", "", Kind.NEXT)).isEqualTo(1);
            assertThat(overlay.passes("Charge", "Release", Kind.CATCH)).isZero();
        }

        @Test
        void retries_are_counted() {
            var overlay =
                    RunOverlay.of(
                            Runs.of(CHARGE)
                                    .answering("Charge", fails("Busy"), fails("Busy"), returns("1"))
                                    .run());

            assertThat(overlay.state("Charge").orElseThrow().retries()).isEqualTo(2);
            assertThat(status(overlay, "Charge")).isEqualTo(StateStatus.SUCCEEDED);
        }

        @Test
        void a_failure_that_a_catcher_answered_is_caught_and_its_track_was_passed() {
            var overlay =
                    RunOverlay.of(Runs.of(CHARGE).answering("Charge", fails("Declined")).run());

            assertThat(status(overlay, "Charge")).isEqualTo(StateStatus.CAUGHT);
            assertThat(overlay.passes("Charge", "Release", Kind.CATCH)).isEqualTo(1);
            assertThat(overlay.passes("Charge", "Ship", Kind.NEXT)).isZero();
            assertThat(status(overlay, "Release")).isEqualTo(StateStatus.FAILED);
        }

        @Test
        void at_the_event_of_a_failure_the_state_has_failed_and_then_it_runs_again() {
            var execution = Runs.of(CHARGE).answering("Charge", fails("Busy"), returns("1")).run();
            long failure = first(execution, EventType.LambdaFunctionFailed);

            assertThat(status(RunOverlay.of(execution, failure - 1), "Charge"))
                    .isEqualTo(StateStatus.RUNNING);
            assertThat(status(RunOverlay.of(execution, failure), "Charge"))
                    .isEqualTo(StateStatus.FAILED);
            assertThat(status(RunOverlay.of(execution, failure + 1), "Charge"))
                    .isEqualTo(StateStatus.RUNNING);
        }

        @Test
        void before_the_first_event_nothing_was_reached() {
            var overlay = RunOverlay.of(Runs.of(CHARGE).run(), 0);

            assertThat(overlay).isEqualTo(RunOverlay.NONE);
        }
    }

    @Nested
    class A_Parallel_state {
        private static final String DELIVER =
                """
                { "StartAt": "Deliver", "States": { "Deliver": { "Type": "Parallel", "End": true,
                    "Branches": [
                        { "StartAt": "Pick", "States": { "Pick": { "Type": "Task", "Next": "Pack",
                            "Resource": "arn:aws:lambda:us-east-1:111122223333:function:pick" },
                            "Pack": { "Type": "Pass", "End": true } } },
                        { "StartAt": "Pause", "States": { "Pause": { "Type": "Wait", "Seconds": 60, "End": true } } },
                        { "StartAt": "Call", "States": { "Call": { "Type": "Task", "End": true,
                            "Resource": "arn:aws:lambda:us-east-1:111122223333:function:call" } } } ] } } }
                """;

        @Test
        void all_its_branches_lie_on_tracks_that_were_passed() {
            var overlay = RunOverlay.of(Runs.of(DELIVER).run());

            assertThat(overlay.passes("", "Pick", Kind.NEXT)).isEqualTo(1);
            assertThat(overlay.passes("", "Pause", Kind.NEXT)).isEqualTo(1);
            assertThat(overlay.passes("Pack", "", Kind.NEXT)).isEqualTo(1);
            assertThat(overlay.passes("Deliver", "", Kind.NEXT)).isEqualTo(1);
        }

        @Test
        void a_branch_that_fails_stops_the_others() {
            var overlay =
                    RunOverlay.of(
                            Runs.of(DELIVER)
                                    .answering("Pick", fails("Empty"))
                                    .answering("Call", Runs.waits())
                                    .run());

            assertThat(status(overlay, "Deliver")).isEqualTo(StateStatus.FAILED);
            assertThat(status(overlay, "Pick")).isEqualTo(StateStatus.FAILED);
            assertThat(status(overlay, "Pause")).isEqualTo(StateStatus.ABORTED);
            assertThat(status(overlay, "Call")).isEqualTo(StateStatus.ABORTED);
        }
    }

    @Nested
    class A_redriven_execution {
        private static final String DELIVER =
                """
                { "StartAt": "Deliver", "States": { "Deliver": { "Type": "Parallel", "Next": "Thank",
                    "Retry": [{ "ErrorEquals": ["Empty"], "MaxAttempts": 1 }],
                    "Branches": [
                        { "StartAt": "Pick", "States": { "Pick": { "Type": "Task", "End": true,
                            "Resource": "arn:aws:lambda:us-east-1:111122223333:function:pick" } } },
                        { "StartAt": "Pause", "States": { "Pause": { "Type": "Wait", "Seconds": 60, "End": true } } } ] },
                    "Thank": { "Type": "Task", "End": true,
                            "Resource": "arn:aws:lambda:us-east-1:111122223333:function:thank" } } }
                """;

        @Test
        void shows_states_as_the_redrive_left_them() {
            var overlay =
                    RunOverlay.of(
                            Runs.of(DELIVER).answering("Thank", fails("NoStamps")).runAndRedrive());

            assertThat(status(overlay, "Deliver")).isEqualTo(StateStatus.SUCCEEDED);
            assertThat(status(overlay, "Thank")).isEqualTo(StateStatus.SUCCEEDED);
            assertThat(overlay.passes("Thank", "", Kind.NEXT)).isEqualTo(1);
        }

        @Test
        void branches_that_went_on_have_succeeded() {
            var overlay =
                    RunOverlay.of(
                            Runs.of(DELIVER)
                                    .answering("Pick", fails("Empty"), fails("Empty"), returns("1"))
                                    .runAndRedrive());

            assertThat(status(overlay, "Deliver")).isEqualTo(StateStatus.SUCCEEDED);
            assertThat(status(overlay, "Pick")).isEqualTo(StateStatus.SUCCEEDED);
            assertThat(status(overlay, "Pause")).isEqualTo(StateStatus.SUCCEEDED);
            assertThat(status(overlay, "Thank")).isEqualTo(StateStatus.SUCCEEDED);
        }
    }

    @Nested
    class A_Map_state {
        private static final String RESIZE =
                """
                { "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemsPath": "$", "End": true,
                    "MaxConcurrency": 1,
                    "ItemProcessor": { "StartAt": "Resize", "States": {
                        "Resize": { "Type": "Task", "End": true,
                            "Resource": "arn:aws:lambda:us-east-1:111122223333:function:resize" } } } } } }
                """;

        @Test
        void its_iterations_are_summed_up() {
            var overlay = RunOverlay.of(Runs.of(RESIZE).withInput("[1, 2, 3]").run());

            assertThat(overlay.state("Each").orElseThrow().iterations())
                    .isEqualTo(new Iterations(3, 3));
            assertThat(overlay.state("Resize").orElseThrow().iterations())
                    .isEqualTo(new Iterations(3, 3));
            assertThat(overlay.passes("", "Resize", Kind.NEXT)).isEqualTo(3);
        }

        @Test
        void an_iteration_that_fails_speaks_for_all() {
            var overlay =
                    RunOverlay.of(
                            Runs.of(RESIZE)
                                    .withInput("[1, 2, 3]")
                                    .answering("Resize", returns("1"), fails("Corrupt"))
                                    .run());

            assertThat(status(overlay, "Resize")).isEqualTo(StateStatus.FAILED);
            assertThat(status(overlay, "Each")).isEqualTo(StateStatus.FAILED);
            assertThat(overlay.state("Resize").orElseThrow().iterations())
                    .isEqualTo(new Iterations(1, 3));
        }
    }

    @Test
    void a_distributed_Map_does_not_count_what_its_history_does_not_tell() {
        var overlay =
                RunOverlay.of(
                        Runs.of(
                                        """
                { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
                    "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                    "StartAt": "Resize", "States": { "Resize": { "Type": "Pass", "End": true } } } } } }
                """)
                                .withInput("[1, 2, 3]")
                                .run());

        assertThat(status(overlay, "Each")).isEqualTo(StateStatus.SUCCEEDED);
        assertThat(overlay.state("Each").orElseThrow().iterations()).isEqualTo(Iterations.NONE);
        assertThat(overlay.state("Resize")).isEmpty();
    }

    @Test
    void a_task_that_waits_for_its_token_is_waiting() {
        var overlay =
                RunOverlay.of(
                        Runs.of(
                                        """
                { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "End": true,
                    "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken" } } }
                """)
                                .answering("Ask", Runs.waits())
                                .run(Duration.ofDays(30)));

        assertThat(status(overlay, "Ask")).isEqualTo(StateStatus.WAITING);
    }

    private static StateStatus status(RunOverlay overlay, String state) {
        return overlay.state(state).orElseThrow().status();
    }

    private static long first(Execution execution, EventType type) {
        return execution.history().events().stream()
                .filter(event -> event.type() == type)
                .findFirst()
                .orElseThrow()
                .id();
    }
}

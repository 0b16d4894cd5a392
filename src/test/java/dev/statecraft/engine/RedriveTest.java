package dev.statecraft.engine;

import static dev.statecraft.engine.ScriptedRuntime.answering;
import static dev.statecraft.engine.ScriptedRuntime.fails;
import static dev.statecraft.engine.ScriptedRuntime.neverAnswers;
import static dev.statecraft.engine.ScriptedRuntime.returns;
import static dev.statecraft.engine.ScriptedRuntime.returnsAfter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class RedriveTest {
    private static final String PACK_AND_SHIP =
            """
            { "StartAt": "Pack", "States": {
                "Pack": { "Type": "Pass", "Next": "Ship" },
                "Ship": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:ship", "End": true,
                          "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 1 }] } } }
            """;

    @Test
    void a_redrive_starts_again_at_the_step_that_failed() {
        var run = new Run(PACK_AND_SHIP, "1", fails("NoStamps"), returns("2"));

        run.redrive();

        assertThat(run.execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.execution.output()).contains(Json.of("2"));
        assertThat(run.execution.error()).isEmpty();
        assertThat(Runs.chain(run.execution))
                .endsWith(
                        "6<-5 LambdaFunctionStarted",
                        "7<-6 LambdaFunctionFailed",
                        "8<-7 ExecutionFailed",
                        "9<-8 ExecutionRedriven",
                        "10<-7 LambdaFunctionScheduled",
                        "11<-10 LambdaFunctionStarted",
                        "12<-11 LambdaFunctionSucceeded",
                        "13<-12 TaskStateExited",
                        "14<-13 ExecutionSucceeded");
    }

    @Test
    void the_context_object_shows_how_often_and_when_it_was_redriven() {
        var run =
                new Run(
                        """
                        { "QueryLanguage": "JSONata", "StartAt": "Ship", "States": {
                            "Ship": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:ship",
                                      "Arguments": "{% $states.context.Execution %}", "End": true } } }
                        """,
                        "1", fails("NoStamps"), fails("NoStamps"));
        run.timeline.advanceTo(Runs.START.plusSeconds(60));

        run.redrive();

        JsonNode before = run.runtime.inputs().get(0);
        JsonNode after = run.runtime.inputs().get(1);
        assertThat(before.get("RedriveCount").intValue()).isZero();
        assertThat(before.has("RedriveTime")).isFalse();
        assertThat(after.get("RedriveCount").intValue()).isEqualTo(1);
        assertThat(after.get("RedriveTime").textValue()).isEqualTo("2024-01-01T00:01:00.000Z");
        assertThat(run.execution.redriveCount()).isEqualTo(1);
        assertThat(run.execution.redriveDate()).contains(Runs.START.plusSeconds(60));
    }

    @Test
    void a_redrive_counts_retries_anew() {
        var run =
                new Run(
                        PACK_AND_SHIP,
                        "1",
                        fails("Busy"),
                        fails("Busy"),
                        fails("Busy"),
                        returns("2"));

        run.redrive();

        assertThat(run.runtime.requests)
                .extracting(TaskRequest::attempt)
                .containsExactly(0, 1, 0, 1);
        assertThat(run.execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_redrive_gives_the_whole_time_limit_again() {
        var run =
                new Run(
                        """
                        { "TimeoutSeconds": 10, "StartAt": "Ship", "States": {
                            "Ship": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:ship", "End": true } } }
                        """,
                        "1",
                        neverAnswers(),
                        returnsAfter(8, "2"));
        assertThat(run.execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);

        run.redrive();

        assertThat(run.execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void an_execution_that_was_stopped_goes_on_with_its_wait() {
        var stopped =
                new Run(
                        """
                        { "StartAt": "Rest", "States": {
                            "Rest": { "Type": "Wait", "Timestamp": "2024-01-02T00:00:00Z", "Next": "Done" },
                            "Done": { "Type": "Succeed" } } }
                        """,
                        "1",
                        false);
        stopped.timeline.advanceTo(Runs.START.plusSeconds(5));
        stopped.simulation.stop(stopped.arn(), Optional.of("Enough"), Optional.empty());
        stopped.timeline.advanceTo(Runs.START.plus(Duration.ofDays(3)));

        stopped.redrive();

        assertThat(stopped.execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(stopped.timeline.instant()).isEqualTo(Runs.START.plus(Duration.ofDays(3)));
        assertThat(Runs.events(stopped.execution))
                .containsSubsequence(
                        "ExecutionAborted",
                        "ExecutionRedriven",
                        "WaitStateExited",
                        "SucceedStateEntered");
    }

    @Test
    void a_Fail_state_is_entered_again_and_fails_again() {
        var run =
                new Run(
                        """
                        { "StartAt": "No", "States": { "No": { "Type": "Fail", "Error": "Never" } } }
                        """,
                        "1");

        run.redrive();

        assertThat(run.execution.error()).contains("Never");
        assertThat(Runs.events(run.execution))
                .containsExactly(
                        "ExecutionStarted",
                        "FailStateEntered",
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "FailStateEntered",
                        "ExecutionFailed");
    }

    @Test
    void stopped_and_redriven_twice_within_a_moment_does_each_step_once() {
        var run = new Run(PACK_AND_SHIP, "1", false, returns("2"));
        for (int i = 0; i < 2; i++) {
            run.simulation.stop(run.arn(), Optional.empty(), Optional.empty());
            run.simulation.redrive(run.arn());
        }

        run.timeline.run();

        assertThat(run.execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.runtime.requests).hasSize(1);
    }

    @Nested
    class Of_states_that_hold_others {

        @Test
        void only_the_branches_that_did_not_succeed_run_again() {
            var run =
                    new Run(
                            """
                            { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
                                { "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
                                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a" } } },
                                { "StartAt": "B", "States": { "B": { "Type": "Task", "End": true,
                                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:b" } } },
                                { "StartAt": "C", "States": { "C": { "Type": "Wait", "Seconds": 60, "End": true } } } ] } } }
                            """,
                            "1",
                            returns("\"a\""),
                            fails("B.Failed"),
                            returns("\"b\""));

            run.redrive();

            assertThat(run.execution.output()).contains(Json.of("[\"a\", \"b\", 1]"));
            assertThat(run.runtime.requests)
                    .extracting(TaskRequest::stateName)
                    .containsExactly("A", "B", "B");
            assertThat(run.timeline.instant()).isEqualTo(Runs.START.plusSeconds(60));
        }

        @Test
        void only_the_iterations_that_did_not_succeed_run_again() {
            var run =
                    new Run(
                            map(1),
                            "[1, 2, 3]",
                            returns("10"),
                            fails("No"),
                            returns("20"),
                            returns("30"));

            run.redrive();

            assertThat(run.execution.output()).contains(Json.of("[10, 20, 30]"));
            assertThat(run.runtime.inputs())
                    .containsExactly(Json.of("1"), Json.of("2"), Json.of("2"), Json.of("3"));
        }

        @Test
        void a_redriven_Map_keeps_to_its_MaxConcurrency() {
            var run =
                    new Run(
                            map(2),
                            "[1, 2, 3]",
                            neverAnswers(),
                            fails("No"),
                            returnsAfter(5, "10"),
                            returnsAfter(7, "20"),
                            returnsAfter(1, "30"));

            run.redrive();

            assertThat(run.execution.output()).contains(Json.of("[10, 20, 30]"));
            assertThat(run.runtime.secondsAtWhichScheduled()).containsExactly(0L, 0L, 0L, 0L, 5L);
        }

        @Test
        void an_error_in_the_output_of_the_state_itself_repeats_no_branch() {
            var run =
                    new Run(
                            """
                            { "StartAt": "One", "States": { "One": { "Type": "Parallel", "End": true, "OutputPath": "$.missing",
                                "Branches": [ { "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
                                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a" } } } ] } } }
                            """,
                            "1",
                            returns("\"a\""));

            run.redrive();

            assertThat(run.execution.error()).contains("States.Runtime");
            assertThat(run.runtime.requests).hasSize(1);
        }

        @Test
        void a_branch_that_fails_again_at_once_stops_those_that_were_to_go_on() {
            var run =
                    new Run(
                            """
                            { "StartAt": "Both", "States": {
                                "Both": { "Type": "Parallel", "Next": "Rest", "Catch": [{ "ErrorEquals": ["Never"], "Next": "Rest" }],
                                  "Branches": [
                                    { "StartAt": "Inner", "States": { "Inner": { "Type": "Parallel", "End": true, "OutputPath": "$.missing",
                                        "Branches": [ { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } } ] } } },
                                    { "StartAt": "B", "States": { "B": { "Type": "Wait", "Seconds": 5, "Next": "C" },
                                        "C": { "Type": "Task", "End": true,
                                            "Resource": "arn:aws:lambda:us-east-1:111111111111:function:c" } } } ] },
                                "Rest": { "Type": "Wait", "Seconds": 60, "End": true } } }
                            """,
                            "1");
            assertThat(run.execution.error()).contains("States.Runtime");

            run.redrive();

            assertThat(run.execution.error()).contains("States.Runtime");
            assertThat(run.runtime.requests).isEmpty();
        }

        private static String map(int maxConcurrency) {
            return """
            { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "MaxConcurrency": %d,
                "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a" } } } } } }
            """
                    .formatted(maxConcurrency);
        }
    }

    @Nested
    class Is_refused {

        @Test
        void after_success() {
            var run = new Run(PACK_AND_SHIP, "1", returns("2"));

            assertThat(run.simulation.redrive(run.arn()).reason())
                    .contains("Execution is SUCCEEDED and cannot be redriven");
            assertThat(run.execution.redriveCount()).isZero();
        }

        @Test
        void while_the_execution_runs() {
            var run = new Run(PACK_AND_SHIP, "1", false, returns("2"));

            assertThat(run.execution.redriveStatus().reason())
                    .contains("Execution is RUNNING and cannot be redriven");
        }

        @Test
        void more_than_fourteen_days_after_the_end() {
            var run = new Run(PACK_AND_SHIP, "1", fails("NoStamps"));
            run.timeline.advanceTo(Runs.START.plus(Duration.ofDays(14)));
            assertThat(run.execution.redriveStatus().kind())
                    .isEqualTo(RedriveStatus.Kind.REDRIVABLE);

            run.timeline.advanceTo(Runs.START.plus(Duration.ofDays(14)).plusSeconds(1));

            assertThat(run.execution.redriveStatus().kind())
                    .isEqualTo(RedriveStatus.Kind.NOT_REDRIVABLE);
            assertThat(run.execution.redriveStatus().reason())
                    .contains("Execution redrivable period exceeded");
        }

        @Test
        void when_the_history_is_full() {
            var run =
                    new Run(
                            """
                            { "StartAt": "Again", "States": {
                                "Again": { "Type": "Choice", "Default": "Again",
                                    "Choices": [{ "Variable": "$$.State.Name", "StringEquals": "Stop", "Next": "Stop" }] },
                                "Stop": { "Type": "Succeed" } } }
                            """,
                            "{}");

            assertThat(run.execution.redriveStatus().reason())
                    .contains("Execution history event limit exceeded");
        }
    }

    /** A run that can be redriven. */
    private static final class Run {
        final Timeline timeline = new Timeline(Runs.START);
        final ScriptedRuntime runtime;
        final Simulation simulation;
        final Execution execution;

        Run(String definition, String input, TaskOutcome... script) {
            this(definition, input, true, script);
        }

        Run(String definition, String input, boolean untilTheEnd, TaskOutcome... script) {
            this.runtime = answering(script);
            this.simulation = new Simulation(timeline, runtime, 1);
            this.execution = simulation.start(Runs.request(definition, input));
            if (untilTheEnd) {
                timeline.run();
            }
        }

        String arn() {
            return execution.request().executionArn();
        }

        void redrive() {
            assertThat(simulation.redrive(arn()).kind()).isEqualTo(RedriveStatus.Kind.REDRIVABLE);
            timeline.run();
        }
    }
}

package dev.statecraft.engine;

import static dev.statecraft.engine.ScriptedRuntime.answering;
import static dev.statecraft.engine.ScriptedRuntime.fails;
import static dev.statecraft.engine.ScriptedRuntime.neverAnswers;
import static dev.statecraft.engine.ScriptedRuntime.returns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void the_first_state_hangs_on_no_event() {
        var execution =
                Runs.run(
                        """
                { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }
                """,
                        "{}");

        assertThat(Runs.chain(execution))
                .containsExactly(
                        "1<-0 ExecutionStarted",
                        "2<-0 PassStateEntered",
                        "3<-2 PassStateExited",
                        "4<-3 SucceedStateEntered",
                        "5<-4 SucceedStateExited",
                        "6<-5 ExecutionSucceeded");
    }

    @Test
    void a_retried_task_is_scheduled_again_on_its_failure() {
        var execution =
                Runs.run(
                        """
                { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }
                """,
                        "{}",
                        answering(fails("Busy"), returns("1")));

        assertThat(Runs.chain(execution))
                .containsExactly(
                        "1<-0 ExecutionStarted",
                        "2<-0 TaskStateEntered",
                        "3<-2 TaskScheduled",
                        "4<-3 TaskStarted",
                        "5<-4 TaskFailed",
                        "6<-5 TaskScheduled",
                        "7<-6 TaskStarted",
                        "8<-7 TaskSucceeded",
                        "9<-8 TaskStateExited",
                        "10<-9 ExecutionSucceeded");
    }

    @Test
    void with_MaxConcurrency_1_an_iteration_starts_beside_the_success_of_the_one_before() {
        var execution =
                Runs.run(
                        """
                { "StartAt": "M", "States": { "M": { "Type": "Map", "MaxConcurrency": 1, "End": true,
                    "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } } } } }
                """,
                        "[1,2]");

        assertThat(Runs.chain(execution))
                .containsExactly(
                        "1<-0 ExecutionStarted",
                        "2<-0 MapStateEntered",
                        "3<-2 MapStateStarted",
                        "4<-3 MapIterationStarted",
                        "5<-4 PassStateEntered",
                        "6<-5 PassStateExited",
                        "7<-6 MapIterationSucceeded",
                        "8<-6 MapIterationStarted",
                        "9<-8 PassStateEntered",
                        "10<-9 PassStateExited",
                        "11<-10 MapIterationSucceeded",
                        "12<-11 MapStateSucceeded",
                        "13<-11 MapStateExited",
                        "14<-13 ExecutionSucceeded");
    }

    @Test
    void a_failing_iteration_stops_the_others() {
        var execution =
                Runs.run(
                        """
                { "StartAt": "M", "States": { "M": { "Type": "Map", "End": true,
                    "ItemProcessor": { "StartAt": "T", "States": { "T": { "Type": "Task", "End": true,
                        "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f" } } } } } }
                """,
                        "[1,2]",
                        answering(neverAnswers(), fails("Boom")));

        assertThat(Runs.chain(execution))
                .containsExactly(
                        "1<-0 ExecutionStarted",
                        "2<-0 MapStateEntered",
                        "3<-2 MapStateStarted",
                        "4<-3 MapIterationStarted",
                        "5<-3 MapIterationStarted",
                        "6<-4 TaskStateEntered",
                        "7<-6 LambdaFunctionScheduled",
                        "8<-7 LambdaFunctionStarted",
                        "9<-5 TaskStateEntered",
                        "10<-9 LambdaFunctionScheduled",
                        "11<-10 LambdaFunctionStarted",
                        "12<-11 LambdaFunctionFailed",
                        "13<-12 MapIterationFailed",
                        "14<-12 TaskStateAborted",
                        "15<-12 MapIterationAborted",
                        "16<-12 MapStateFailed",
                        "17<-16 ExecutionFailed");
    }

    @Test
    void a_loop_without_end_fails_when_the_history_is_full() {
        var execution =
                Runs.run(
                        """
                { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "Next": "C" },
                    "C": { "Type": "Choice", "Choices": [{ "Variable": "$.stop", "BooleanEquals": true, "Next": "D" }],
                        "Default": "A" }, "D": { "Type": "Succeed" } } }
                """,
                        "{\"stop\":false}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.history().events()).hasSize(25_000);
        assertThat(execution.cause())
                .contains("The execution reached the maximum number of history events (25000).");
    }

    @Test
    void a_Map_whose_catcher_fails_too_is_written_as_failed_once() {
        var execution =
                Runs.run(
                        """
                        { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
                            "A": { "Type": "Map", "Items": [1], "End": true,
                                "Catch": [{ "ErrorEquals": ["No"], "Next": "C",
                                            "Output": "{% $states.input.missing %}" }],
                                "ItemProcessor": { "StartAt": "B", "States": {
                                    "B": { "Type": "Fail", "Error": "No" } } } },
                            "C": { "Type": "Succeed" } } }
                        """,
                        "{}");

        assertThat(Runs.events(execution))
                .endsWith(
                        "MapIterationFailed",
                        "EvaluationFailed",
                        "MapStateFailed",
                        "ExecutionFailed")
                .containsOnlyOnce("MapStateFailed");
    }
}

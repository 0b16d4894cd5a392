package dev.statecraft.engine;

import static dev.statecraft.engine.ScriptedRuntime.answering;
import static dev.statecraft.engine.ScriptedRuntime.fails;
import static dev.statecraft.engine.ScriptedRuntime.neverAnswers;
import static dev.statecraft.engine.ScriptedRuntime.returns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryTest {

    @Test
    void a_retrier_waits_longer_before_each_attempt() {
        var runtime = answering(fails("Busy"), fails("Busy"), returns("1"));

        var execution =
                Runs.run(
                        charge(
                                """
                "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 2 }],
                """),
                        "{}",
                        runtime);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(runtime.secondsAtWhichScheduled()).containsExactly(0L, 2L, 8L);
    }

    @Test
    void MaxDelaySeconds_caps_the_wait() {
        var runtime = answering(fails("Busy"), fails("Busy"), fails("Busy"), returns("1"));

        Runs.run(
                charge(
                        """
                "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 10, "BackoffRate": 10, "MaxDelaySeconds": 15 }],
                """),
                "{}",
                runtime);

        assertThat(runtime.secondsAtWhichScheduled()).containsExactly(0L, 10L, 25L, 40L);
    }

    @Test
    void MaxAttempts_counts_retries_and_not_tries() {
        var runtime =
                answering(
                        fails("Busy"), fails("Busy"), fails("Busy"), fails("Busy"), fails("Busy"));

        var execution =
                Runs.run(
                        charge(
                                """
                "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 3 }],
                """),
                        "{}",
                        runtime);

        assertThat(runtime.requests).hasSize(4);
        assertThat(execution.error()).contains("Busy");
    }

    @Test
    void each_retrier_counts_for_itself() {
        var runtime = answering(fails("A"), fails("B"), fails("A"), returns("1"));

        var execution =
                Runs.run(
                        charge(
                                """
                "Retry": [{ "ErrorEquals": ["A"], "MaxAttempts": 2 }, { "ErrorEquals": ["B"], "MaxAttempts": 1 }],
                """),
                        "{}",
                        runtime);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_catcher_is_tried_only_after_all_retries_are_spent() {
        var runtime = answering(fails("Busy"), fails("Busy"));

        var execution =
                Runs.run(
                        """
                { "StartAt": "Charge", "States": {
                    "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                        "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 1 }],
                        "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.why", "Next": "Refund" }],
                        "End": true },
                    "Refund": { "Type": "Pass", "End": true } } }
                """,
                        "{\"order\":7}",
                        runtime);

        assertThat(runtime.requests).hasSize(2);
        assertThat(execution.output())
                .contains(
                        Json.of(
                                "{\"order\":7,\"why\":{\"Error\":\"Busy\",\"Cause\":\"because\"}}"));
    }

    @Test
    void a_task_that_never_answers_times_out() {
        var runtime = answering(neverAnswers());

        var execution = Runs.run(charge("\"TimeoutSeconds\": 30,"), "{}", runtime);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("States.Timeout");
        assertThat(execution.stopDate()).contains(Runs.START.plusSeconds(30));
    }

    @Test
    void States_TaskFailed_does_not_match_a_timeout() {
        var runtime = answering(neverAnswers(), returns("1"));

        var execution =
                Runs.run(
                        charge(
                                """
                "TimeoutSeconds": 30, "Retry": [{ "ErrorEquals": ["States.TaskFailed"] }],
                """),
                        "{}",
                        runtime);

        assertThat(execution.error()).contains("States.Timeout");
    }

    private static String charge(String fields) {
        return """
                { "StartAt": "Charge", "States": { "Charge": { "Type": "Task", %s "End": true,
                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge" } } }
                """
                .formatted(fields);
    }
}

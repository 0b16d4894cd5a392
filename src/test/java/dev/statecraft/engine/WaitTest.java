package dev.statecraft.engine;

import static dev.statecraft.engine.ScriptedRuntime.answering;
import static dev.statecraft.engine.ScriptedRuntime.waitsForCallback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.tasks.TaskSignals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class WaitTest {

    @Test
    void a_wait_of_a_month_takes_a_month_of_virtual_time() {
        var execution =
                Runs.run(
                        """
                { "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 2592000, "End": true } } }
                """,
                        "{}");

        assertThat(execution.stopDate()).contains(Runs.START.plus(Duration.ofDays(30)));
    }

    @Test
    void a_moment_that_has_passed_does_not_wait() {
        var execution =
                Runs.run(
                        """
                { "StartAt": "W", "States": { "W": { "Type": "Wait", "Timestamp": "2020-01-01T00:00:00Z", "End": true } } }
                """,
                        "{}");

        assertThat(execution.stopDate()).contains(Runs.START);
    }

    @Test
    void the_machine_s_own_time_limit_ends_the_execution() {
        var execution =
                Runs.run(
                        """
                { "TimeoutSeconds": 60, "StartAt": "W",
                  "States": { "W": { "Type": "Wait", "Seconds": 61, "End": true } } }
                """,
                        "{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.stopDate()).contains(Runs.START.plusSeconds(60));
    }

    @Test
    void a_callback_completes_its_task_with_the_given_output() {
        var timeline = new Timeline(Runs.START);
        var simulation = new Simulation(timeline, answering(waitsForCallback()), 1);
        var execution = simulation.start(Runs.request(APPROVAL, "{}"));
        timeline.runDue();

        var answer =
                simulation.succeeded(
                        execution.pendingTasks().getFirst().taskToken(), Json.of("\"yes\""));
        timeline.run();

        assertThat(answer).isEqualTo(TaskSignals.Answer.ACCEPTED);
        assertThat(execution.output()).contains(Json.of("\"yes\""));
    }

    @Test
    void a_second_callback_is_told_that_the_task_is_over() {
        var timeline = new Timeline(Runs.START);
        var simulation = new Simulation(timeline, answering(waitsForCallback()), 1);
        var execution = simulation.start(Runs.request(APPROVAL, "{}"));
        timeline.runDue();
        String token = execution.pendingTasks().getFirst().taskToken();
        simulation.succeeded(token, Json.of("1"));

        assertThat(simulation.succeeded(token, Json.of("2")))
                .isEqualTo(TaskSignals.Answer.TASK_TIMED_OUT);
        assertThat(simulation.succeeded("no-such-token", Json.of("2")))
                .isEqualTo(TaskSignals.Answer.INVALID_TOKEN);
    }

    @Test
    void a_missed_heartbeat_is_a_timeout_that_may_be_caught_by_its_own_name() {
        var execution =
                Runs.run(
                        """
                { "StartAt": "A", "States": {
                    "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                        "HeartbeatSeconds": 10, "End": true,
                        "Catch": [{ "ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Late" }] },
                    "Late": { "Type": "Pass", "End": true } } }
                """,
                        "{}",
                        answering(waitsForCallback()));

        assertThat(execution.output().map(it -> it.get("Error").asText()))
                .isEqualTo(Optional.of("States.Timeout"));
    }

    private static final String APPROVAL =
            """
            { "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
                "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken" } } }
            """;

    @Test
    void a_machine_that_takes_too_long_is_TIMED_OUT_and_only_the_event_names_the_error() {
        var execution =
                Runs.run(
                        """
                { "TimeoutSeconds": 5, "StartAt": "Rest", "States": { "Rest": { "Type": "Wait", "Seconds": 60, "End": true } } }
                """,
                        "{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.error()).isEmpty();
        assertThat(execution.stopDate()).contains(Runs.START.plusSeconds(5));
        assertThat(Runs.chain(execution)).last().isEqualTo("3<-0 ExecutionTimedOut");
        assertThat(execution.history().events().getLast().details())
                .hasToString(
                        new EventDetails.Failure(Optional.of("States.Timeout"), Optional.empty())
                                .toString());
    }
}

package dev.statecraft.sandbox;

import static dev.statecraft.sandbox.Accounts.events;
import static dev.statecraft.sandbox.Accounts.execute;
import static dev.statecraft.sandbox.Accounts.json;
import static dev.statecraft.sandbox.Accounts.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.tasks.TaskSignals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class ActivityTest {
    private static final String PACK = "arn:aws:states:us-east-1:111111111111:activity:pack";

    private final Account account = Accounts.in("{ activities: { pack: {} } }");

    @Test
    void a_worker_takes_a_task_and_reports_its_output() {
        Execution execution = start(account, pack(""));
        account.run();

        ActivityTask task = account.takeActivityTask(PACK, Optional.of("Ada")).orElseThrow();
        account.signals().succeeded(task.token(), json("{ packed: true }"));
        account.run();

        assertThat(task.input()).isEqualTo("{}");
        assertThat(execution.output()).contains(json("{ packed: true }"));
        assertThat(events(execution))
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "ActivityScheduled",
                        "ActivityStarted",
                        "ActivitySucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
        assertThat(execution.history().events().get(3).details())
                .isEqualTo(new EventDetails.ActivityStarted(Optional.of("Ada")));
    }

    @Test
    void a_task_is_given_to_one_worker_only() {
        start(account, pack(""));
        account.run();

        assertThat(account.takeActivityTask(PACK, Optional.empty())).isPresent();
        assertThat(account.takeActivityTask(PACK, Optional.empty())).isEmpty();
    }

    @Test
    void time_stands_still_while_a_worker_works() {
        Execution execution = start(account, pack("\"TimeoutSeconds\": 60,"));
        account.run();
        account.takeActivityTask(PACK, Optional.empty());
        account.run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(account.now()).isEqualTo(Account.START);
    }

    @Test
    void a_worker_that_fails_fails_the_task() {
        Execution execution = start(account, pack(""));
        account.run();
        ActivityTask task = account.takeActivityTask(PACK, Optional.empty()).orElseThrow();

        account.signals().failed(task.token(), Optional.of("NoBox"), Optional.of("none left"));
        account.run();

        assertThat(execution.error()).contains("NoBox");
        assertThat(events(execution)).contains("ActivityFailed");
    }

    @Test
    void a_worker_that_misses_its_heartbeat_is_told_that_the_task_timed_out() {
        Execution execution = start(account, pack("\"HeartbeatSeconds\": 10,"));
        account.run();
        ActivityTask task = account.takeActivityTask(PACK, Optional.empty()).orElseThrow();
        account.catchUpTo(Account.START.plusSeconds(8));
        assertThat(account.signals().heartbeat(task.token()))
                .isEqualTo(TaskSignals.Answer.ACCEPTED);
        account.catchUpTo(Account.START.plusSeconds(17));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);

        account.catchUpTo(Account.START.plusSeconds(18));

        assertThat(execution.error()).contains("States.Timeout");
        assertThat(events(execution)).contains("ActivityTimedOut");
        assertThat(account.signals().succeeded(task.token(), json("1")))
                .isEqualTo(TaskSignals.Answer.TASK_TIMED_OUT);
    }

    @Test
    void a_retried_task_has_a_new_token() {
        start(account, pack("\"Retry\": [{ \"ErrorEquals\": [\"NoBox\"] }],"));
        account.run();
        ActivityTask first = account.takeActivityTask(PACK, Optional.empty()).orElseThrow();
        account.signals().failed(first.token(), Optional.of("NoBox"), Optional.empty());
        account.run();

        ActivityTask second = account.takeActivityTask(PACK, Optional.empty()).orElseThrow();

        assertThat(second.token()).isNotEqualTo(first.token());
    }

    @Test
    void an_activity_that_does_not_exist_fails_the_execution_before_anything_is_scheduled() {
        Execution execution = execute(Accounts.in("{}"), pack(""));

        assertThat(execution.error()).contains("States.Runtime");
        assertThat(execution.cause().orElseThrow())
                .contains("The activity " + PACK + " does not exist.");
        assertThat(events(execution)).doesNotContain("ActivityScheduled");
    }

    @Test
    void a_world_can_have_the_worker_too() {
        Account staffed =
                Accounts.in(
                        """
                        { activities: { pack: { says: "The packer", answers: [ { after: "PT5S", error: "NoBox" },
                                                                               { after: "PT7S", output: { packed: true } } ] } } }
                        """);

        Execution execution =
                execute(
                        staffed,
                        pack(
                                "\"Retry\": [{ \"ErrorEquals\": [\"NoBox\"], \"IntervalSeconds\": 1 }],"));

        assertThat(execution.output()).contains(json("{ packed: true }"));
        assertThat(execution.stopDate()).contains(Account.START.plusSeconds(13));
    }

    @Test
    void a_workflow_can_be_the_worker() {
        Account account = Accounts.in("{ activities: { pack: {} } }");
        Execution asks = start(account, pack(""));
        Execution works =
                account.start(
                        dev.statecraft.asl.AslParser.parse(
                                        """
                                        { "StartAt": "Take", "States": {
                                            "Take": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:getActivityTask",
                                                      "Parameters": { "ActivityArn": "%s", "WorkerName": "Flow" }, "Next": "Report" },
                                            "Report": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
                                                        "Parameters": { "TaskToken.$": "$.TaskToken", "Output": "7" }, "End": true } } }
                                        """
                                                .formatted(PACK))
                                .machine()
                                .orElseThrow(),
                        "worker",
                        "one",
                        json("{}"),
                        Optional.empty());
        account.run();

        assertThat(works.status()).as("%s", works.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(asks.output()).contains(json("7"));
    }

    private static String pack(String fields) {
        return """
        { "StartAt": "Pack", "States": { "Pack": { "Type": "Task", %s "Resource": "%s", "End": true } } }
        """
                .formatted(fields, PACK);
    }
}

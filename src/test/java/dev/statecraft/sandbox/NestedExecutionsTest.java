package dev.statecraft.sandbox;

import static dev.statecraft.sandbox.Accounts.events;
import static dev.statecraft.sandbox.Accounts.execute;
import static dev.statecraft.sandbox.Accounts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.sandbox.world.WorldFault;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class NestedExecutionsTest {
    private static final String ARN = "arn:aws:states:us-east-1:111111111111:stateMachine:";

    private final Account account =
            Accounts.in(
                    """
                    { functions: { charge: { effect: { name: "charge" } } },
                      stateMachines: {
                        double: { definition: { QueryLanguage: "JSONata", StartAt: "Rest", States: {
                            Rest: { Type: "Wait", Seconds: 30, Next: "Double" },
                            Double: { Type: "Pass", Output: { "twice": "{% $states.input.n * 2 %}" }, End: true } } } },
                        no: { definition: { StartAt: "No", States: { No: { Type: "Fail", Error: "Never", Cause: "as always" } } } },
                        slow: { definition: { TimeoutSeconds: 5, StartAt: "Rest", States: { Rest: { Type: "Wait", Seconds: 60, End: true } } } },
                        caller: { definition: { StartAt: "Answer", States: { Answer: { Type: "Task", End: true,
                            Resource: "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
                            Parameters: { "TaskToken.$": "$.token", Output: { "ok": true } } } } } },
                        fast: { type: "EXPRESS", definition: { StartAt: "Done", States: { Done: { Type: "Pass", Result: 7, End: true } } } },
                        again: { type: "EXPRESS", runsTwice: true, definition: { StartAt: "Charge", States: { Charge: { Type: "Task", End: true,
                            Resource: "arn:aws:lambda:us-east-1:111111111111:function:charge" } } } },
                        endless: { type: "EXPRESS", definition: { StartAt: "Rest", States: { Rest: { Type: "Wait", Seconds: 86400, End: true } } } }
                      } }
                    """);

    @Test
    void a_request_goes_on_while_the_child_runs() {
        Execution parent =
                execute(account, task("states:startExecution", "double", "Input: { n: 4 }"));

        assertThat(output(parent).has("ExecutionArn")).isTrue();
        assertThat(output(parent).at("/SdkHttpMetadata/HttpStatusCode").intValue()).isEqualTo(200);
        assertThat(parent.stopDate()).contains(Account.START);
        Execution child =
                account.execution(output(parent).get("ExecutionArn").textValue()).orElseThrow();
        assertThat(child.output()).contains(json("{ twice: 8 }"));
        assertThat(child.stopDate()).contains(Account.START.plusSeconds(30));
    }

    @Test
    void sync_waits_for_the_child_and_shows_its_output_as_text() {
        Execution parent =
                execute(
                        account,
                        task(
                                "states:startExecution.sync",
                                "double",
                                "Name: \"one\", Input: { n: 4 }"));

        assertThat(parent.stopDate()).contains(Account.START.plusSeconds(30));
        assertThat(output(parent).get("Output").textValue()).isEqualTo("{\"twice\":8}");
        assertThat(output(parent).get("Input").textValue()).isEqualTo("{\"n\":4}");
        assertThat(output(parent).get("ExecutionArn").textValue())
                .isEqualTo("arn:aws:states:us-east-1:111111111111:execution:double:one");
        assertThat(output(parent).get("Status").textValue()).isEqualTo("SUCCEEDED");
        assertThat(events(parent))
                .containsSubsequence(
                        "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded");
    }

    @Test
    void sync_2_shows_the_output_as_JSON() {
        Execution parent =
                execute(account, task("states:startExecution.sync:2", "double", "Input: { n: 4 }"));

        assertThat(output(parent).at("/Output/twice").intValue()).isEqualTo(8);
        assertThat(output(parent).at("/OutputDetails/Included").booleanValue()).isTrue();
    }

    @Test
    void a_child_that_fails_is_a_failed_task_with_the_childs_description_as_cause() {
        Execution parent =
                execute(account, task("states:startExecution.sync", "no", "Name: \"one\""));

        assertThat(parent.error()).contains("States.TaskFailed");
        JsonNode cause = json(parent.cause().orElseThrow());
        assertThat(cause.get("Error").textValue()).isEqualTo("Never");
        assertThat(cause.get("Cause").textValue()).isEqualTo("as always");
        assertThat(cause.get("Status").textValue()).isEqualTo("FAILED");
        assertThat(cause.get("Input").textValue()).isEqualTo("{}");
        assertThat(cause.get("RedriveCount").intValue()).isZero();
        assertThat(cause.get("RedriveStatus").textValue()).isEqualTo("REDRIVABLE");
    }

    @Test
    void a_child_that_times_out_is_a_failed_task_too() {
        Execution parent =
                execute(account, task("states:startExecution.sync", "slow", "Name: \"one\""));

        assertThat(parent.error()).contains("States.TaskFailed");
        assertThat(json(parent.cause().orElseThrow()).get("Status").textValue())
                .isEqualTo("TIMED_OUT");
    }

    @Test
    void a_child_may_answer_its_parents_task_token() {
        Execution parent =
                execute(
                        account,
                        task(
                                "states:startExecution.waitForTaskToken",
                                "caller",
                                "Input: { \"token.$\": \"$$.Task.Token\" }"));

        assertThat(parent.output()).contains(json("{ ok: true }"));
    }

    @Test
    void stopping_the_parent_stops_a_child_that_it_waits_for() {
        Execution parent =
                Accounts.start(
                        account,
                        task(
                                "states:startExecution.sync",
                                "double",
                                "Name: \"one\", Input: { n: 4 }"));
        account.catchUpTo(Account.START.plusSeconds(5));

        account.stop(
                parent.request().executionArn(), Optional.of("Enough"), Optional.of("for today"));

        Execution child =
                account.execution("arn:aws:states:us-east-1:111111111111:execution:double:one")
                        .orElseThrow();
        assertThat(parent.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(parent.error()).contains("Enough");
        assertThat(parent.cause()).contains("for today");
        assertThat(child.status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void stopping_a_child_fails_the_task_that_waits_for_it() {
        Execution parent =
                Accounts.start(
                        account,
                        task(
                                "states:startExecution.sync",
                                "double",
                                "Name: \"one\", Input: { n: 4 }"));
        account.catchUpTo(Account.START.plusSeconds(5));

        account.stop(
                "arn:aws:states:us-east-1:111111111111:execution:double:one",
                Optional.of("Enough"),
                Optional.empty());
        account.run();

        assertThat(parent.error()).contains("States.TaskFailed");
        assertThat(json(parent.cause().orElseThrow()).get("Status").textValue())
                .isEqualTo("ABORTED");
        assertThat(json(parent.cause().orElseThrow()).get("Error").textValue()).isEqualTo("Enough");
    }

    @Test
    void a_name_can_be_used_once() {
        Execution parent =
                execute(
                        account,
                        """
                        { "StartAt": "One", "States": {
                            "One": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync",
                                     "Parameters": { "StateMachineArn": "%1$sdouble", "Name": "one", "Input": { "n": 1 } }, "Next": "Two" },
                            "Two": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync",
                                     "Parameters": { "StateMachineArn": "%1$sdouble", "Name": "one", "Input": { "n": 1 } }, "End": true } } }
                        """
                                .formatted(ARN));

        assertThat(parent.error()).contains("StepFunctions.ExecutionAlreadyExistsException");
        assertThat(parent.cause().orElseThrow())
                .startsWith(
                        "Execution Already Exists: 'arn:aws:states:us-east-1:111111111111:execution:double:one'");
    }

    @Test
    void a_state_machine_that_does_not_exist_is_named() {
        Execution parent =
                execute(account, task("states:startExecution", "nothing", "Name: \"one\""));

        assertThat(parent.error()).contains("StepFunctions.StateMachineDoesNotExistException");
        assertThat(parent.cause().orElseThrow()).contains("'" + ARN + "nothing'");
    }

    @Test
    void the_SDK_describes_an_execution() {
        Execution parent =
                execute(
                        account,
                        """
                        { "StartAt": "One", "States": {
                            "One": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync",
                                     "Parameters": { "StateMachineArn": "%sdouble", "Input": { "n": 1 } }, "Next": "Look" },
                            "Look": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeExecution",
                                      "Parameters": { "ExecutionArn.$": "$.ExecutionArn" }, "End": true } } }
                        """
                                .formatted(ARN));

        assertThat(output(parent).get("RedriveStatusReason").textValue())
                .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
        assertThat(output(parent).get("StopDate").textValue()).isEqualTo("2024-01-01T00:00:30Z");
    }

    @Nested
    class Of_Express_state_machines {

        @Test
        void the_SDK_waits_for_the_end_and_says_what_is_billed() {
            Execution parent =
                    execute(
                            account,
                            task("aws-sdk:sfn:startSyncExecution", "fast", "Name: \"one\""));

            assertThat(output(parent).get("Output").textValue()).isEqualTo("7");
            assertThat(output(parent).at("/BillingDetails/BilledMemoryUsedInMB").intValue())
                    .isEqualTo(64);
            assertThat(output(parent).at("/BillingDetails/BilledDurationInMilliseconds").intValue())
                    .isEqualTo(100);
            assertThat(output(parent).get("ExecutionArn").textValue())
                    .contains(":express:fast:one:");
        }

        @Test
        void an_Express_execution_ends_after_five_minutes() {
            Execution parent =
                    execute(
                            account,
                            task("aws-sdk:sfn:startSyncExecution", "endless", "Name: \"one\""));

            assertThat(output(parent).get("Status").textValue()).isEqualTo("TIMED_OUT");
            assertThat(output(parent).at("/BillingDetails/BilledDurationInMilliseconds").intValue())
                    .isEqualTo(300_000);
        }

        @Test
        void an_Express_execution_that_loops_without_end_ends_after_its_five_minutes_too() {
            Execution express =
                    Accounts.startExpress(
                            account,
                            """
                            { "StartAt": "Again", "States": {
                                "Again": { "Type": "Choice", "Default": "Again",
                                    "Choices": [{ "Variable": "$.done", "IsPresent": true, "Next": "Done" }] },
                                "Done": { "Type": "Succeed" } } }
                            """);
            account.run();

            assertThat(express.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        }

        @Test
        void sync_cannot_watch_an_Express_execution() {
            Execution parent =
                    execute(account, task("states:startExecution.sync", "fast", "Name: \"one\""));

            assertThat(parent.error())
                    .contains("StepFunctions.StateMachineTypeNotSupportedException");
        }

        @Test
        void a_Standard_state_machine_cannot_be_started_synchronously() {
            Execution parent =
                    execute(
                            account,
                            task("aws-sdk:sfn:startSyncExecution", "double", "Name: \"one\""));

            assertThat(parent.error()).contains("Sfn.StateMachineTypeNotSupportedException");
        }

        @Test
        void an_asynchronous_execution_may_run_twice_and_does_its_work_twice() {
            execute(account, task("states:startExecution", "again", "Name: \"one\""));

            assertThat(account.effects()).hasSize(2);
        }

        @Test
        void a_synchronous_execution_never_runs_twice() {
            execute(account, task("aws-sdk:sfn:startSyncExecution", "again", "Name: \"one\""));

            assertThat(account.effects()).hasSize(1);
        }

        @Test
        void there_is_no_redrive() {
            Execution express =
                    Accounts.startExpress(
                            account,
                            """
                            { "StartAt": "No", "States": { "No": { "Type": "Fail" } } }
                            """);
            account.run();

            assertThat(account.redrive(express.request().executionArn()).isRedrivable()).isFalse();
        }
    }

    @Test
    void a_world_with_a_faulty_state_machine_is_refused() {
        assertThatThrownBy(
                        () ->
                                Accounts.in(
                                        "{ stateMachines: { x: { definition: { StartAt: \"A\" } } } }"))
                .isInstanceOf(WorldFault.class)
                .extracting(fault -> ((WorldFault) fault).location())
                .isEqualTo("/stateMachines/x/definition");
    }

    private static JsonNode output(Execution execution) {
        assertThat(execution.status())
                .as("%s %s", execution.error(), execution.cause())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        return execution.output().orElseThrow();
    }

    /** One task that starts {@code machine}. */
    private static String task(String resource, String machine, String parameters) {
        return json("""
                        { StartAt: "Start", States: { Start: { Type: "Task", End: true, Resource: "arn:aws:states:::%s",
                            Parameters: { StateMachineArn: "%s%s", %s } } } }
                        """
                        .formatted(resource, ARN, machine, parameters))
                .toString();
    }
}

package dev.statecraft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.AslParser;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.sandbox.recorded.MockFile;
import dev.statecraft.sandbox.recorded.MockedTasks;
import dev.statecraft.sandbox.stores.Stores;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.sandbox.world.WorldFault;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class MockFileTest {
    private static final String CHARGE =
            """
            { "StartAt": "Charge", "States": { "Charge": { "Type": "Task", "End": true,
                "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "charge"},
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 1, "MaxAttempts": 3}] } } }
            """;

    @Test
    void a_state_answers_by_how_often_it_was_scheduled() {
        Execution execution =
                run(
                        CHARGE,
                        """
                        { "StateMachines": {"pay": {"TestCases": {"busy twice": {"Charge": "charged"}}}},
                          "MockedResponses": {"charged": {
                            "0-1": {"Throw": {"Error": "Busy", "Cause": "later"}},
                            "2": {"Return": {"StatusCode": 200, "Payload": {"paid": true}}} }} }
                        """,
                        "busy twice");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.output().orElseThrow().at("/Payload/paid").asBoolean()).isTrue();
        assertThat(types(execution)).filteredOn("TaskFailed"::equals).hasSize(2);
    }

    @Test
    void a_function_called_by_its_arn_answers_with_its_payload_alone() {
        Execution execution =
                run(
                        """
                        { "StartAt": "Charge", "States": { "Charge": { "Type": "Task", "End": true,
                            "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge" } } }
                        """,
                        """
                        { "StateMachines": {"pay": {"TestCases": {"well": {"Charge": "charged"}}}},
                          "MockedResponses": {"charged": {"0": {"Return": {"StatusCode": 200, "Payload": 7}}}} }
                        """,
                        "well");

        assertThat(execution.output().orElseThrow().asInt()).isEqualTo(7);
    }

    @Test
    void a_job_is_submitted_before_its_result_comes() {
        Execution execution =
                run(
                        """
                        { "StartAt": "Job", "States": { "Job": { "Type": "Task", "End": true,
                            "Resource": "arn:aws:states:::batch:submitJob.sync",
                            "Parameters": {"JobName": "j", "JobQueue": "q", "JobDefinition": "d"} } } }
                        """,
                        """
                        { "StateMachines": {"pay": {"TestCases": {"well": {"Job": "done"}}}},
                          "MockedResponses": {"done": {"0": {"Submitted": {"JobId": "1"}, "Return": {"Status": "DONE"}}}} }
                        """,
                        "well");

        assertThat(types(execution))
                .containsSubsequence(
                        "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded");
        assertThat(execution.output().orElseThrow().path("Status").asText()).isEqualTo("DONE");
    }

    @Test
    void a_thrown_timeout_takes_the_time_that_the_state_allows() {
        Execution execution =
                run(
                        CHARGE.replace("\"End\": true", "\"TimeoutSeconds\": 30, \"End\": true"),
                        """
                        { "StateMachines": {"pay": {"TestCases": {"slow": {"Charge": "slow"}}}},
                          "MockedResponses": {"slow": {"0": {"Throw": {"Error": "States.Timeout"}}}} }
                        """,
                        "slow");

        assertThat(types(execution)).contains("TaskTimedOut").doesNotContain("TaskFailed");
        assertThat(execution.error()).contains("States.Timeout");
        assertThat(execution.stopDate().orElseThrow())
                .isEqualTo(execution.startDate().plusSeconds(30));
    }

    @Test
    void a_file_that_names_an_unknown_response_is_refused_with_the_place() {
        assertThatThrownBy(
                        () ->
                                MockFile.of(
                                        json(
                                                """
                                                {"StateMachines": {"pay": {"TestCases": {"a": {"Charge": "nothing"}}}}}
                                                """)))
                .isInstanceOf(WorldFault.class)
                .hasMessageContaining("nothing")
                .extracting(fault -> ((WorldFault) fault).location())
                .isEqualTo("/StateMachines/pay/TestCases/a/Charge");
    }

    @Test
    void a_file_with_a_range_that_makes_no_sense_is_refused() {
        assertThatThrownBy(
                        () ->
                                MockFile.of(
                                        json(
                                                """
                                                {"MockedResponses": {"r": {"2-1": {"Return": 1}}}}
                                                """)))
                .isInstanceOf(WorldFault.class)
                .hasMessageContaining("2-1");
    }

    private static List<String> types(Execution execution) {
        return execution.history().events().stream()
                .map(HistoryEvent::type)
                .map(Enum::name)
                .toList();
    }

    private static Execution run(String definition, String file, String testCase) {
        World world = World.of(json("{}"));
        MockedTasks mocks = MockFile.of(json(file)).testCase("pay", testCase).orElseThrow();
        Account account =
                Account.sharing(
                        new Surroundings(
                                world,
                                Stores.of(world, () -> Account.START),
                                mocks,
                                Directory.EMPTY),
                        1,
                        Account.START);
        Execution execution =
                account.start(
                        new ExecutionRequest(
                                AslParser.parse(definition).machine().orElseThrow(),
                                "pay",
                                "arn:aws:states:us-east-1:111111111111:stateMachine:pay",
                                "one",
                                "arn:aws:states:us-east-1:111111111111:execution:pay:one",
                                StateMachineType.STANDARD,
                                "arn:aws:iam::111111111111:role/pay",
                                "us-east-1",
                                json("{}"),
                                Optional.empty(),
                                1,
                                Quotas.STANDARD));
        account.run();
        return execution;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

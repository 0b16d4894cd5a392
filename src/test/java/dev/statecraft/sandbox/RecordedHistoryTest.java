package dev.statecraft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryJson;
import dev.statecraft.sandbox.recorded.RecordedHistory;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.sandbox.world.WorldFault;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class RecordedHistoryTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111111111111:function:";
    private static final String SHOP =
            """
            { "StartAt": "Charge", "States": {
              "Charge": { "Type": "Task", "Resource": "%1$scharge", "TimeoutSeconds": 60,
                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 3}, {"ErrorEquals": ["States.Timeout"], "MaxAttempts": 1}],
                "ResultPath": "$.receipt", "Next": "Pack" },
              "Pack": { "Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 2, "ItemProcessor": {
                "StartAt": "PackOne", "States": { "PackOne": { "Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "pack", "Payload.$": "$"},
                  "Catch": [{"ErrorEquals": ["Broken"], "Next": "Skip"}] },
                  "Skip": { "Type": "Pass", "Result": "skipped", "End": true } } }, "Next": "Tell" },
              "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
                "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/111111111111/told",
                  "MessageBody": {"token.$": "$$.Task.Token"}} } } }
            """
                    .formatted(FUNCTION);
    private static final String WORLD =
            """
            { "functions": {
                "charge": { "after": "PT3S", "returns": {"paid": true},
                  "fails": [{"calls": "1", "error": "Busy", "cause": "later"}, {"calls": "2", "silent": true}] },
                "pack": { "after": "PT2S", "fails": [{"when": {"path": "$.n", "equals": 2}, "error": "Broken"}] } },
              "queues": ["told"],
              "people": { "clerk": { "reachedBy": ["told"], "answers": [{"after": "P1D", "output": {"seen": true}}] } } }
            """;

    @Test
    void the_tasks_answer_what_was_recorded_and_the_history_comes_out_the_same() {
        Execution original =
                run(
                        SHOP,
                        WORLD,
                        TestCase.NONE,
                        "{\"items\": [{\"n\": 1}, {\"n\": 2}, {\"n\": 3}]}");

        RecordedHistory recorded = RecordedHistory.of(history(original));
        Execution again = run(SHOP, "{}", recorded.mocks(), recorded.input().orElseThrow());

        assertThat(original.status().name()).isEqualTo("SUCCEEDED");
        assertThat(recorded.answers()).isEqualTo(7);
        assertThat(recorded.remarks()).isEmpty();
        assertThat(withoutTokensOrIds(history(again)))
                .isEqualTo(withoutTokensOrIds(history(original)));
    }

    @Test
    void an_answer_to_the_same_request_goes_first_though_the_order_is_another() {
        String history =
                """
                {"events": [
                  {"id": 1, "previousEventId": 0, "type": "ExecutionStarted", "executionStartedEventDetails": {"input": "[2, 1]"}},
                  {"id": 2, "previousEventId": 1, "type": "TaskStateEntered", "stateEnteredEventDetails": {"name": "Double"}},
                  {"id": 3, "previousEventId": 2, "type": "LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails": {"input": "1"}},
                  {"id": 4, "previousEventId": 3, "type": "LambdaFunctionSucceeded", "lambdaFunctionSucceededEventDetails": {"output": "\\"one\\""}},
                  {"id": 5, "previousEventId": 1, "type": "TaskStateEntered", "stateEnteredEventDetails": {"name": "Double"}},
                  {"id": 6, "previousEventId": 5, "type": "LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails": {"input": "2"}},
                  {"id": 7, "previousEventId": 6, "type": "LambdaFunctionSucceeded", "lambdaFunctionSucceededEventDetails": {"output": "\\"two\\""}}
                ]}
                """;

        RecordedHistory recorded = RecordedHistory.of(json(history));
        Execution execution =
                run(
                        """
                        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
                            "StartAt": "Double", "States": { "Double": { "Type": "Task", "End": true, "Resource": "%sdouble" } } } } } }
                        """
                                .formatted(FUNCTION),
                        "{}",
                        recorded.mocks(),
                        recorded.input().orElseThrow());

        assertThat(execution.output().orElseThrow()).hasToString("[\"two\",\"one\"]");
    }

    @Test
    void what_is_no_history_is_refused_with_the_way_to_get_one() {
        assertThatThrownBy(() -> RecordedHistory.of(json("{\"executions\": []}")))
                .isInstanceOf(WorldFault.class)
                .hasMessage(
                        "There are no events here. Paste the whole answer of aws stepfunctions get-execution-history.");
        assertThatThrownBy(() -> RecordedHistory.of(json("[1, {}]")))
                .isInstanceOf(WorldFault.class)
                .hasMessage("An event needs a \"type\" and an \"id\" from 1.");
    }

    @Test
    void a_history_without_data_and_with_more_pages_says_what_is_missing() {
        RecordedHistory recorded =
                RecordedHistory.of(
                        json(
                                """
                                {"nextToken": "more", "events": [
                                  {"id": 2, "previousEventId": 1, "type": "TaskStateEntered", "stateEnteredEventDetails": {"name": "A"}},
                                  {"id": 3, "previousEventId": 2, "type": "TaskScheduled", "taskScheduledEventDetails": {"resource": "invoke"}}]}
                                """));

        assertThat(recorded.remarks())
                .containsExactly(
                        "Inputs and outputs were left out of this history. Record it with --include-execution-data.",
                        "The history goes on on further pages (nextToken); what comes after is not known.");
    }

    /** Task tokens and the order in which a worker is named differ between runs; nothing else may. */
    private static String withoutTokensOrIds(JsonNode history) {
        return history.toString()
                .replaceAll("token\\\\\":\\\\\"[^\\\\]*", "token")
                .replaceAll("\"MessageId\\\\\":\\\\\"[^\\\\]*", "MessageId");
    }

    private static ObjectNode history(Execution execution) {
        ObjectNode history = new ObjectMapper().createObjectNode();
        history.set("events", new HistoryJson(execution.history()).events());
        return history;
    }

    private static Execution run(String definition, String world, TestCase mocks, String input) {
        StateMachine machine = AslParser.parse(definition).machine().orElseThrow();
        var account = new Account(World.of(json(world)), FaultPlan.NONE, mocks, 1, Account.START);
        Execution execution =
                account.start(machine, Account.WORKFLOW, "run", json(input), Optional.of(input));
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

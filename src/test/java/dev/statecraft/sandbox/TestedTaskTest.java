package dev.statecraft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.engine.teststate.Laboratory;
import dev.statecraft.engine.teststate.TestState;
import dev.statecraft.engine.teststate.TestStateAnswer;
import dev.statecraft.sandbox.world.World;

import org.junit.jupiter.api.Test;

/** Task states that are tested by themselves call the services of the account. */
class TestedTaskTest {

    @Test
    void a_function_answers_a_tested_task() {
        JsonNode response =
                test(
                        "{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:111111111111:function:price\",\"End\":true}");

        assertThat(response.path("output").asText()).isEqualTo("{\"sum\":12}");
    }

    @Test
    void a_function_that_is_given_no_payload_gets_an_empty_object() {
        JsonNode response =
                test(
                        """
                        { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                          "Parameters": { "FunctionName": "echo", "Payload": null }, "OutputPath": "$.Payload" }
                        """);

        assertThat(response.path("output").asText()).isEqualTo("{}");
    }

    @Test
    void a_function_that_is_not_there_fails_the_state() {
        JsonNode response =
                test(
                        "{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:111111111111:function:gone\",\"End\":true}");

        assertThat(response.path("status").asText()).isEqualTo("FAILED");
        assertThat(response.path("error").asText()).isEqualTo("Lambda.ResourceNotFoundException");
    }

    private static JsonNode test(String definition) {
        var account =
                Account.of(
                        World.of(
                                json(
                                        "{\"functions\": {\"price\": {\"returns\": {\"sum\": 12}}, \"echo\": {}}}")));
        var request = JsonNodeFactory.instance.objectNode();
        request.put("definition", definition);
        request.put("roleArn", "arn:aws:iam::111111111111:role/tester");
        TestStateAnswer answer =
                TestState.of(request)
                        .run(new Laboratory(Account.REGION, Account.ID, Account.START, 1, account));
        return ((TestStateAnswer.Response) answer).json();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

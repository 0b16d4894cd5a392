package dev.statecraft.web;

import static io.restassured.RestAssured.given;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

@QuarkusTest
class CommandLineTest {
    private static final String ACCOUNT = "arn:aws:states:us-east-1:111111111111:";

    private static void call(String operation, String body) {
        given().header("X-Amz-Target", "AWSStepFunctions." + operation)
                .body(body)
                .post("/aws")
                .then()
                .statusCode(200);
    }

    @Test
    void the_page_shows_commands_with_this_servers_address() {
        given().get("/cli")
                .then()
                .statusCode(200)
                .body(containsString("export AWS_ENDPOINT_URL=http://"))
                .body(containsString("/aws"))
                .body(containsString("aws stepfunctions start-execution"));
    }

    @Test
    void an_execution_that_a_program_started_appears_and_can_be_watched() {
        call(
                "CreateStateMachine",
                """
                {"name": "watched", "roleArn": "arn:aws:iam::111111111111:role/r",
                 "definition": "{\\"StartAt\\": \\"<b>Bold</b>\\", \\"States\\": {\\"<b>Bold</b>\\": {\\"Type\\": \\"Wait\\", \\"Seconds\\": 60, \\"End\\": true}}}"}
                """);
        call(
                "StartExecution",
                "{\"stateMachineArn\": \""
                        + ACCOUNT
                        + "stateMachine:watched\", \"name\": \"seen\"}");

        given().get("/cli/executions").then().statusCode(200).body(containsString("seen"));
        given().queryParam("arn", ACCOUNT + "execution:watched:seen")
                .get("/cli/execution")
                .then()
                .statusCode(200)
                .body(containsString("ExecutionStarted"))
                .body(containsString("<svg"))
                .body(not(containsString("<b>Bold</b>")));
    }

    @Test
    void an_execution_that_does_not_exist_is_not_found() {
        given().queryParam("arn", "arn:<script>").get("/cli/execution").then().statusCode(404);
        given().get("/cli/execution").then().statusCode(404);
    }

    @Test
    void settings_show_the_account() {
        given().get("/settings")
                .then()
                .statusCode(200)
                .body(containsString("111111111111"))
                .body(containsString("us-east-1"));
    }
}

package dev.statecraft.sandbox;

import static dev.statecraft.sandbox.Accounts.execute;
import static dev.statecraft.sandbox.Accounts.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.engine.Execution;

import org.junit.jupiter.api.Test;

class HttpTaskTest {
    private final Account account =
            Accounts.in(
                    """
                    { endpoints: {
                        orders: { url: "https://api.example.com/orders", returns: { "id": 7, "ordered.$": "$.RequestBody.item" },
                                  fails: [ { calls: "1", status: 503, body: { message: "later" } } ] },
                        sleepy: { url: "https://api.example.com/sleepy", after: "PT2M" },
                        hello: { url: "https://abc.execute-api.us-east-1.amazonaws.com/dev/hello" } } }
                    """);

    @Test
    void an_address_answers_with_body_headers_and_status() {
        Execution execution = execute(account, http("https://api.example.com/orders", RETRY));

        assertThat(execution.output().orElseThrow().get("ResponseBody"))
                .isEqualTo(json("{ id: 7, ordered: \"hat\" }"));
        assertThat(execution.output().orElseThrow().get("StatusCode").intValue()).isEqualTo(200);
        assertThat(execution.output().orElseThrow().get("StatusText").textValue()).isEqualTo("OK");
        assertThat(account.calls()).extracting(Call::target).containsExactly("orders", "orders");
    }

    @Test
    void another_status_than_success_is_an_error_of_that_number() {
        Execution execution = execute(account, http("https://api.example.com/orders", ""));

        assertThat(execution.error()).contains("States.Http.StatusCode.503");
        assertThat(execution.cause()).contains("{\"message\":\"later\"}");
    }

    @Test
    void no_HTTP_task_lasts_longer_than_a_minute() {
        Execution execution =
                execute(
                        account,
                        http("https://api.example.com/sleepy", "\"TimeoutSeconds\": 300,"));

        assertThat(execution.error()).contains("States.Http.Socket");
        assertThat(execution.stopDate()).contains(Account.START.plusSeconds(60));
    }

    @Test
    void an_HTTP_task_needs_a_connection() {
        Execution execution =
                execute(
                        account,
                        """
                        { "StartAt": "Call", "States": { "Call": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
                            "Parameters": { "ApiEndpoint": "https://api.example.com/orders", "Method": "GET" } } } }
                        """);

        assertThat(execution.error()).contains("States.Runtime");
        assertThat(execution.cause().orElseThrow()).contains("InvocationConfig.ConnectionArn");
    }

    @Test
    void API_Gateway_hands_the_body_through() {
        Execution execution = execute(account, apiGateway("hello"));

        assertThat(execution.output().orElseThrow().get("ResponseBody"))
                .isEqualTo(json("{ a: 1 }"));
        assertThat(execution.output().orElseThrow().at("/Headers/Content-Type/0").textValue())
                .isEqualTo("application/json");
    }

    @Test
    void API_Gateway_refuses_a_path_that_it_does_not_know() {
        Execution execution = execute(account, apiGateway("nothing"));

        assertThat(execution.error()).contains("ApiGateway.403");
        assertThat(execution.cause()).contains("{\"message\":\"Missing Authentication Token\"}");
    }

    private static final String RETRY =
            "\"Retry\": [{ \"ErrorEquals\": [\"States.Http.StatusCode.503\"] }],";

    private static String http(String url, String fields) {
        return """
        { "StartAt": "Call", "States": { "Call": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true, %s
            "Parameters": { "ApiEndpoint": "%s", "Method": "POST", "RequestBody": { "item": "hat" },
                "InvocationConfig": { "ConnectionArn": "arn:aws:events:us-east-1:111111111111:connection/orders/1" } } } } }
        """
                .formatted(fields, url);
    }

    private static String apiGateway(String path) {
        return """
        { "StartAt": "Call", "States": { "Call": { "Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "End": true,
            "Parameters": { "ApiEndpoint": "abc.execute-api.us-east-1.amazonaws.com", "Stage": "dev", "Path": "%s",
                            "Method": "POST", "RequestBody": { "a": 1 } } } } }
        """
                .formatted(path);
    }
}

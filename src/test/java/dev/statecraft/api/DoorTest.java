package dev.statecraft.api;

import static io.restassured.RestAssured.given;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.parsing.Parser;
import io.restassured.specification.RequestSpecification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.services.sfn.SfnClient;

import java.util.List;
import java.util.stream.Stream;

/** The address itself: what a client may send wrong, and who may send at all. */
@QuarkusTest
class DoorTest {

    private static final String TYPE = "application/x-amz-json-1.0";

    private static RequestSpecification request(String target) {
        return given().config(
                        RestAssured.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .encodeContentTypeAs(TYPE, ContentType.TEXT)))
                .header("X-Amz-Target", target)
                .contentType(TYPE);
    }

    @Test
    void an_operation_that_does_not_exist_is_answered_in_the_shape_of_aws() {
        request("AWSStepFunctions.FlyToTheMoon")
                .body("{}")
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(400)
                .contentType(TYPE)
                .body("__type", equalTo("UnknownOperationException"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_that_the_sdk_knows_exists(String operation) {
        request("AWSStepFunctions." + operation)
                .body("{}")
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(anyOf(equalTo(200), equalTo(400)))
                .body("__type", not(equalTo("UnknownOperationException")));
    }

    /** Each operation is a method of the client, whose only parameter is the request of that name. */
    static List<String> operations() {
        return Stream.of(SfnClient.class.getMethods())
                .filter(it -> it.getParameterCount() == 1)
                .map(it -> it.getParameterTypes()[0].getSimpleName())
                .filter(it -> it.endsWith("Request"))
                .map(it -> it.replaceFirst("Request$", ""))
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/aws",
        "PUT,/aws",
        "DELETE,/aws",
        "PATCH,/aws",
        "GET,/aws/nowhere",
        "POST,/aws/nowhere/at/all",
        "POST,/aws/s3/a"
    })
    void an_address_or_method_that_does_not_exist_is_no_page(String method, String path) {
        given().request(method, path)
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(400)
                .body("__type", equalTo("UnknownOperationException"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{               | SerializationException",
                "[]              | SerializationException",
                "7               | SerializationException",
                "{\"name\": 7}   | SerializationException",
                "{\"publish\": \"many\"} | SerializationException",
                "{\"tags\": {}}  | SerializationException",
                "{\"tags\": [3]} | SerializationException",
                "{}              | ValidationException",
                "null            | SerializationException"
            })
    void a_body_of_the_wrong_form_is_refused(String body, String code) {
        request("AWSStepFunctions.CreateStateMachine")
                .body(body)
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(400)
                .body("__type", equalTo(code));
    }

    @Test
    void every_missing_field_is_named_at_once() {
        request("AWSStepFunctions.CreateStateMachine")
                .body("{}")
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .body("message", containsString("3 validation errors detected"))
                .body("message", containsString("Value null at 'roleArn'"));
    }

    @Test
    void a_body_of_a_hundred_thousand_brackets_is_refused() {
        request("AWSStepFunctions.ListStateMachines")
                .body("[".repeat(100_000))
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(400)
                .body("__type", equalTo("SerializationException"));
    }

    @Test
    void a_body_that_the_web_server_would_not_even_read_is_refused_in_the_shape_of_aws() {
        request("AWSStepFunctions.CreateStateMachine")
                .body("{\"name\": \"" + "a".repeat(4 * 1024 * 1024) + "\"}")
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(400)
                .body("__type", equalTo("SerializationException"));
    }

    @Test
    void a_body_above_the_limit_is_refused() {
        request("AWSStepFunctions.CreateStateMachine")
                .body("{\"definition\": \"" + "x".repeat(2_200_000) + "\"}")
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(400)
                .body("__type", equalTo("SerializationException"));
    }

    @Test
    void a_definition_of_deeply_nested_parallels_is_refused_and_does_not_break_the_server() {
        StringBuilder definition = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            definition.append(
                    "{\\\"StartAt\\\":\\\"P\\\",\\\"States\\\":{\\\"P\\\":{\\\"Type\\\":\\\"Parallel\\\",\\\"Branches\\\":[");
        }
        request("AWSStepFunctions.CreateStateMachine")
                .body(
                        "{\"name\":\"deep\",\"roleArn\":\""
                                + Sdk.ROLE
                                + "\",\"definition\":\""
                                + definition
                                + "\"}")
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(400)
                .body("__type", equalTo("InvalidDefinition"));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,https://evil.example",
        "Sec-Fetch-Site,cross-site",
        "Referer,https://evil.example/page",
        "Host,evil.example"
    })
    void a_request_that_a_web_page_could_send_is_refused(String header, String value) {
        request("AWSStepFunctions.ListStateMachines")
                .header(header, value)
                .body("{}")
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(403)
                .body("__type", equalTo("AccessDeniedException"));
    }

    @Test
    void a_token_of_another_list_is_refused() {
        request("AWSStepFunctions.ListStateMachines")
                .body("{\"nextToken\": \"YWZ0ZXI6YWN0aXZpdGllczox\"}")
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .body("__type", equalTo("InvalidToken"));
    }

    @Test
    void the_door_gives_no_cookie() {
        request("AWSStepFunctions.ListStateMachines")
                .body("{}")
                .post("/aws")
                .then()
                .parser(TYPE, Parser.JSON)
                .statusCode(200)
                .header("Set-Cookie", equalTo(null));
    }
}

package dev.statecraft.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.statecraft.web.sandbox.SandboxShelf;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox over HTTP: what it keeps, for whom, and what it does with bad input. */
@QuarkusTest
class SandboxTest {
    private static final String CALLS_F =
            """
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f","End":true}}}
            """;

    private Browserless visitor;

    @BeforeEach
    void somebody_comes() {
        visitor = new Browserless();
    }

    @Test
    void what_is_saved_can_be_read_by_everybody_and_removed_by_its_owner_alone() {
        String address = save("{\"n\": 1}");
        var other = new Browserless();

        other.get(address).then().statusCode(200).body(containsString("{&quot;n&quot;: 1}"));
        other.post(address + "/removals", other.form()).then().statusCode(303);
        other.get(address).then().statusCode(200);
        visitor.post(address + "/removals", visitor.form()).then().statusCode(303);
        other.get(address).then().statusCode(404);
    }

    @Test
    void the_same_saved_twice_has_one_address_and_anything_else_another() {
        String first = save("{\"n\": 2}");

        assertThat(save("{\"n\": 2}")).isEqualTo(first);
        assertThat(save("{\"n\": 3}")).isNotEqualTo(first);
    }

    @Test
    void what_is_wrong_is_saved_as_it_was_typed_and_says_so_when_it_is_opened() {
        String address = save("{\"n\": ");

        visitor.get(address)
                .then()
                .statusCode(200)
                .body(containsString("The input is not JSON. Line 1"))
                .body(not(containsString("REDACTED")));
    }

    @Test
    void names_that_look_like_markup_stay_text_wherever_they_are_shown() {
        String evil = "<img src=x onerror=alert(1)>";
        String definition =
                CALLS_F.replace("{\"StartAt\"", "{\"Comment\":\"" + evil + "\",\"StartAt\"");
        String address =
                location(
                        visitor.post(
                                "/sandbox/saved",
                                visitor.form(
                                        "definition",
                                        definition,
                                        "input",
                                        "{}",
                                        "faults",
                                        "[{\"call\":\"" + evil + "\",\"silent\":true}]",
                                        "mocks",
                                        "{\"StateMachines\":{\""
                                                + evil
                                                + "\":{\"TestCases\":{\"c\":{}}}}}")));

        for (String path :
                new String[] {
                    address, address + "/export?name=" + "%3Cimg%20src=x%3E", "/sandbox"
                }) {
            visitor.get(path).then().statusCode(200).body(not(containsString("<img src=x")));
        }
    }

    @ParameterizedTest
    @CsvSource({"/sandbox/saved", "/sandbox/exports"})
    void what_is_too_long_is_not_kept_and_the_field_is_named(String action) {
        var form = visitor.form("definition", CALLS_F, "input", "7".repeat(1_048_577));

        visitor.post(action, form)
                .then()
                .statusCode(422)
                .body(
                        containsString(
                                "This was not saved. The input has 1,048,577 characters, and at most 1,048,576 are kept."))
                .body(containsString("7777"));
    }

    @Test
    void when_the_shelf_is_full_that_is_what_is_said() {
        for (int i = 0; i < SandboxShelf.MOST_SAVED; i++) {
            save("{\"number\": " + i + "}");
        }

        visitor.post("/sandbox/saved", visitor.form("definition", CALLS_F, "input", "{}"))
                .then()
                .statusCode(422)
                .body(
                        containsString(
                                "This was not saved. You have saved 200 already, and no more are kept. Remove some under &quot;Saved by you&quot;, then save again."));
    }

    @Test
    void a_definition_with_errors_is_not_exported_but_explained() {
        String address =
                location(
                        visitor.post(
                                "/sandbox/exports",
                                visitor.form("definition", "{}", "input", "{}")));

        visitor.get(address)
                .then()
                .statusCode(200)
                .body(containsString("The definition has errors, so AWS would not take it."));
        visitor.get(address + "/template.yaml").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "world | {\"functions\":{%n \"f\":%n {\"after\":\"PT2562047788015215H\"}}} | Line 3, at /functions/f/after: &quot;PT2562047788015215H&quot; is not between 0 and 3,660 days; write PT5S",
                "world | {\"functions\":{\"f\":{\"after\":\"-PT5S\"}}} | is not between 0 and 3,660 days",
                "world | {%n\"function\":{}} | Line 2, at /function: There is no field &quot;function&quot; here; did you mean &quot;functions&quot;? The fields are",
                "world | {%n\"lambdas\":{}} | Line 2, at /lambdas: There is no field &quot;lambdas&quot; here; the fields are",
                "world | {\"queues\":[%n'jobs']} | The account is not JSON. Line 2, column 1: This text stands in single quotation marks.",
                "world | {\"functions\":{\"a/b\":{},%n\"a\":{\"after\":\"soon\"}}} | Line 2, at /functions/a/after: &quot;soon&quot; is no duration; write PT5S",
                "world | {\"functions\":{%n\"<img src=x>\":7}} | Line 2, at /functions/&lt;img src=x&gt;: This must be an object with named fields, not: 7",
                "world | [] | This must be an object with named fields, not: []",
                "faults | [%n{\"call\":\"f\",\"takes\":\"PT2562047788015215H\"}] | Line 2, at /0/takes: &quot;PT2562047788015215H&quot; is not between 0 and 3,660 days",
                "faults | {} | This must be a list, not: {}",
                "faults | [ | The list of faults is not JSON. Line 1, column 1: This &quot;[&quot; is never closed.",
                "mocks | {\"MockedResponses\":{\"r\":{\"0\":{\"Return\":1,\"After\":\"P9999999D\"}}}} | is not between 0 and 3,660 days",
                "mocks | {\"StateMachines\":{}} | This mock file has no test case.",
                "mocks | {\"StateMachines\":{\"m\":{\"TestCases\":{\"c\":{%n%n\"A\":\"gone\"}}}}} | Line 3, at /StateMachines/m/TestCases/c/A: There is no &quot;gone&quot; among the MockedResponses",
                "input | {\"a\":1} {} | There is text after the end of the input. Remove it, or check for a brace too many.",
                "input | {\"a\":1,\"a\":2} | Line 1, column 8: The field &quot;a&quot; stands here twice. Keep one of the two.",
                "input | {\"a\":1,%n } | Line 1, column 7: Nothing follows this comma.",
                "input | {a:1 b:2} | There are 2 more mistakes after it.",
                "input | ]]]] | The input is not JSON",
            })
    void a_field_that_cannot_be_used_is_explained(String field, String text, String sentence) {
        var form =
                visitor.form("definition", CALLS_F, "input", "{}", field, text.replace("%n", "\n"));

        visitor.post("/sandbox/runs", form)
                .then()
                .statusCode(422)
                .body(containsString("role=\"alert\""))
                .body(containsString(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"events\":{\"a\":1}} | There are no events here.",
                "[{\"id\":1}] | An event needs a &quot;type&quot; and an &quot;id&quot; from 1.",
                "{\"events\":[{\"id\":1,\"type\":\"ExecutionStarted\"}]} | No event here enters a state",
                "{\"MockedResponses\":[]} | This must be an object with named fields, not: []",
                "hello | This is no definition",
            })
    void what_cannot_be_imported_is_explained(String pasted, String sentence) {
        visitor.post(
                        "/sandbox/imports",
                        visitor.form("definition", CALLS_F, "input", "{}", "pasted", pasted))
                .then()
                .statusCode(422)
                .body(containsString(sentence));
    }

    @Test
    void the_answer_of_DescribeStateMachine_gives_its_definition() {
        visitor.post(
                        "/sandbox/imports",
                        visitor.form(
                                "definition", CALLS_F,
                                "input", "{}",
                                "pasted",
                                        "{\"name\":\"m\",\"definition\":\"{\\\"StartAt\\\":\\\"Fetched\\\",\\\"States\\\":{\\\"Fetched\\\":{\\\"Type\\\":\\\"Succeed\\\"}}}\"}"))
                .then()
                .statusCode(200)
                .body(containsString("The definition was taken."))
                .body(containsString("Fetched"));
    }

    @Test
    void times_that_no_clock_shows_do_not_harm_a_replay() {
        String history =
                """
                [{"id":1,"type":"TaskStateEntered","stateEnteredEventDetails":{"name":"A"}},
                 {"id":2,"previousEventId":1,"type":"LambdaFunctionScheduled","timestamp":-1e300,"lambdaFunctionScheduledEventDetails":{"input":"{}"}},
                 {"id":3,"previousEventId":2,"type":"LambdaFunctionSucceeded","timestamp":1e300,"lambdaFunctionSucceededEventDetails":{"output":"7"}}]
                """;

        visitor.post(
                        "/sandbox/imports",
                        visitor.form("definition", CALLS_F, "input", "{}", "pasted", history))
                .then()
                .statusCode(200)
                .body(containsString("1 task answers as recorded"));
    }

    @Test
    void an_unknown_template_and_an_unknown_address_are_not_found() {
        visitor.get("/sandbox?template=nothing").then().statusCode(404);
        visitor.get("/sandbox/0123456789abcdef0123").then().statusCode(404);
    }

    private String save(String input) {
        return location(
                visitor.post(
                        "/sandbox/saved",
                        visitor.form(
                                "definition",
                                CALLS_F,
                                "input",
                                input,
                                "world",
                                "{\"functions\":{\"f\":{}}}")));
    }

    private static String location(io.restassured.response.Response answer) {
        return answer.then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
    }
}

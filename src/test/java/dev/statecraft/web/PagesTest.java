package dev.statecraft.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Map;

@QuarkusTest
class PagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/learn",
                "/learn/retries",
                "/learn/fan-out",
                "/learn/image-pipeline",
                "/learn/human-approval",
                "/sandbox",
                "/practice",
                "/review",
                "/progress",
                "/notes",
                "/notes/retry-catch",
                "/notes/glossary",
                "/facts"
            })
    void every_page_is_whole_html_without_inline_script_or_style(String page) {
        String html =
                when().get(page)
                        .then()
                        .statusCode(200)
                        .contentType("text/html")
                        .extract()
                        .asString();

        assertThat(html)
                .contains("<main id=\"main\"")
                .contains("<h1>")
                .doesNotContain("style=\"")
                .doesNotContain("onclick=");
        assertThat(html.split("<script", -1))
                .allSatisfy(part -> assertThat(part).doesNotContain("<script>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/learn/retries",
                "/learn/no-such-lesson",
                "/runs/0123",
                "/css/tokens.css",
                "/nowhere"
            })
    void every_answer_carries_the_security_headers(String page) {
        given().when()
                .get(page)
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void the_first_page_shows_a_workflow_that_breaks() {
        when().get("/")
                .then()
                .body(containsString("twice"))
                .body(containsString("<svg"))
                .body(containsString("/learn/retries"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/learn/no-such-lesson", "/runs/0123456789", "/nowhere"})
    void what_is_not_there_is_a_helpful_404(String page) {
        when().get(page)
                .then()
                .statusCode(404)
                .body(containsString("Charge the card once"))
                .body(containsString("/sandbox"));
    }

    @Test
    void a_form_from_another_site_is_refused() {
        var visitor = new Browserless();

        visitor.post("/learn/retries/attempts", Map.of("definition", "{}", "token", "guessed"))
                .then()
                .statusCode(403);
        given().cookies(visitor.cookies())
                .header("Origin", "https://elsewhere.example")
                .formParam("definition", "{}")
                .formParam("token", visitor.token())
                .post("/learn/retries/attempts")
                .then()
                .statusCode(403);
    }

    @Test
    void a_design_that_fails_shows_its_most_basic_failure_and_the_run_that_shows_it() {
        var visitor = new Browserless();

        Response page =
                visitor.follow(
                        visitor.post(
                                "/learn/retries/attempts",
                                visitor.form("definition", visitor.definition("/learn/retries"))));

        page.then()
                .body(containsString("its reply is lost"))
                .body(containsString("Show me that run"));
        String attempt = page.htmlPath().getString("**.find { it.@name == 'attempt' }.@value");
        Response run =
                visitor.follow(
                        visitor.post(
                                "/learn/retries/counterexamples",
                                visitor.form("attempt", attempt)));
        run.then()
                .statusCode(200)
                .body(containsString("charge-card"))
                .body(containsString("Event "));
    }

    @Test
    void a_run_can_be_looked_at_by_whoever_has_its_address_but_acted_on_by_its_owner_only() {
        var visitor = new Browserless();
        String location = visitor.run("/learn/fan-out");

        visitor.get(location).then().statusCode(200).body(containsString("SUCCEEDED"));
        var stranger = new Browserless();
        stranger.get(location).then().statusCode(200).body(containsString("another browser"));
        stranger.post(
                        location + "/signals",
                        Map.of("decision", "redrive", "token", stranger.token()))
                .then()
                .statusCode(403);
    }

    @Test
    void a_definition_that_is_no_JSON_is_shown_with_the_place_and_the_remedy() {
        var visitor = new Browserless();

        visitor.post(
                        "/learn/retries/runs",
                        visitor.form("definition", "{ \"StartAt\": }", "input", "{}"))
                .then()
                .statusCode(422)
                .body(containsString("Line 1, column"))
                .body(containsString("has no value"));
    }

    @Test
    void a_form_whose_parts_do_not_end_is_explained() {
        given().header("Content-Type", "multipart/form-data; boundary=x")
                .body("code=1".getBytes(StandardCharsets.UTF_8))
                .post("/progress/devices")
                .then()
                .statusCode(400)
                .body(containsString("could not be read to its end"));
    }

    @Test
    void an_empty_definition_a_huge_one_and_a_bad_input_are_explained() {
        var visitor = new Browserless();

        visitor.post("/sandbox/runs", visitor.form("definition", "", "input", "{}", "world", "{}"))
                .then()
                .statusCode(422)
                .body(containsString("The definition is empty"));
        visitor.post(
                        "/sandbox/runs",
                        visitor.form(
                                "definition", "x".repeat(2_000_000), "input", "{}", "world", "{}"))
                .then()
                .statusCode(422)
                .body(containsString("larger than the limit"));
        visitor.post(
                        "/sandbox/runs",
                        visitor.form("definition", PASS, "input", "{oops", "world", "{}"))
                .then()
                .statusCode(422)
                .body(containsString("The input is not JSON"));
        visitor.post(
                        "/sandbox/runs",
                        visitor.form(
                                "definition", PASS, "input", "{}", "world", "{\"lambdas\": {}}"))
                .then()
                .statusCode(422)
                .body(containsString("no field &quot;lambdas&quot;"));
    }

    @Test
    void a_workflow_that_loops_for_ever_ends_with_a_clear_error() {
        var visitor = new Browserless();
        String loop =
                """
                { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" },
                  "B": { "Type": "Choice", "Choices": [{ "Variable": "$.stop", "IsPresent": true, "Next": "C" }], "Default": "A" },
                  "C": { "Type": "Succeed" } } }
                """;

        Response run =
                visitor.follow(
                        visitor.post(
                                "/sandbox/runs",
                                visitor.form("definition", loop, "input", "{}", "world", "{}")));

        run.then().statusCode(200).body(containsString("maximum number of history events"));
    }

    @Test
    void a_waiting_run_is_answered_once_and_keeps_its_answer() {
        var visitor = new Browserless();
        String location = visitor.run("/learn/human-approval");
        Response waiting = visitor.get(location);
        waiting.then().body(containsString("waits for you"));
        String task = waiting.htmlPath().getString("**.find { it.@name == 'task' }.@value");

        visitor.post(location + "/signals", visitor.form("decision", "approve", "task", task));
        visitor.post(location + "/signals", visitor.form("decision", "reject", "task", task));

        visitor.get(location)
                .then()
                .body(containsString("SUCCEEDED"))
                .body(containsString("payment for C-301"));
    }

    @Test
    void the_image_pipeline_shows_the_pictures_that_came_out() {
        var visitor = new Browserless();
        String location = visitor.run("/learn/image-pipeline");

        Response page = visitor.get(location);

        page.then()
                .body(containsString("gallery/small/hills.png"))
                .body(containsString("96 px wide"));
        visitor.get(location + "/objects/gallery/small/hills.png")
                .then()
                .statusCode(200)
                .contentType("image/png");
    }

    @Test
    void names_from_a_definition_are_never_trusted() {
        var visitor = new Browserless();
        String hostile =
                """
                { "StartAt": "<img src=x onerror=alert(1)>", "States": {
                    "<img src=x onerror=alert(1)>": { "Type": "Pass", "Comment": "</textarea><script>alert(2)</script>", "End": true } } }
                """;

        String html =
                visitor.follow(
                                visitor.post(
                                        "/sandbox/runs",
                                        visitor.form(
                                                "definition",
                                                hostile,
                                                "input",
                                                "{}",
                                                "world",
                                                "{}")))
                        .asString();

        assertThat(html).doesNotContain("<img src=x").doesNotContain("<script>alert");
    }

    private static final String PASS =
            "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}";
}

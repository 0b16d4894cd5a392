package dev.statecraft.web;

import static io.restassured.RestAssured.given;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.statecraft.asl.problems.Rule;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

@QuarkusTest
class LanguageReferenceTest {

    @Test
    void the_whole_language_is_on_one_page_with_an_address_for_each_part() {
        given().get("/reference")
                .then()
                .statusCode(200)
                .body(containsString("id=\"states-parallel\""))
                .body(containsString("id=\"intrinsics-states-format\""))
                .body(containsString("id=\"error-names-states-all\""));
    }

    @Test
    void it_says_which_type_of_state_has_which_field_and_lists_every_diagnostic() {
        var page =
                given().get("/reference")
                        .then()
                        .statusCode(200)
                        .body(
                                containsString(
                                        "<a href=\"#data-resultpath\"><code>ResultPath</code></a>"));
        for (Rule rule : Rule.all()) {
            page.body(containsString("<code>" + rule.name() + "</code>"));
        }
    }

    @Test
    void a_diagnostic_is_found_by_the_words_of_its_message() {
        given().queryParam("q", "not reachable")
                .get("/reference")
                .then()
                .statusCode(200)
                .body(containsString("is not reachable."))
                .body(containsString("MISSING_TRANSITION_TARGET"));
    }

    @Test
    void a_search_works_without_scripts() {
        given().queryParam("q", "task token")
                .get("/reference")
                .then()
                .statusCode(200)
                .body(containsString("waitForTaskToken"))
                .body(not(containsString("id=\"states-pass\"")));
    }

    @Test
    void a_search_for_markup_finds_nothing_and_shows_it_as_text() {
        given().queryParam("q", "<script>alert(1)</script>")
                .get("/reference")
                .then()
                .statusCode(200)
                .body(containsString("Nothing fits all of these words"))
                .body(not(containsString("<script>alert")));
    }

    @Test
    void an_example_opens_in_the_sandbox() {
        given().queryParam("example", "states-pass")
                .get("/sandbox")
                .then()
                .statusCode(200)
                .body(containsString("Greet"));
    }
}

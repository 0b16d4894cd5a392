package dev.statecraft.web;

import static io.restassured.RestAssured.given;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import org.junit.jupiter.api.Test;

/** Pages for what cannot be shown say what is wrong and how to go on, in our own words. */
@QuarkusTest
class ProblemsTest {

    @Test
    void an_address_without_a_page_is_named_as_such() {
        for (String path : new String[] {"/nowhere", "/practice/zzz", "/css/none.css"}) {
            page(given().get(path), 404, "There is no page at this address.")
                    .then()
                    .body(not(containsString("resource method")));
        }
    }

    @Test
    void a_request_of_the_wrong_kind_is_explained() {
        page(given().delete("/learn"), 405, "This address takes no request of this kind.");
    }

    @Test
    void a_form_of_the_wrong_kind_is_explained() {
        page(given().accept("text/plain").get("/sandbox"), 406, "a page for browsers");
    }

    @Test
    void a_form_that_is_far_too_large_is_explained() {
        var visitor = new Browserless();

        page(
                visitor.post(
                        "/sandbox/runs",
                        visitor.form("definition", "{}", "world", "x".repeat(3_200_000))),
                413,
                "larger than 3 MB, so nothing was done with it. Go back in your browser");
    }

    private static Response page(Response answer, int status, String sentence) {
        answer.then()
                .statusCode(status)
                .contentType("text/html;charset=UTF-8")
                .body(containsString(sentence))
                .body(containsString("aria-label=\"Pages\""));
        return answer;
    }
}

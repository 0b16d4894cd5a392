package dev.statecraft.web;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;

import java.util.LinkedHashMap;
import java.util.Map;

/** A visitor without a browser: keeps the cookie, and fills in the hidden field of our forms. */
final class Browserless {
    private final Map<String, String> cookies;
    private final String token;

    Browserless() {
        Response page = given().get("/learn/retries");
        cookies = page.cookies();
        token = page.htmlPath().getString("**.find { it.@name == 'token' }.@value");
    }

    Map<String, String> cookies() {
        return cookies;
    }

    String token() {
        return token;
    }

    Response get(String path) {
        return given().cookies(cookies).get(path);
    }

    Response post(String path, Map<String, String> form) {
        return given().cookies(cookies)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path);
    }

    /** Pairs of field and value, with our token. */
    Map<String, String> form(String... pairs) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    Response follow(Response redirect) {
        String location = redirect.then().statusCode(303).extract().header("Location");
        return get(location.replaceFirst("https?://[^/]+", "").replaceFirst("#.*", ""));
    }

    /** What stands in the editor of a page. */
    String definition(String page) {
        return get(page).htmlPath().getString("**.find { it.@name == 'definition' }");
    }

    String input(String page) {
        return get(page)
                .htmlPath()
                .getString("**.find { it.@name == 'input' && it.name() == 'textarea' }");
    }

    /** Runs what stands in the editor, with the input beside it; the address of the run. */
    String run(String lesson) {
        Response redirect =
                post(
                        lesson + "/runs",
                        form("definition", definition(lesson), "input", input(lesson)));
        return redirect.then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
    }
}

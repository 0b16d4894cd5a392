package dev.statecraft.web;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What a first visit weighs on the wire, and what the browser is told to refuse. */
@QuarkusTest
@EnabledIf(
        value = "dev.statecraft.web.BrowserJourneysTest#aBrowserIsHereOrRequired",
        disabledReason = "No Chromium is on this machine, so no page was weighed.")
class WeightTest {
    private static final long HOME_BYTES = 60_000;
    private static final long WORKBENCH_BYTES = 250_000;

    @TestHTTPResource("/")
    URL server;

    private ChromiumBrowser browser;

    @BeforeEach
    void open() {
        browser = ChromiumBrowser.open(server.toString().replaceFirst("/$", ""));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_home_page_comes_in_60_KB() throws IOException {
        assertThat(weight("/")).isBetween(2_000L, HOME_BYTES);
    }

    @Test
    void a_page_with_the_workbench_comes_in_250_KB() throws IOException {
        for (String path : List.of("/sandbox", "/learn/retries", "/learn/image-pipeline")) {
            assertThat(weight(path)).as(path).isBetween(100_000L, WORKBENCH_BYTES);
        }
    }

    /**
     * The bodies of all answers as they came over the wire, until the network fell silent. The browser's own account of its requests
     * is taken, since the page's does not list all of them, such as the icon.
     */
    private long weight(String path) throws IOException {
        Page page = browser.page();
        List<Request> requests = new ArrayList<>();
        page.onRequestFinished(requests::add);
        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        long bodies = requests.stream().mapToLong(it -> it.sizes().responseBodySize).sum();
        long heads = requests.stream().mapToLong(it -> it.sizes().responseHeadersSize).sum();

        assertThat(browser.complaints())
                .as("errors, policies broken, and requests elsewhere")
                .isEmpty();
        assertThat(requests.stream().map(Request::url))
                .anyMatch(it -> it.endsWith("/css/page.css"));
        page.close();
        Files.writeString(
                Path.of("target/weights.txt"),
                "%8d bytes in %d answers, with headers %8d: %s%n"
                        .formatted(bodies, requests.size(), bodies + heads, path),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return bodies;
    }

    @Test
    void inline_scripts_and_styles_do_not_run_on_any_page() {
        for (String path :
                List.of(
                        "/",
                        "/learn",
                        "/learn/retries",
                        "/sandbox",
                        "/practice",
                        "/reference",
                        "/cli",
                        "/nowhere")) {
            Page page = browser.page();
            page.navigate(path);

            page.evaluate(
                    """
                    () => {
                      const script = document.createElement("script");
                      script.textContent = "document.title = 'taken over'";
                      document.head.append(script);
                      const style = document.createElement("style");
                      style.textContent = "body { display: none }";
                      document.head.append(style);
                    }
                    """);

            assertThat(page.title()).as(path).isNotEqualTo("taken over");
            assertThat(page.evaluate("() => getComputedStyle(document.body).display"))
                    .isEqualTo("grid");
            page.close();
        }
    }

    @Test
    void every_answer_carries_the_policy_and_none_allows_anything_inline() {
        for (String path :
                List.of(
                        "/",
                        "/learn",
                        "/sandbox",
                        "/css/page.css",
                        "/js/workbench.js",
                        "/modules/crelt.js",
                        "/nowhere")) {
            String policy = given().get(path).getHeader("Content-Security-Policy");

            assertThat(policy)
                    .as(path)
                    .startsWith("default-src 'none'")
                    .contains("script-src 'self'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void a_module_is_compressed_and_is_not_sent_again_to_who_has_it() {
        var first = module().header("Accept-Encoding", "gzip").get("/modules/@codemirror/state.js");
        String tag =
                first.then()
                        .statusCode(200)
                        .header("Content-Encoding", "gzip")
                        .extract()
                        .header("ETag");

        module().header("If-None-Match", tag)
                .get("/modules/@codemirror/state.js")
                .then()
                .statusCode(304);
        assertThat(first.header("Set-Cookie")).isNull();
        assertThat(first.asString()).contains("class EditorState");
    }

    private static RequestSpecification module() {
        return given().urlEncodingEnabled(false);
    }
}

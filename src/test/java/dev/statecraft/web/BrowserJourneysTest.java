package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a person does, in a real browser. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class BrowserJourneysTest {

    @TestHTTPResource("/")
    URL server;

    private ChromiumBrowser browser;

    static boolean aBrowserIsHereOrRequired() {
        return ChromiumBrowser.executable().isPresent() || ChromiumBrowser.isRequired();
    }

    @BeforeEach
    void open() {
        browser = ChromiumBrowser.open(server.toString().replaceFirst("/$", ""));
    }

    @AfterEach
    void nothing_was_complained_about() {
        List<String> complaints = List.copyOf(browser.complaints());
        browser.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_stranger_mends_the_broken_workflow_in_three_clicks() throws IOException {
        Page page = browser.page();
        page.navigate("/");
        ChromiumBrowser.keepScreenshot(page, "home");

        page.getByText("Fix it").click();
        write(
                page,
                Files.readString(Path.of("scenarios/retries/solutions/retry-and-catch.asl.json")));
        page.getByText("Check my design").click();

        assertThat(page.getByText("Your design passes")).isVisible();
        assertThat(page.locator(".chip.failed")).hasCount(0);
        ChromiumBrowser.keepScreenshot(page, "lesson-passed");
    }

    @Test
    void a_failing_design_leads_to_the_run_that_shows_why() {
        Page page = browser.page();
        page.navigate("/learn/retries");

        page.getByText("Check my design").click();
        assertThat(page.locator(".counterexample")).containsText("its reply is lost");
        ChromiumBrowser.keepScreenshot(page, "lesson-failed");
        page.getByText("Show me that run").click();

        assertThat(page.locator("tr.selected")).containsText("LambdaFunctionScheduled");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("tr.selected")).containsText("LambdaFunctionStarted");
        assertThat(page.url()).contains("?e=");
        ChromiumBrowser.keepScreenshot(page, "run-counterexample");
    }

    @Test
    void typing_refreshes_the_graph_and_names_the_mistake_beside_its_line() {
        Page page = browser.page();
        page.navigate("/sandbox");

        write(
                page,
                "{\n  \"StartAt\": \"Begin\",\n  \"States\": {\n    \"Begin\": { \"Type\": \"Pass\", \"Next\": \"Shipp\" },\n"
                        + "    \"Ship\": { \"Type\": \"Succeed\" }\n  }\n}");

        assertThat(page.locator(".note.error").first()).containsText("Line 4");
        assertThat(page.locator(".note.error").first()).containsText("Did you mean \"Ship\"?");
        assertThat(page.getByText("The graph shows the last valid definition.")).isVisible();
        assertThat(page.locator(".cm-lint-marker-error")).hasCount(2);
        ChromiumBrowser.keepScreenshot(page, "sandbox-mistake");
    }

    @Test
    void what_was_typed_is_offered_again() {
        Page page = browser.page();
        page.navigate("/sandbox");
        write(
                page,
                "{ \"StartAt\": \"Kept\", \"States\": { \"Kept\": { \"Type\": \"Succeed\" } } }");
        assertThat(page.locator("#checked svg")).containsText("Kept");

        page.navigate("/sandbox");

        assertThat(page.locator(".cm-content")).containsText("Kept");
    }

    @Test
    void a_person_approves_a_waiting_run() {
        Page page = browser.page();
        page.navigate("/learn/human-approval");

        page.locator("[data-run]").click();
        page.locator("#glance a.button").click();
        assertThat(page.getByText("waits for you")).isVisible();
        ChromiumBrowser.keepScreenshot(page, "run-waiting");
        page.getByText("Approve", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator(".status")).containsText("SUCCEEDED");
    }

    @Test
    void the_pictures_of_the_image_pipeline_are_shown() {
        Page page = browser.page();
        page.navigate("/learn/image-pipeline");

        page.locator("[data-run]").click();
        page.locator("#glance a.button").click();

        Locator picture = page.locator("img[alt='small/hills.png']");
        picture.scrollIntoViewIfNeeded();
        assertThat(picture).isVisible();
        page.waitForFunction(
                "() => document.querySelector(\"img[alt='small/hills.png']\").naturalWidth === 96");
        ChromiumBrowser.keepScreenshot(page, "run-pictures");
    }

    @Test
    void pages_are_accessible_in_light_and_dark_and_on_a_phone() {
        for (String path : List.of("/", "/learn", "/learn/retries", "/sandbox", "/nowhere")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                look(path, 1300, scheme);
            }
            look(path, 320, ColorScheme.LIGHT);
        }
        // The browser itself reports the missing page in the console; nothing else may be there.
        browser.complaints().removeIf(it -> it.contains("404"));
    }

    private void look(String path, int width, ColorScheme scheme) {
        Page page = browser.page(width, 900, scheme);
        page.navigate(path);
        String name =
                "page"
                        + path.replace('/', '-')
                        + "-"
                        + width
                        + "-"
                        + scheme.name().toLowerCase(java.util.Locale.ROOT);
        ChromiumBrowser.keepScreenshot(page, name);

        assertThat(ChromiumBrowser.violations(page)).as(name).isEmpty();
        Object overflow =
                page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as(name + " scrolls sideways").isEqualTo(0);
        page.close();
    }

    @Test
    void a_run_s_page_is_accessible() {
        Page page = browser.page();
        page.navigate("/learn/fan-out");
        page.locator("[data-run]").click();
        page.locator("#glance a.button").click();
        assertThat(page.locator(".status")).containsText("SUCCEEDED");

        ChromiumBrowser.keepScreenshot(page, "run-fan-out");

        assertThat(ChromiumBrowser.violations(page)).isEmpty();
    }

    @Test
    void a_lesson_works_without_JavaScript() {
        Page page = browser.withoutJavaScript();
        page.navigate("/learn/retries");

        page.locator("textarea[name=definition]").fill("{ \"StartAt\": \"A\" }");
        page.getByText("Check my design").click();

        assertThat(page.locator(".note.error").first())
                .containsText("These fields are required: [States]");
        assertThat(page.locator("textarea[name=definition]")).hasValue("{ \"StartAt\": \"A\" }");
        browser.complaints().removeIf(it -> it.contains("422"));
    }

    private static void write(Page page, String text) {
        Locator editor = page.locator(".cm-content");
        editor.click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }
}

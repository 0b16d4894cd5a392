package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody does in the sandbox, and how its pages and those around it look. */
@QuarkusTest
@EnabledIf(
        value = "dev.statecraft.web.BrowserJourneysTest#aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class SandboxJourneysTest {

    @TestHTTPResource("/")
    URL server;

    private ChromiumBrowser browser;

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
    void a_template_a_fault_and_a_run_by_mouse() {
        Page page = sandbox("");
        page.getByText("Start from a template").click();
        ChromiumBrowser.keepScreenshot(page, "sandbox-templates");
        page.locator(".gallery").getByText("Retry and catch").click();
        live(page);

        page.getByLabel("Call of").fill("fetch");
        page.getByLabel("Number").fill("3-6");
        page.getByLabel("Error", new Page.GetByLabelOptions().setExact(true)).fill("Busy");
        page.getByText("Add fault").click();
        assertThat(page.locator(".faults li")).containsText("calls 3 to 6 of fetch fail with Busy");
        ChromiumBrowser.keepScreenshot(page, "sandbox-fault");
        page.locator("[data-run]").click();
        page.locator("#glance a.button").click();

        assertThat(page.locator(".status").first()).containsText("SUCCEEDED");
        assertThat(page.locator("body")).containsText("calls 3 to 6 of fetch fail with Busy");
        assertThat(page.locator("body")).containsText("Use yesterday's copy");
    }

    @Test
    void a_fault_that_says_too_little_is_explained_where_it_was_written() {
        Page page = sandbox("?template=saga");

        page.getByLabel("What happens").selectOption("slow");
        page.getByLabel("Call of").fill("book-car");
        page.getByText("Add fault").click();

        assertThat(page.locator(".fault-form [role=alert]"))
                .containsText("Say how many seconds the call takes, such as 30.");
        page.getByLabel("Seconds").fill("30");
        page.getByText("Add fault").click();
        assertThat(page.locator(".faults li")).containsText("call 1 of book-car takes 30 s");
        page.getByText("Remove", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".faults li")).hasCount(0);
    }

    @Test
    void a_fault_is_added_and_a_run_started_by_keyboard_alone() {
        Page page = sandbox("?template=idempotent-payment");

        page.locator("#faultCall").focus();
        page.keyboard().type("charge-card");
        page.keyboard().press("Tab");
        page.keyboard().press("Control+a");
        page.keyboard().type("2");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("Lambda.Unknown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".faults li")).hasCount(2);
        page.locator("[data-run]").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#glance .status")).containsText("SUCCEEDED");
    }

    @Test
    void what_is_saved_as_a_link_is_there_for_another_visitor() {
        Page page = sandbox("?template=batch-job");
        write(page, "#input", "{\"region\": \"harz\"}");
        page.getByText("Save as a link").click();
        assertThat(page.locator("#share-link")).containsText("/sandbox/");
        String link = page.locator("#share-link").textContent();
        ChromiumBrowser.keepScreenshot(page, "sandbox-saved");

        Page other = browser.page();
        other.navigate(link);
        live(other);

        assertThat(other.locator(".cm-content")).containsText("Simulate weather");
        assertThat(other.locator("#input")).hasValue("{\"region\": \"harz\"}");
        assertThat(other.locator("#testCase")).hasValue("weather: one interruption");
        other.locator("#testCase").selectOption("weather: never works");
        other.locator("[data-run]").click();
        other.locator("#glance a.button").click();
        assertThat(other.locator(".status").first()).containsText("FAILED");
        assertThat(page.url()).isEqualTo(link);
    }

    @Test
    void everything_that_was_typed_is_offered_again() {
        Page page = sandbox("");
        page.waitForResponse("**/drafts", () -> write(page, "#world", "{\"queues\": [\"kept\"]}"));
        page.waitForResponse("**/drafts", () -> write(page, "#input", "[1, 2]"));

        page.navigate("/sandbox");
        page.waitForResponse(
                "**/definitions/checks",
                () -> {
                    live(page);
                    page.locator(".cm-content").click();
                    page.keyboard().press("End");
                    page.keyboard().type(" ");
                });
        page.navigate("/sandbox");

        assertThat(page.locator("#world")).hasValue("{\"queues\": [\"kept\"]}");
        assertThat(page.locator("#input")).hasValue("[1, 2]");
    }

    @Test
    void a_recorded_history_is_imported_and_its_tasks_answer_as_recorded() {
        Page page = sandbox("?template=polling-loop");
        page.locator("[data-run]").click();
        page.locator("#glance a.button").click();
        assertThat(page.locator(".status").first()).containsText("SUCCEEDED");
        assertThat(page).hasURL(Pattern.compile("/runs/"));
        String run = page.url().replaceFirst("[?#].*", "");
        String history = page.request().get(run + "/history.json").text();

        Page other = sandbox("?template=polling-loop");
        write(other, "#world", "");
        other.getByText("Import", new Page.GetByTextOptions().setExact(true)).first().click();
        other.locator("#pasted").fill(history);
        other.locator("button[formaction='/sandbox/imports']").click();
        assertThat(other.locator(".notices"))
                .containsText("The history was taken: 5 tasks answer as recorded");
        assertThat(other).hasURL(Pattern.compile("/sandbox$"));
        ChromiumBrowser.keepScreenshot(other, "sandbox-imported");
        live(other);
        other.locator("[data-run]").click();
        other.locator("#glance a.button").click();

        assertThat(other.locator(".status").first()).containsText("SUCCEEDED");
        String replayed =
                other.request()
                        .get(other.url().replaceFirst("[?#].*", "") + "/history.json")
                        .text();
        assertThat(replayed).isEqualTo(history);
    }

    @Test
    void a_mock_file_is_chosen_from_the_disk() {
        Page page = sandbox("?template=retry-and-catch");
        page.getByText("Import", new Page.GetByTextOptions().setExact(true)).first().click();
        FileChooser chooser = page.waitForFileChooser(() -> page.locator("#file").click());
        chooser.setFiles(
                new FilePayload(
                        "MockConfigFile.json",
                        "application/json",
                        """
                        {"StateMachines": {"Shop": {"TestCases": {"Works": {"Fetch": "ok"}, "Broken": {"Fetch": "broken"}}}},
                         "MockedResponses": {"ok": {"0": {"Return": {"found": 1}}}, "broken": {"0-9": {"Throw": {"Error": "Gone", "Cause": "away"}}}}}
                        """
                                .getBytes(StandardCharsets.UTF_8)));
        page.locator("button[formaction='/sandbox/imports']").click();

        assertThat(page.locator(".notices")).containsText("there are 2 to choose from");
        live(page);
        page.locator("#testCase").selectOption("Shop: Broken");
        page.locator("[data-run]").click();
        page.locator("#glance a.button").click();
        assertThat(page.locator("body")).containsText("Gone");
    }

    @Test
    void what_is_none_of_these_is_refused_with_a_reason() {
        Page page = sandbox("");
        page.getByText("Import", new Page.GetByTextOptions().setExact(true)).first().click();
        page.locator("#pasted").fill("{\"a\": 1}");
        page.locator("button[formaction='/sandbox/imports']").click();

        assertThat(page.locator("#import [role=alert]")).containsText("This is no definition");
        browser.complaints().removeIf(it -> it.contains("422"));
    }

    @Test
    void a_definition_is_exported_for_AWS_s_tools() {
        Page page = sandbox("?template=saga");
        page.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();

        page.getByLabel("Name of the state machine").fill("trips");
        page.getByText("Use this name").click();

        assertThat(page.locator("#t2")).containsText("AWS::Serverless::StateMachine");
        assertThat(page.locator("#t2")).containsText("Name: \"trips\"");
        assertThat(page.locator("#t5")).containsText("aws stepfunctions create-state-machine");
        ChromiumBrowser.keepScreenshot(page, "sandbox-export");
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
        var download = page.waitForDownload(() -> page.getByText("Download template.json").click());
        assertThat(download.suggestedFilename()).isEqualTo("template.json");
    }

    @Test
    void the_divider_is_moved_by_keyboard_and_stays_where_it_was_left() {
        Page page = sandbox("");
        Locator divider = page.locator("[data-divider]");

        divider.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");

        assertThat(divider).hasAttribute("aria-valuenow", "54");
        page.reload();
        assertThat(page.locator("[data-divider]")).hasAttribute("aria-valuenow", "54");
    }

    @Test
    void on_a_phone_the_navigation_opens_and_marks_the_page() {
        Page page = browser.page(320, 700, ColorScheme.LIGHT);
        page.navigate("/sandbox");

        assertThat(page.locator("#pages")).isHidden();
        page.getByText("Menu").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#pages [aria-current=page]")).hasText("Sandbox");
        ChromiumBrowser.keepScreenshot(page, "menu-320");
        page.keyboard().press("Escape");
        assertThat(page.locator("#pages")).isHidden();
        assertThat(page.locator("[data-run]")).isInViewport();
    }

    @Test
    void pages_are_without_violations_in_light_and_dark_at_320_px_and_at_200_percent() {
        Page maker = sandbox("?template=saga");
        maker.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(maker.getByText("Download template.yaml")).isVisible();
        String export = maker.url().replaceFirst("https?://[^/]+", "");
        for (String path :
                List.of(
                        "/",
                        "/learn",
                        "/learn/human-approval",
                        "/sandbox?template=distributed-map",
                        "/sandbox?template=batch-job",
                        export)) {
            look(path, 1300, ColorScheme.LIGHT);
            look(path, 1300, ColorScheme.DARK);
            look(path, 320, ColorScheme.DARK);
            // A window of 1,300 pixels at 200 % has room for 650.
            look(path, 650, ColorScheme.LIGHT);
        }
    }

    private void look(String path, int width, ColorScheme scheme) {
        Page page = browser.page(width, 900, scheme);
        page.navigate(path);
        String name =
                path.replaceAll("[0-9a-f]{20}", "id").replaceAll("[^a-z-]+", "-")
                        + "-"
                        + width
                        + "-"
                        + scheme.name().toLowerCase(java.util.Locale.ROOT);
        ChromiumBrowser.keepScreenshot(page, "look" + name);
        assertThat(ChromiumBrowser.violations(page)).as(name).isEmpty();
        assertThat(
                        page.evaluate(
                                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(name + " scrolls sideways")
                .isEqualTo(0);
        page.close();
    }

    @Test
    void without_JavaScript_a_fault_is_added_and_a_run_started() {
        Page page = browser.withoutJavaScript();
        page.navigate("/sandbox?template=retry-and-catch");
        page.locator("#faultCall").fill("fetch");
        page.locator("#faultError").fill("Gone");
        page.getByText("Add fault").click();
        assertThat(page.locator(".faults li")).containsText("call 1 of fetch fails with Gone");

        page.locator("[data-run]").click();

        assertThat(page.locator(".status").first()).containsText("SUCCEEDED");
        assertThat(page.locator("body")).containsText("Use yesterday's copy");
    }

    @Test
    void a_run_is_shown_under_the_design_and_the_place_is_kept() {
        Page page = browser.page();
        page.navigate("/learn/fan-out");
        live(page);

        page.locator("[data-run]").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#glance .status")).containsText("SUCCEEDED");
        assertThat(page.locator("#glance-title")).isFocused();
        assertThat(page.locator(".cm-content")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/learn/fan-out$"));
        ChromiumBrowser.keepScreenshot(page, "lesson-run");
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
        page.locator("#glance a.button").click();
        assertThat(page).hasURL(Pattern.compile("/runs/[0-9a-f]+$"));
    }

    private Page sandbox(String query) {
        Page page = browser.page();
        page.navigate("/sandbox" + query);
        live(page);
        return page;
    }

    /** Scripts have taken the page over: the editor stands in place of the text field. */
    private static void live(Page page) {
        assertThat(page.locator(".cm-content")).isVisible();
        assertThat(page.locator("[data-divider]")).isVisible();
    }

    private static void write(Page page, String field, String text) {
        page.locator(field).fill(text);
    }
}

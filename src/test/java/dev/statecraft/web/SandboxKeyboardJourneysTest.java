package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;

/** The sandbox without a mouse, and with an account that cannot be used. */
@QuarkusTest
@EnabledIf(
        value = "dev.statecraft.web.BrowserJourneysTest#aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class SandboxKeyboardJourneysTest {

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
    void a_definition_is_imported_saved_opened_again_and_exported_by_keyboard_alone() {
        Page page = sandbox("");
        press(page, "#import > summary");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#pasted")).isFocused();
        page.keyboard().insertText("StartAt: Typed\nStates:\n  Typed:\n    Type: Succeed\n");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notices")).containsText("The definition was taken.");
        live(page);
        press(page, "[formaction='/sandbox/saved']");
        assertThat(page.locator("#share-link")).containsText("/sandbox/");
        String link = page.locator("#share-link").textContent();
        live(page);
        press(page, "[formaction='/sandbox/exports']");

        assertThat(page.locator("#t1")).containsText("\"StartAt\": \"Typed\"");
        assertThat(page.url()).isEqualTo(link + "/export");
        page.locator("#name").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type("typed");
        page.keyboard().press("Enter");
        assertThat(page.locator("#t5")).containsText("--name 'typed'");
    }

    @Test
    void a_template_is_chosen_by_keyboard_alone() {
        Page page = sandbox("");
        press(page, ".drawer > summary >> nth=0");
        page.keyboard().press("Tab");
        assertThat(page.locator(".gallery a").first()).isFocused();
        page.locator(".gallery a[href$='=saga']").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator(".cm-content")).containsText("Book hotel");
    }

    @Test
    void an_account_that_is_wrong_is_shown_at_its_line_and_nothing_typed_is_lost() {
        Page page = sandbox("?template=retry-and-catch");
        write(page, "#input", "{\"order\": \"A-1\"}");
        write(
                page,
                "#world",
                "{\n  \"functions\": {\n    \"fetch\": { \"after\": \"soon\" }\n  }\n}");
        page.locator("[data-run]").focus();
        page.keyboard().press("Enter");

        Locator problem = page.locator("[aria-labelledby=world-title] [role=alert]");
        assertThat(problem)
                .containsText("Line 3, at /functions/fetch/after: \"soon\" is no duration");
        assertThat(problem).isInViewport();
        assertThat(page.locator("#world")).isFocused();
        assertThat(page.locator("#world")).hasValue(Pattern.compile("\"after\": \"soon\""));
        assertThat(page.locator("#input")).hasValue("{\"order\": \"A-1\"}");
        ChromiumBrowser.keepScreenshot(page, "sandbox-wrong-account");
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
        live(page);
        write(page, "#world", "{\"functions\": {\"fetch\": {}}}");
        page.locator("[data-run]").click();
        assertThat(page.locator("#glance .status")).containsText("SUCCEEDED");
        browser.complaints().removeIf(it -> it.contains("422"));
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

    private static void press(Page page, String target) {
        page.locator(target).focus();
        page.keyboard().press("Enter");
    }

    private static void write(Page page, String field, String text) {
        page.locator(field).fill(text);
    }
}

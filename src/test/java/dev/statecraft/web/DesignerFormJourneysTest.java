package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.statecraft.web.DesignerPage.ORDER;
import static dev.statecraft.web.DesignerPage.line;
import static dev.statecraft.web.DesignerPage.pressDuplicate;
import static dev.statecraft.web.DesignerPage.sandbox;
import static dev.statecraft.web.DesignerPage.station;
import static dev.statecraft.web.DesignerPage.stationNamed;
import static dev.statecraft.web.DesignerPage.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import dev.statecraft.asl.AslParser;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.net.URL;
import java.util.List;

/** Filling in the form of a state, in a real browser. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class DesignerFormJourneysTest {
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
        // What an operation is refused for is said on the page; the browser logs the answer's
        // status besides.
        assertThat(complaints).filteredOn(it -> !it.contains("422")).isEmpty();
    }

    @Test
    void the_form_changes_the_text_as_it_is_filled_in_and_says_what_is_wrong() {
        Page page = sandbox(browser.page(), ORDER);
        station(page, "Pack").click();
        Locator seconds = page.locator("[data-entry='set/Seconds']");
        assertThat(seconds).hasValue("60");

        seconds.fill("90");
        page.waitForFunction(
                "() => document.querySelector('textarea[data-editor]').editor.text().includes('\"Seconds\": 90')");
        seconds.fill("soon");
        assertThat(page.locator("[data-remarks='set/Seconds'] .remark.error")).isVisible();
        assertThat(seconds).isFocused();
        ChromiumBrowser.keepScreenshot(page, "designer-form-error");
        seconds.fill("120");
        assertThat(page.locator("[data-remarks='set/Seconds'] .remark.error")).hasCount(0);
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");

        assertThat(seconds).hasValue("90");
        assertThat(text(page)).contains("\"Seconds\": 90");
    }

    @Test
    void what_is_not_JSON_yet_stays_in_the_field_and_out_of_the_text() {
        Page page = sandbox(browser.page(), ORDER);
        station(page, "Charge").click();
        Locator parameters = page.locator("[data-entry='set/Parameters']");

        parameters.fill("{ \"order\": ");

        assertThat(page.locator("[data-remarks='set/Parameters'] .remark.error"))
                .containsText("This is not JSON yet");
        assertThat(text(page)).isEqualTo(ORDER);

        parameters.fill("{ \"order.$\": \"$.order\" }");

        page.waitForFunction(
                "() => document.querySelector('textarea[data-editor]').editor.text().includes('\"order.$\": \"$.order\"')");
        assertThat(page.locator("[data-remarks='set/Parameters'] .remark.error")).hasCount(0);
    }

    @Test
    void rules_retriers_and_catchers_are_added_in_the_form() {
        Page page = sandbox(browser.page(), ORDER);
        station(page, "Charge").click();
        page.locator("[data-part='Retry'] summary").click();
        page.locator("[data-act='append'][data-pointer='/Retry']").click();
        page.locator("[data-entry='set/Retry/0/MaxAttempts']").fill("7");
        page.waitForFunction(
                "() => document.querySelector('textarea[data-editor]').editor.text().includes('\"MaxAttempts\": 7')");

        station(page, "Large?").click();
        page.locator("[data-entry='compare/Choices/0']").selectOption("NumericLessThan");
        page.waitForFunction(
                "() => document.querySelector('textarea[data-editor]').editor.text().includes('\"NumericLessThan\": 100')");
        page.locator("[data-entry='combine/Choices/0']").selectOption("And");
        page.locator("[data-act='append'][data-pointer='/Choices/0/And']").click();
        assertThat(page.locator(".element.inner")).hasCount(2);
        page.locator("[data-entry='lead/Choices/0/Next']").selectOption("Sorry");

        assertThat(line(page, "choice", "Large?", "Sorry")).isAttached();
        assertThat(
                        AslParser.parse(text(page)).diagnostics().stream()
                                .filter(it -> it.location().contains("Choices"))
                                .toList())
                .isEmpty();
        ChromiumBrowser.keepScreenshot(page, "designer-form-choice");
    }

    @Test
    void names_of_any_kind_are_drawn_and_edited_safely() {
        Page page = sandbox(browser.page(), ORDER);
        String current = "Pack";
        for (String name :
                List.of(
                        "<img src=x onerror=alert(1)>",
                        "\"quoted\" & 'so'",
                        "👩‍👩‍👧‍👦 🚂",
                        "שלום עולם",
                        "x".repeat(80))) {
            station(page, current).click();
            Locator field = page.locator("[data-entry='rename']");
            assertThat(field).hasValue(current);
            field.fill(name);
            field.press("Enter");
            page.waitForCondition(() -> stationNamed(page, name));
            assertThat(page.locator("[data-inspector-title]")).hasText(name);
            current = name;
            page.evaluate("document.activeElement.blur()");
            pressDuplicate(page, name);
        }
        assertThat(AslParser.parse(text(page)).isValid()).isTrue();
        assertThat(page.locator("img[src='x']")).hasCount(0);
        ChromiumBrowser.keepScreenshot(page, "designer-names");
    }
}

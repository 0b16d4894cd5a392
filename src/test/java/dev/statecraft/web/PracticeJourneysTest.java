package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.statecraft.content.Concept;
import dev.statecraft.web.practice.SittingStore;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Practising, in a real browser and by keyboard alone. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class PracticeJourneysTest {

    @Inject SittingStore sittings;

    @TestHTTPResource("/")
    URL server;

    private ChromiumBrowser browser;

    static boolean aBrowserIsHereOrRequired() {
        return ChromiumBrowser.executable().isPresent() || ChromiumBrowser.isRequired();
    }

    @BeforeEach
    void open() {
        sittings.drawFrom(new Random(20_261_121));
        browser = ChromiumBrowser.open(server.toString().replaceFirst("/$", ""));
    }

    @AfterEach
    void nothing_was_complained_about() {
        List<String> complaints = List.copyOf(browser.complaints());
        browser.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_round_of_drills_is_worked_through_by_keyboard_alone() {
        Page page = browser.page();
        page.navigate("/practice");
        focus(page, "Begin: Drills");
        page.keyboard().press("Enter");

        for (int question = 1; question <= 10; question++) {
            assertThat(page.locator("h1")).containsText("question " + question);
            isLive(page);
            page.keyboard().press("1");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator(".verdict")).isVisible();
            page.keyboard().press("n");
        }

        assertThat(page.locator("h1")).containsText("of 10 right");
        ChromiumBrowser.keepScreenshot(page, "practice-report");
    }

    @Test
    void a_mock_is_resumed_after_a_reload_with_its_flags_and_tells_nothing() {
        Page page = browser.page();
        page.navigate("/practice");
        focus(page, "Begin the exam: Slice mock");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("question 1");
        isLive(page);
        page.keyboard().press("f");
        assertThat(page.getByText("Take the flag off")).isVisible();
        ChromiumBrowser.keepScreenshot(page, "practice-mock");

        page.navigate("/practice");
        page.locator(".begun a").first().click();

        assertThat(page.locator(".map a.flagged")).hasCount(1);
        assertThat(page.locator(".verdict")).hasCount(0);
        page.getByText("End the exam").click();
        assertThat(page.locator(".end-exam")).containsText("20 questions have no answer yet");
        page.getByText("Hand in").click();
        assertThat(page.locator("h1")).containsText("0 of 20 right");
    }

    @Test
    void an_answer_is_proven_by_runs_side_by_side() {
        Page page = browser.page();
        page.navigate("/practice");
        focus(page, "Begin: Drills");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("question 1");
        isLive(page);
        page.keyboard().press("2");
        page.getByText("Fairly sure").click();
        ChromiumBrowser.keepScreenshot(page, "practice-told");

        page.getByText("Prove it").click();

        assertThat(page.locator(".exhibit-run svg").first()).isVisible();
        ChromiumBrowser.keepScreenshot(page, "practice-proof");
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
        page.getByText("Step through this run").first().click();
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void every_page_of_practice_is_without_violations_in_light_dark_and_narrow() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = browser.page(scheme == ColorScheme.DARK ? 320 : 1300, 900, scheme);
            for (String address : addresses()) {
                page.navigate(address);
                assertThat(ChromiumBrowser.violations(page)).as(address).isEmpty();
                assertThat(widthOf(page))
                        .as(address)
                        .isLessThanOrEqualTo(page.viewportSize().width);
                ChromiumBrowser.keepScreenshot(
                        page, "practice-" + address.substring(1).replace("/", "-") + scheme);
            }
            page.navigate("/practice");
            focus(page, "Begin: Learn");
            page.keyboard().press("Enter");
            assertThat(page.locator(".options")).isVisible();
            assertThat(ChromiumBrowser.violations(page)).as("a question").isEmpty();
            assertThat(widthOf(page)).isLessThanOrEqualTo(page.viewportSize().width);
            ChromiumBrowser.keepScreenshot(page, "practice-question" + scheme);
        }
    }

    private static List<String> addresses() {
        List<String> addresses =
                new ArrayList<>(
                        List.of(
                                "/practice",
                                "/review",
                                "/progress",
                                "/notes",
                                "/notes/glossary",
                                "/facts",
                                "/proofs/retry-max-delay-times"));
        for (Concept concept : Concept.values()) {
            addresses.add("/notes/" + concept.id());
        }
        return addresses;
    }

    @Test
    void a_card_is_answered_by_keyboard_alone() {
        Page page = browser.page();
        page.navigate("/review");
        isLive(page);

        page.keyboard().press("1");
        page.keyboard().press("Enter");
        assertThat(page.locator(".verdict")).isVisible();
        page.keyboard().press("n");
        assertThat(page.locator(".verdict")).hasCount(0);

        assertThat(page.locator(".lead")).containsText("You have met 1 of");
    }

    @Test
    void an_answer_keeps_the_place_on_a_long_page() {
        Page page = browser.page(320, 640, ColorScheme.LIGHT);
        page.navigate("/practice");
        focus(page, "Begin: Drills");
        page.keyboard().press("Enter");
        assertThat(page.locator(".options")).isVisible();
        isLive(page);
        page.evaluate("document.body.dataset.mine = 'still here'");

        page.locator(".option").first().click();
        page.getByText("A guess").click();

        assertThat(page.locator(".verdict")).isInViewport();
        assertThat(page.locator(".verdict")).isFocused();
        assertThat(page.locator("body")).hasAttribute("data-mine", "still here");
        assertThat(page.url()).contains("?q=1");
    }

    @Test
    void practice_works_without_javascript() {
        Page page = browser.withoutJavaScript();
        page.navigate("/practice");
        focus(page, "Begin: Drills");
        page.keyboard().press("Enter");
        page.locator("input[name=option]").first().check();
        page.getByText("A guess").click();

        assertThat(page.locator(".verdict")).isVisible();
    }

    /** Keys that are pressed before the script is there are lost. */
    private static void isLive(Page page) {
        assertThat(page.locator("html")).hasAttribute("data-keys", "live");
    }

    private static int widthOf(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    private static void focus(Page page, String button) {
        page.locator("button[aria-label='" + button + "']").focus();
    }
}

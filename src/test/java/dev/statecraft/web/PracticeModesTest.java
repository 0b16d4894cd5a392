package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.statecraft.learning.SittingItem;
import dev.statecraft.web.practice.SittingStore;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Every mode of practice, walked in a real browser: once with the mouse, once by keyboard alone. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class PracticeModesTest {
    private static final List<String> NUMBERS = List.of("one", "two", "three", "four");

    @Inject SittingStore sittings;

    @TestHTTPResource("/")
    URL server;

    private ChromiumBrowser browser;

    /** How somebody reaches a thing on a page. */
    enum Hand {
        MOUSE {
            @Override
            void press(Page page, Locator button) {
                button.click();
            }

            @Override
            void choose(Page page, int place) {
                page.locator(".option").nth(place - 1).click();
            }

            @Override
            void goOn(Page page) {
                page.locator("[data-next]").click();
            }
        },
        KEYBOARD {
            @Override
            void press(Page page, Locator button) {
                for (int i = 0; i < 120; i++) {
                    page.keyboard().press("Tab");
                    if ((Boolean) button.evaluate("it => it === document.activeElement")) {
                        page.keyboard().press("Enter");
                        return;
                    }
                }
                throw new AssertionError("Tab does not reach " + button);
            }

            @Override
            void choose(Page page, int place) {
                page.keyboard().press(String.valueOf(place));
            }

            @Override
            void goOn(Page page) {
                page.keyboard().press("n");
            }
        };

        abstract void press(Page page, Locator button);

        abstract void choose(Page page, int place);

        abstract void goOn(Page page);
    }

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

    @ParameterizedTest
    @EnumSource
    void learn_then_what_was_missed_and_where_one_was_sure(Hand hand) {
        Page page = browser.page();
        begin(page, hand, "Begin: Learn");
        for (int question = 1; question <= 10; question++) {
            assertThat(page.locator("h1")).containsText("question " + question);
            answerWrongly(page, hand);
            assertThat(page.locator(".verdict")).containsText("Not right");
            hand.goOn(page);
        }
        assertThat(page.locator("h1")).containsText("0 of 10 right");
        assertThat(page.locator("table")).hasCount(2);

        for (String mode : List.of("Begin: Missed", "Begin: Sure but wrong")) {
            begin(page, hand, mode);
            answer(page, hand);
            assertThat(page.locator(".verdict")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_concept(Hand hand) {
        Page page = browser.page();
        page.navigate("/practice");

        hand.press(page, page.locator(".topics button[value='choice']"));

        assertThat(page.locator("h1")).containsText("One concept: question 1");
        answer(page, hand);
        assertThat(page.locator(".verdict")).isVisible();
        hand.goOn(page);
        assertThat(page.locator("h1")).containsText("question 2");
    }

    @ParameterizedTest
    @EnumSource
    void drills_and_the_runs_that_prove_them(Hand hand) {
        Page page = browser.page();
        begin(page, hand, "Begin: Drills");
        for (int question = 1; question <= 3; question++) {
            assertThat(page.locator("h1")).containsText("question " + question);
            answer(page, hand);
            assertThat(page.locator(".verdict")).isVisible();
            hand.goOn(page);
        }
        assertThat(page.locator("h1")).containsText("question 4");
        answer(page, hand);
        assertThat(page.locator(".verdict")).isVisible();

        hand.press(page, page.getByText("Prove it"));

        assertThat(page.locator(".exhibit-run svg").nth(1)).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void the_slice_mock_to_its_report(Hand hand) {
        Page page = browser.page();
        begin(page, hand, "Begin the exam: Slice mock");
        for (int question = 1; question <= 20; question++) {
            assertThat(page.locator("h1")).containsText("question " + question + " ");
            answer(page, hand);
            assertThat(page.locator(".map .answered")).hasCount(question);
        }
        assertThat(page.locator(".verdict")).hasCount(0);

        hand.press(page, page.getByText("End the exam"));
        hand.press(page, page.getByText("Hand in"));

        assertThat(page.locator("h1")).containsText("of 20 right");
        assertThat(page.locator(".review li")).hasCount(20);
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_full_shape_with_a_flag_the_map_and_a_reload(Hand hand) {
        Page page = browser.page();
        begin(page, hand, "Begin the exam: Full shape");
        assertThat(page.locator(".map a")).hasCount(65);
        answer(page, hand);
        assertThat(page.locator("h1")).containsText("question 2 ");
        hand.press(page, page.getByText("Flag this question"));
        assertThat(page.locator(".map a.flagged")).hasCount(1);

        hand.press(page, page.locator(".map a").nth(64));
        assertThat(page.locator("h1")).containsText("question 65 ");
        page.reload();

        assertThat(page.locator("h1")).containsText("question 65 ");
        assertThat(page.locator(".map a.flagged")).hasCount(1);
        assertThat(page.locator(".map .answered")).hasCount(1);
        hand.press(page, page.getByText("End the exam"));
        hand.press(page, page.getByText("Hand in"));
        assertThat(page.locator("h1")).containsText("of 65 right");
    }

    @ParameterizedTest
    @EnumSource
    void the_report_and_a_proof_are_without_violations(ColorScheme scheme) {
        if (scheme == ColorScheme.NO_PREFERENCE) {
            return;
        }
        Page page = browser.page(scheme == ColorScheme.DARK ? 320 : 1300, 900, scheme);
        begin(page, Hand.MOUSE, "Begin: Drills");
        answer(page, Hand.MOUSE);
        assertThat(page.locator(".verdict")).isVisible();
        assertThat(ChromiumBrowser.violations(page)).as("an answer").isEmpty();
        ChromiumBrowser.keepScreenshot(page, "practice-answer" + scheme);
        page.getByText("Prove it").click();
        assertThat(page.locator(".exhibit-run").first()).isVisible();
        assertThat(ChromiumBrowser.violations(page)).as("a proof").isEmpty();
        ChromiumBrowser.keepScreenshot(page, "practice-proof" + scheme);

        begin(page, Hand.MOUSE, "Begin the exam: Slice mock");
        answer(page, Hand.MOUSE);
        assertThat(page.locator("h1")).containsText("question 2 ");
        page.getByText("End the exam").click();
        assertThat(ChromiumBrowser.violations(page)).as("an exam").isEmpty();
        ChromiumBrowser.keepScreenshot(page, "practice-exam" + scheme);
        page.getByText("Hand in").click();

        assertThat(page.locator("h1")).containsText("of 20 right");
        assertThat(ChromiumBrowser.violations(page)).as("a report").isEmpty();
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(page.viewportSize().width);
        ChromiumBrowser.keepScreenshot(page, "practice-report" + scheme);
        page.locator(".review a").first().click();
        assertThat(page.locator(".verdict")).isVisible();
        assertThat(ChromiumBrowser.violations(page)).as("a question of a report").isEmpty();

        page.navigate("/review");
        page.locator(".option").first().click();
        page.locator(".card button").click();
        assertThat(page.locator(".verdict")).isVisible();
        assertThat(ChromiumBrowser.violations(page)).as("a card's back").isEmpty();
    }

    /** Whoever has a wrong clock still has forty minutes. */
    @Test
    void the_clock_of_an_exam_follows_the_server() {
        Page page = browser.page();
        page.clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofDays(2))));
        begin(page, Hand.MOUSE, "Begin the exam: Slice mock");

        assertThat(page.locator("html")).hasAttribute("data-keys", "live");
        assertThat(page.locator("p.clock")).hasText("40 minutes left");
        page.keyboard().press("n");
        assertThat(page.locator("h1")).containsText("question 2 ");
        assertThat(page.locator("p.clock")).hasText("40 minutes left");
    }

    @ParameterizedTest
    @EnumSource
    void a_proof_and_back_to_its_question_and_a_run_of_a_note(Hand hand) {
        Page page = browser.page();
        begin(page, hand, "Begin: Drills");
        answer(page, hand);
        assertThat(page.locator(".verdict")).isVisible();
        hand.press(page, page.getByText("Prove it"));
        hand.press(page, page.getByText("Back to the question"));
        assertThat(page.locator("h1")).containsText("Drills: question 1 ");
        assertThat(page.locator(".verdict")).isVisible();

        hand.press(page, page.getByText("Read the note"));
        hand.press(page, page.getByText("Step through this run").first());

        assertThat(page).hasURL(Pattern.compile(".*/runs/.+"));
    }

    private static void begin(Page page, Hand hand, String button) {
        page.navigate("/practice");
        hand.press(page, page.locator("button[aria-label='" + button + "']"));
        assertThat(page.locator("h1")).containsText("question 1 ");
    }

    /** As many options as must be chosen, one of them wrong, and sure of it. */
    private void answerWrongly(Page page, Hand hand) {
        assertThat(page.locator("html")).hasAttribute("data-keys", "live");
        String[] address = page.url().replaceFirst(".*/practice/", "").split("\\?q=");
        int place = address.length == 1 ? 1 : Integer.parseInt(address[1]);
        SittingItem item =
                QuarkusTransaction.requiringNew()
                        .call(() -> SittingItem.of(address[0]).get(place - 1));
        List<String> key = sittings.key(sittings.question(item).orElseThrow());
        List<String> shown = new ArrayList<>();
        page.locator("input[name=option]").all().forEach(it -> shown.add(it.getAttribute("value")));
        List<String> chosen = new ArrayList<>(key);
        chosen.set(0, shown.stream().filter(it -> !key.contains(it)).findFirst().orElseThrow());
        chosen.forEach(it -> hand.choose(page, 1 + shown.indexOf(it)));
        hand.press(page, page.locator("button[name=confidence][value='3']"));
    }

    /** As many of the first options as must be chosen, and sure of it. */
    private static void answer(Page page, Hand hand) {
        // Keys that are pressed before the script is there are lost.
        assertThat(page.locator("html")).hasAttribute("data-keys", "live");
        String choose = page.locator("legend").textContent();
        for (int place = 1; place <= NUMBERS.size(); place++) {
            hand.choose(page, place);
            if (choose.contains(NUMBERS.get(place - 1))) {
                break;
            }
        }
        hand.press(page, page.locator("button[name=confidence][value='3']"));
    }
}

package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

import dev.statecraft.asl.AslParser;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.net.URL;
import java.util.List;

/** Designing in the picture, in a real browser: by mouse, by keyboard alone, and on a phone. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class DesignerJourneysTest {
    private static final String ORDER =
            """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                  "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Sorry" }],
                  "Next": "Large?"
                },
                "Large?": {
                  "Type": "Choice",
                  "Choices": [{ "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Both" }],
                  "Default": "Ship"
                },
                "Both": {
                  "Type": "Parallel",
                  "Branches": [
                    { "StartAt": "Mail", "States": { "Mail": { "Type": "Pass", "End": true } } },
                    { "StartAt": "Pack", "States": { "Pack": { "Type": "Wait", "Seconds": 60, "End": true } } }
                  ],
                  "Next": "Ship"
                },
                "Ship": { "Type": "Succeed" },
                "Sorry": { "Type": "Fail", "Error": "Order.Failed" }
              }
            }
            """;

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
    void a_piece_is_dragged_onto_a_line_and_undone_from_the_graph() {
        Page page = sandbox(browser.page(), ORDER);
        String before = text(page);

        drag(page, piece(page, "wait"), line(page, "next", "Charge", "Large?"));

        assertThat(station(page, "Wait")).isVisible();
        assertThat(text(page)).contains("\"Next\": \"Wait\"").contains("\"Seconds\": 60");
        assertThat(AslParser.parse(text(page)).isValid()).isTrue();
        assertThat(station(page, "Wait")).hasClass(selected());
        ChromiumBrowser.keepScreenshot(page, "designer-inserted");

        station(page, "Wait").focus();
        page.keyboard().press("Control+z");

        assertThat(station(page, "Wait")).hasCount(0);
        assertThat(text(page)).isEqualTo(before);
    }

    @Test
    void every_piece_is_put_in_by_keyboard_alone() {
        Page page = sandbox(browser.page(), ORDER);
        station(page, "Charge").focus();
        for (String piece :
                List.of(
                        "task",
                        "choice",
                        "wait",
                        "pass",
                        "safe-task",
                        "approval",
                        "saga",
                        "fan-out",
                        "polling")) {
            int before = page.locator("[data-state]").count();
            page.keyboard().press("a");
            while (!piece.equals(page.evaluate("document.activeElement.dataset.piece"))) {
                page.keyboard().press("ArrowRight");
            }
            page.keyboard().press("Enter");
            page.waitForCondition(() -> page.locator("[data-state]").count() > before);
            page.waitForFunction("document.activeElement.matches('.station.is-selected')");
        }

        assertThat(AslParser.parse(text(page)).isValid()).as(text(page)).isTrue();
        ChromiumBrowser.keepScreenshot(page, "designer-all-pieces");
    }

    private Page sandbox(Page page, String definition) {
        page.navigate("/sandbox");
        page.waitForFunction(
                "document.querySelector('textarea[data-editor]').editor !== undefined");
        page.waitForFunction("document.querySelector('[data-palette]').hidden === false");
        page.evaluate(
                """
                text => {
                    const area = document.querySelector('textarea[data-editor]');
                    area.editor.apply([{ from: 0, to: area.editor.text().length, insert: text }]);
                }
                """,
                definition);
        assertThat(station(page, "Charge")).isVisible();
        assertThat(page.locator(".switch").first()).isAttached();
        return page;
    }

    private static java.util.regex.Pattern selected() {
        return java.util.regex.Pattern.compile(".*is-selected.*");
    }

    private static String text(Page page) {
        return (String)
                page.evaluate("document.querySelector('textarea[data-editor]').editor.text()");
    }

    private static Locator station(Page page, String name) {
        return page.locator("[data-graph-pane] [data-state=\"" + name + "\"]");
    }

    private static Locator line(Page page, String kind, String from, String to) {
        return page.locator(
                ".switch[data-kind='%s'][data-from=\"%s\"][data-to=\"%s\"]"
                        .formatted(kind, from, to));
    }

    private static Locator piece(Page page, String name) {
        return page.locator("[data-piece='" + name + "']");
    }

    private static void drag(Page page, Locator from, Locator to) {
        BoundingBox a = from.boundingBox();
        page.mouse().move(a.x + a.width / 2, a.y + a.height / 2);
        page.mouse().down();
        page.mouse().move(a.x + a.width / 2 + 10, a.y + a.height / 2 + 10);
        BoundingBox b = to.boundingBox();
        page.mouse().move(b.x + b.width / 2, b.y + b.height / 2);
        page.mouse().up();
    }
}

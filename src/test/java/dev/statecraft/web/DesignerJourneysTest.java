package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.statecraft.web.DesignerPage.ORDER;
import static dev.statecraft.web.DesignerPage.drag;
import static dev.statecraft.web.DesignerPage.focusState;
import static dev.statecraft.web.DesignerPage.line;
import static dev.statecraft.web.DesignerPage.piece;
import static dev.statecraft.web.DesignerPage.sandbox;
import static dev.statecraft.web.DesignerPage.selected;
import static dev.statecraft.web.DesignerPage.settled;
import static dev.statecraft.web.DesignerPage.station;
import static dev.statecraft.web.DesignerPage.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.statecraft.asl.AslParser;

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
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/** Designing in the picture, in a real browser: by mouse, by keyboard alone, and on a phone. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class DesignerJourneysTest {
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
            page.waitForFunction("() => document.activeElement.matches('.station.is-selected')");
        }

        assertThat(AslParser.parse(text(page)).isValid()).as(text(page)).isTrue();
        ChromiumBrowser.keepScreenshot(page, "designer-all-pieces");
    }

    @Test
    void a_state_and_its_text_select_each_other() {
        Page page = sandbox(browser.page(), ORDER);

        station(page, "Pack").click();

        assertThat(station(page, "Pack")).hasClass(selected());
        assertThat(page.locator("[data-inspector-title]")).hasText("Pack");
        page.evaluate(
                """
                () => {
                    const editor = document.querySelector('textarea[data-editor]').editor;
                    editor.select(editor.text().indexOf('$.total'));
                }
                """);
        assertThat(station(page, "Large?")).hasClass(selected());
        assertThat(page.locator(".station.is-selected")).hasCount(1);
    }

    @Test
    void a_state_is_moved_onto_another_line_by_mouse() {
        Page page = sandbox(browser.page(), ORDER);

        drag(page, station(page, "Mail"), line(page, "next", "Pack", ""));

        assertThat(line(page, "next", "Pack", "Mail")).isAttached();
        assertThat(page.locator("[data-slot]")).hasCount(1);
        ChromiumBrowser.keepScreenshot(page, "designer-slot");

        drag(page, piece(page, "pass"), page.locator("[data-slot]"));

        assertThat(page.locator("[data-slot]")).hasCount(0);
        assertThat(page.locator(".note-summary")).containsText("alid");
    }

    @Test
    void comments_in_YAML_stay_when_the_picture_is_edited() {
        Page page =
                sandbox(
                        browser.page(),
                        """
                        # What happens to an order.
                        StartAt: Charge
                        States:
                          Charge:
                            Type: Pass # for now
                            Next: Ship
                          # out it goes
                          Ship:
                            Type: Succeed
                        """);

        drag(page, piece(page, "wait"), line(page, "next", "Charge", "Ship"));

        assertThat(station(page, "Wait")).isVisible();
        assertThat(text(page))
                .isEqualTo(
                        """
                        # What happens to an order.
                        StartAt: Charge
                        States:
                          Charge:
                            Type: Pass # for now
                            Next: Wait
                          Wait:
                            Type: Wait
                            Seconds: 60
                            Next: Ship
                          # out it goes
                          Ship:
                            Type: Succeed
                        """);
    }

    @Test
    void lines_are_drawn_and_led_elsewhere_by_mouse() {
        Page page = sandbox(browser.page(), ORDER);
        station(page, "Both").click();

        drag(page, page.locator("[data-handle='catch']"), station(page, "Sorry"));
        assertThat(line(page, "catch", "Both", "Sorry")).isAttached();

        drag(page, line(page, "next", "Both", "Ship"), station(page, "Charge"));
        assertThat(line(page, "next", "Both", "Charge")).isAttached();
        assertThat(AslParser.parse(text(page)).isValid()).isTrue();
    }

    @Test
    void everything_is_done_by_keyboard_alone() {
        Page page = sandbox(browser.page(), ORDER);
        station(page, "Charge").focus();

        page.keyboard().press("d");
        settled(page, station(page, "Charge 2"));
        page.keyboard().press("w");
        settled(page, station(page, "For each item"));
        page.keyboard().press("x");
        focusState(page, "Ship");
        page.keyboard().press("Enter");
        settled(page, line(page, "catch", "For each item", "Ship"));

        station(page, "Ship").focus();
        page.keyboard().press("e");
        page.waitForFunction("() => document.activeElement.dataset.entry === 'rename'");
        page.keyboard().press("Control+a");
        page.keyboard().type("Send it");
        page.keyboard().press("Enter");
        settled(page, station(page, "Send it"));
        page.keyboard().press("Escape");

        station(page, "Pack").focus();
        page.keyboard().press("m");
        while (!"Charge".equals(page.evaluate("document.activeElement.dataset.to"))) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        settled(page, line(page, "start", "", "Pack"));

        station(page, "Charge").focus();
        page.keyboard().press("l");
        page.keyboard().press("c");
        focusState(page, "Large?");
        page.keyboard().press("Enter");
        settled(page, line(page, "next", "Charge", "Large?"));

        station(page, "Sorry").focus();
        page.keyboard().press("Delete");
        page.waitForCondition(() -> station(page, "Sorry").count() == 0);
        page.keyboard().press("Control+z");
        settled(page, station(page, "Sorry"));
    }

    @Test
    void an_empty_text_is_begun_in_the_picture_by_keyboard_alone() {
        Page page = sandbox(browser.page(), ORDER);
        page.locator(".cm-content").focus();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        assertThat(page.locator("[data-slot]")).isVisible();

        piece(page, "task").focus();
        page.keyboard().press("Enter");

        assertThat(station(page, "Call a function")).isVisible();
        assertThat(AslParser.parse(text(page)).isValid()).as(text(page)).isTrue();
    }

    @Test
    void a_large_drawing_is_seen_as_a_whole_and_zoomed_by_keys() {
        Page page = sandbox(browser.page(), ORDER);
        String states =
                IntStream.range(0, 300)
                        .mapToObj(
                                it ->
                                        "\"S%d\": { \"Type\": \"Pass\", \"Next\": \"S%d\" }"
                                                .formatted(it, it + 1))
                        .collect(Collectors.joining(",\n"));
        page.evaluate(
                "text => { const { editor } = document.querySelector('textarea[data-editor]');"
                        + " editor.apply([{ from: 0, to: editor.text().length, insert: text }]); }",
                "{ \"StartAt\": \"S0\", \"States\": { %s, \"S300\": { \"Type\": \"Succeed\" } } }"
                        .formatted(states));
        assertThat(station(page, "S0")).isVisible();
        assertThat(isInFrame(page, "S300")).isFalse();

        page.locator(".graph-tools").getByText("Fit").click();

        assertThat(isInFrame(page, "S0")).isTrue();
        assertThat(isInFrame(page, "S300")).isTrue();

        focusState(page, "S0");
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("+");
        }

        assertThat(isInFrame(page, "S300")).isFalse();

        page.keyboard().press("0");

        assertThat(isInFrame(page, "S300")).isTrue();
    }

    private static boolean isInFrame(Page page, String name) {
        var frame = page.locator("[data-graph-pane]").boundingBox();
        var box = station(page, name).boundingBox();
        return box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
    }

    @Test
    void a_drawing_is_saved_as_SVG_and_PNG() throws IOException {
        Page page = sandbox(browser.page(), ORDER);
        station(page, "Charge").click();

        var svg = page.waitForDownload(() -> page.getByLabel("Save as SVG").click());
        var png = page.waitForDownload(() -> page.getByLabel("Save as PNG").click());

        String drawn = Files.readString(svg.path());
        assertThat(drawn)
                .contains("Large?")
                .contains("total &gt; 100")
                .doesNotContain("var(--")
                .doesNotContain("class=");
        var picture = ImageIO.read(png.path().toFile());
        assertThat(picture.getWidth()).isGreaterThan(400);
        assertThat(
                        new HashSet<>(
                                IntStream.range(0, picture.getWidth())
                                        .mapToObj(x -> picture.getRGB(x, picture.getHeight() / 3))
                                        .toList()))
                .as("more than the ground is drawn")
                .hasSizeGreaterThan(2);
        Files.copy(
                png.path(),
                Path.of("target/screenshots/designer-export.png"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void a_refusal_says_why_and_changes_nothing() {
        Page page = sandbox(browser.page(), ORDER);
        String before = text(page);

        station(page, "Sorry").focus();
        page.keyboard().press("w");

        assertThat(page.locator("[data-designer-status]")).containsText("it ends the line");
        assertThat(text(page)).isEqualTo(before);
    }

    @Test
    void a_finger_puts_pieces_in_and_fills_in_the_form_on_a_phone() {
        Page page = sandbox(browser.page(320, 720, ColorScheme.LIGHT), ORDER);

        piece(page, "wait").click();
        assertThat(page.locator("[data-designer-status]")).containsText("Choose a line");
        line(page, "next", "Charge", "Large?").click();
        assertThat(station(page, "Wait")).isVisible();
        station(page, "Wait").click();
        page.locator("[data-entry='set/Seconds']").fill("5");
        page.waitForFunction(
                "() => document.querySelector('textarea[data-editor]').editor.text().includes('\"Seconds\": 5,')");

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
        ChromiumBrowser.keepScreenshot(page, "designer-phone");
    }

    @Test
    void the_designer_is_accessible_in_light_and_dark() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = sandbox(browser.page(1300, 1000, scheme), ORDER);
            station(page, "Charge").click();
            assertThat(page.locator("[data-entry='set/Resource']")).isVisible();
            page.locator(".designer-keys summary").click();
            assertThat(page.getByText("takes the state or line out")).isVisible();
            assertThat(ChromiumBrowser.violations(page)).isEmpty();
            page.locator(".designer-keys summary").click();
            ChromiumBrowser.keepScreenshot(page, "designer-" + scheme);
            page.locator("[data-piece='map']").hover();
            page.close();
        }
    }
}

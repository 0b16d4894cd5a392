package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.statecraft.diagram.timeline.TimelineDiagram;
import dev.statecraft.engine.Execution;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class DrawingScriptsTest {
    private static final String ORDER =
            """
            { "StartAt": "Charge", "States": {
                "Charge": { "Type": "Task", "Next": "Ship",
                    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:charge",
                    "Retry": [{ "ErrorEquals": ["Busy"] }],
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Refund" }] },
                "Ship": { "Type": "Pass", "End": true },
                "Refund": { "Type": "Pass", "End": true } } }
            """;

    private static DrawingPage browser;

    @BeforeAll
    static void open() {
        browser = DrawingPage.open(900, 700);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void the_browser_has_nothing_to_complain_about() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_click_on_a_state_follows_its_link() {
        Page page = show(diagram()).page();

        page.click("[data-state=Ship]");

        page.waitForURL("**/?state=Ship");
    }

    @Test
    void a_page_that_handles_the_selection_itself_stays() {
        Page page = show(diagram()).page();
        page.evaluate(
                """
                addEventListener('state-selected', event => {
                    event.preventDefault();
                    document.title = event.detail.state + ' ' + event.detail.href;
                })
                """);

        page.click("[data-state=Ship]");

        assertThat(page.title()).isEqualTo("Ship ?state=Ship");
        assertThat(page.url()).doesNotContain("state=");
    }

    @Test
    void arrow_keys_walk_from_state_to_state_and_Enter_selects() {
        Page page = show(diagram()).page();
        page.focus("a:has([data-state=Charge])");

        page.keyboard().press("ArrowDown");
        assertThat(focused(page)).isEqualTo("Ship");
        page.keyboard().press("ArrowRight");
        assertThat(focused(page)).isEqualTo("Refund");
        page.keyboard().press("Enter");

        page.waitForURL("**/?state=Refund");
    }

    @Test
    void the_whole_drawing_is_one_stop_in_the_tab_order() {
        Page page = show(diagram()).page();

        assertThat(page.locator("svg [tabindex='0']").count()).isEqualTo(1);
    }

    @Test
    void keys_zoom_and_a_redraw_keeps_the_zoom() {
        Page page = show(diagram()).page();
        String before = viewBox(page);
        page.focus("a:has([data-state=Charge])");
        page.keyboard().press("+");
        page.keyboard().press("+");
        String zoomed = viewBox(page);

        page.evaluate(
                """
                viewBox => {
                    const frame = document.querySelector('.graph-frame');
                    const old = frame.querySelector('svg');
                    const redrawn = old.cloneNode(true);
                    delete redrawn.dataset.live;
                    redrawn.setAttribute('viewBox', viewBox);
                    old.replaceWith(redrawn);
                }
                """,
                Svg.of(SvgDiagram.of(Definitions.machine(ORDER))).root().getAttribute("viewBox"));

        assertThat(zoomed).isNotEqualTo(before);
        assertThat(viewBox(page)).isEqualTo(zoomed);
    }

    @Test
    void a_drag_moves_the_drawing_and_selects_nothing() {
        Page page = show(diagram()).page();
        page.focus("a:has([data-state=Charge])");
        for (int i = 0; i < 6; i++) {
            page.keyboard().press("+");
        }
        String before = viewBox(page);
        var box = page.locator(".graph-frame").boundingBox();

        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2 - 60, box.y + box.height / 2 - 40);
        page.mouse().up();

        assertThat(viewBox(page)).isNotEqualTo(before);
        assertThat(page.url()).doesNotContain("state=");
    }

    @Test
    void arrow_keys_step_through_the_events_of_a_run() {
        Page page = show(timeline(execution(), 4)).page();

        page.keyboard().press("ArrowRight");
        page.waitForURL("**/?e=5");
    }

    @Test
    void Shift_and_an_arrow_key_go_from_state_to_state() {
        Page page = show(timeline(execution(), 4)).page();

        page.keyboard().press("Shift+ArrowLeft");
        page.waitForURL("**/?e=2");
    }

    @Test
    void drawings_have_no_accessibility_violations_in_light_and_dark() {
        var execution = execution();
        String drawings =
                frame(
                                SvgDiagram.of(Definitions.machine(ORDER))
                                        .withOverlay(RunOverlay.of(execution))
                                        .selecting("Charge")
                                        .linking(name -> "?state=" + name)
                                        .draw())
                        + timeline(execution, 6);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Page page = show("<h1>Run</h1>" + drawings).page();

            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/screenshots/drawings-" + scheme + ".png")));
        }
        browser.page()
                .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static Execution execution() {
        return Runs.of(ORDER).answering("Charge", Runs.fails("Busy"), Runs.fails("Declined")).run();
    }

    private static String diagram() {
        return frame(
                SvgDiagram.of(Definitions.machine(ORDER)).linking(name -> "?state=" + name).draw());
    }

    private static String frame(String svg) {
        return "<div class=\"graph-frame\" id=\"graph\">" + svg + "</div>";
    }

    private static String timeline(Execution execution, long event) {
        return "<div class=\"timeline-frame\">"
                + TimelineDiagram.of(execution).selecting(event).linking(e -> "?e=" + e).draw()
                + "</div>";
    }

    private static DrawingPage show(String html) {
        return browser.show(html);
    }

    private static String viewBox(Page page) {
        return page.getAttribute("svg.graph", "viewBox");
    }

    private static String focused(Page page) {
        return (String)
                page.evaluate("document.activeElement.querySelector('[data-state]').dataset.state");
    }
}

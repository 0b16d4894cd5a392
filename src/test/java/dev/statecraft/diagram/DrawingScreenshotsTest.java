package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.statecraft.diagram.layout.Flow;
import dev.statecraft.diagram.timeline.TimelineDiagram;
import dev.statecraft.engine.Execution;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;

/** Shows the drawings in a real browser and keeps what it looked like, for a designer's eye. */
class DrawingScreenshotsTest {

    @ParameterizedTest(name = "{0} wide, {1}")
    @CsvSource({"1100, LIGHT", "1100, DARK", "320, LIGHT"})
    void a_run_of_the_order_process(int width, ColorScheme scheme) {
        Execution run = run();
        String html =
                frame(SvgDiagram.of(Definitions.machine(Samples.ORDER)).draw())
                        + frame(
                                SvgDiagram.of(Definitions.machine(Samples.ORDER))
                                        .withOverlay(RunOverlay.of(run))
                                        .selecting("Charge")
                                        .linking(name -> "?state=" + name)
                                        .draw())
                        + "<div class=\"timeline-frame\">"
                        + TimelineDiagram.of(run).selecting(24).linking(e -> "?e=" + e).draw()
                        + "</div>";
        try (var browser = DrawingPage.open(width, 900)) {
            browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            browser.show(html);

            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.page().evaluate("document.documentElement.scrollWidth"))
                    .as("nothing sticks out at the side")
                    .isEqualTo(width);
            keep(browser, "order-" + width + "-" + scheme);
        }
    }

    @Test
    void the_order_process_from_left_to_right() {
        try (var browser = DrawingPage.open(2200, 500)) {
            browser.show(
                    frame(
                            SvgDiagram.of(Definitions.machine(Samples.ORDER))
                                    .flowing(Flow.RIGHT)
                                    .withOverlay(RunOverlay.of(run(), 30))
                                    .draw()));

            assertThat(browser.complaints()).isEmpty();
            keep(browser, "order-right");
        }
    }

    private static Execution run() {
        return Runs.of(Samples.ORDER)
                .answering("Reserve stock", Runs.returns("{\"amount\": 120, \"gift\": false}"))
                .answering("Ask a person", Runs.returnsAfter(Duration.ofDays(31)))
                .answering(
                        "Charge",
                        Runs.fails("Payment.Busy"),
                        Runs.fails("Payment.Busy"),
                        Runs.returns("{\"Payload\": {\"lines\": [1, 2, 3, 4, 5]}}"))
                .answering("Invoice", Runs.returns("1"), Runs.fails("Throttled"))
                .answering(
                        "Ask carrier",
                        Runs.returns("{\"delivered\": false}"),
                        Runs.returns("{\"delivered\": false}"),
                        Runs.returns("{\"delivered\": true}"))
                .run();
    }

    private static String frame(String svg) {
        return "<div class=\"graph-frame\">" + svg + "</div>";
    }

    private static void keep(DrawingPage browser, String name) {
        browser.page()
                .screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of("target/screenshots/" + name + ".png")));
    }
}

package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.statecraft.web.EditorPage.ORDER;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;

/** Writing a definition in a real browser: what the editor knows, by mouse and by keyboard alone. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class EditorJourneysTest {
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
        assertThat(complaints).filteredOn(it -> !it.contains("422")).isEmpty();
    }

    @Test
    void what_is_evaluated_inside_a_text_is_coloured() {
        EditorPage editor = EditorPage.with(browser.page(), ORDER);
        Page page = editor.page();

        assertThat(page.getByText("Check the text")).isHidden();
        assertThat(page.locator(".asl-function").first()).hasText("States.Format");
        assertThat(page.locator(".asl-path").first()).hasText("$.order.id");
        assertThat(page.locator(".asl-edge").first()).hasText("{%");
        assertThat(page.locator(".asl-variable").first()).hasText("$states.input.total");
        assertThat(page.locator(".asl-number").first()).hasText("2");
        assertThat(colour(page, ".asl-path"))
                .isNotEqualTo(colour(page, ".asl-function"))
                .isNotEqualTo(colour(page, ".asl-text"));
    }

    private static Object colour(Page page, String part) {
        return page.locator(part).first().evaluate("it => getComputedStyle(it).color");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "Charge": { "Type": "Pass", "Next": "‸" }                                      | Large?
                    "Charge": { "Type": "‸", "Next": "Ship" }                                      | Parallel
                    "Charge": { "Type": "Task", "Resource": "‸", "Next": "Ship" }                  | arn:aws:states:::lambda:invoke
                    "Charge": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [{ "ErrorEquals": ["‸"] }], "Next": "Ship" } | States.Timeout
                    "Charge": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $‸ %}", "Next": "Ship" } | $states.input
                    "Charge": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.‸ %}", "Next": "Ship" } | $states.input
                    "First": { "Type": "Pass", "Assign": { "box": 1 }, "Next": "Charge" }, "Charge": { "Type": "Pass", "Parameters": { "b.$": "$‸" }, "Next": "Ship" } | $box
                    "Charge": { "Type": "Pass", "Parameters": { "a.$": "States.‸" }, "Next": "Ship" } | States.Format
                    "Charge": { "Type": "Wait", "‸" }                                              | TimestampPath
                    """)
    void completion_knows_the_place(String state, String expected) {
        EditorPage editor =
                EditorPage.with(
                        browser.page(),
                        """
                        { "StartAt": "%s", "States": {
                          %s,
                          "Large?": { "Type": "Succeed" },
                          "Ship": { "Type": "Succeed" } } }
                        """
                                .formatted(
                                        state.startsWith("\"First") ? "First" : "Charge", state));

        editor.press("Control+Space");

        assertThat(editor.offered()).contains(expected);
    }

    @Test
    void a_state_is_led_to_another_by_keyboard_alone() {
        EditorPage editor =
                EditorPage.with(
                        browser.page(), ORDER.replace("\"Next\": \"Large?\"", "\"Next\": ‸"));

        editor.type("\"Sh");
        assertThat(editor.offered()).containsExactly("Ship");
        editor.awaitingCheck(() -> editor.press("Enter"));

        assertThat(editor.text()).contains("\"Next\": \"Ship\"\n    },");
    }

    @Test
    void a_completion_is_taken_by_mouse() {
        EditorPage editor =
                EditorPage.with(browser.page(), ORDER.replace("\"Large?\"\n", "\"‸\"\n"));
        editor.press("Control+Space");

        editor.page()
                .locator(".cm-tooltip-autocomplete li")
                .filter(new Locator.FilterOptions().setHasText("Ask"))
                .click();

        assertThat(editor.text()).contains("\"Next\": \"Ask\"\n    },");
    }

    @Test
    void a_word_is_explained_under_the_mouse_and_at_the_cursor() {
        EditorPage editor = EditorPage.with(browser.page(), ORDER);
        Page page = editor.page();

        editor.pointAt("Parameters");

        assertThat(page.locator(".cm-tooltip .about strong")).hasText("Parameters");
        assertThat(page.locator(".cm-tooltip .about p")).not().isEmpty();

        editor.clickOn("Default");
        editor.press("F1");

        Locator strip = page.locator(".strip");
        assertThat(strip.locator("strong")).hasText("Default");
        assertThat(strip.locator("p")).containsText("no rule");
        editor.press("Escape");
        assertThat(strip).hasCount(0);
        assertThat(editor.content()).isFocused();
    }

    @Test
    void mistakes_are_marked_where_they_stand_as_one_types() {
        EditorPage editor =
                EditorPage.with(browser.page(), ORDER.replace("Succeed\"", "Succee‸\""));
        Page page = editor.page();

        Locator note =
                page.locator("#checked [data-note]")
                        .filter(new Locator.FilterOptions().setHasText("Type"));
        assertThat(note).containsText("Line 16, column 23");
        assertThat(page.locator(".cm-lintRange-error").last()).hasText("\"Succee\"");
        assertThat(page.locator(".cm-lint-marker-error").last()).isVisible();
        assertThat(page.locator("[data-graph-pane]")).hasClass(Pattern.compile(".*stale.*"));
        assertThat(page.locator("#checked .notes"))
                .containsText("The graph shows the last valid definition.");
        ChromiumBrowser.keepScreenshot(page, "editor-mistake");

        editor.awaitingCheck(() -> editor.type("d"));

        assertThat(editor.notes()).hasCount(0);
        assertThat(page.locator(".cm-lintRange-error")).hasCount(0);
        assertThat(page.locator("[data-graph-pane]")).not().hasClass(Pattern.compile(".*stale.*"));
    }

    @Test
    void the_next_mistake_is_a_key_away() {
        EditorPage editor =
                EditorPage.with(
                        browser.page(),
                        "‸" + ORDER.replace("\"Default\": \"Ship\"", "\"Default\": \"Shop\""));

        editor.press("F8");

        assertThat(editor.page().locator(".strip")).containsText("Line 13: ");
        assertThat(editor.page().locator(".strip")).containsText("Shop");
        assertThat(editor.content()).isFocused();
        editor.press("Escape");
        assertThat(editor.page().locator(".strip")).hasCount(0);
        editor.type("Ship");
        assertThat(editor.text()).contains("\"Default\": Ship");
    }

    @Test
    void errors_stand_before_advice() {
        EditorPage editor =
                EditorPage.with(
                        browser.page(),
                        """
                        { "StartAt": "Call", "States": {
                          "Call": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                            "Parameters": { "FunctionName": "call" }, "Next": "Gone" } } }
                        """);

        assertThat(editor.notes().nth(0)).hasClass(Pattern.compile("error"));
        assertThat(editor.notes().nth(1)).containsText("Missing 'Next' target: Gone");
        assertThat(editor.notes().last()).containsText("has no Retry");
        assertThat(editor.page().locator(".cm-lint-marker-error")).hasCount(2);
        assertThat(editor.page().locator(".cm-lint-marker-info")).hasCount(1);
        Object drawn =
                editor.page()
                        .locator(".cm-lint-marker-info")
                        .evaluate("it => getComputedStyle(it, '::before').content");
        assertThat(drawn).isEqualTo("\"i\"");
    }

    @Test
    void half_a_text_keeps_the_last_good_graph_and_says_so() {
        EditorPage editor = EditorPage.with(browser.page(), ORDER);
        Page page = editor.page();

        editor.write(ORDER.substring(0, 300));

        assertThat(page.locator("[data-graph-pane]")).hasClass(Pattern.compile(".*stale.*"));
        assertThat(page.locator("[data-graph-pane] [data-state='Ship']")).isVisible();
        assertThat(page.locator("#checked .notes"))
                .containsText("The graph shows the last valid definition.");
        ChromiumBrowser.keepScreenshot(page, "editor-half-typed");

        editor.write(ORDER);

        assertThat(page.locator("[data-graph-pane]")).not().hasClass(Pattern.compile(".*stale.*"));
    }

    @Test
    void without_JavaScript_a_text_is_checked_by_a_button() {
        Page page = browser.withoutJavaScript();
        for (String place : List.of("/sandbox", "/learn/retries")) {
            page.navigate(place);
            page.locator("#definition")
                    .fill(ORDER.replace("\"Default\": \"Ship\"", "\"Default\": \"Shop\""));

            page.getByText("Check the text").click();

            assertThat(page.locator("#checked [data-note]").first()).containsText("Line 13");
            assertThat(page.locator("#checked")).containsText("Shop");
            assertThat(page.locator("#definition")).hasValue(Pattern.compile("Shop"));

            page.locator("#definition").fill(ORDER);
            page.getByText("Check the text").click();

            assertThat(page.locator("#checked")).containsText("The definition is valid.");
            assertThat(page.locator("#checked .graph [data-state='Large?']")).isVisible();
        }
    }

    @Test
    void names_of_any_kind_are_drawn_as_text() {
        String markup = "<img src=x onerror=alert(1)>";
        String long80 =
                "An 80 character name of a state that is as long as the service lets it be, 80!!!";
        EditorPage editor =
                EditorPage.with(
                        browser.page(),
                        """
                        { "StartAt": "%1$s", "States": {
                          "%1$s": { "Type": "Pass", "Next": "👩‍👩‍👧‍👦 🚂" },
                          "👩‍👩‍👧‍👦 🚂": { "Type": "Pass", "Next": "שלום עולם" },
                          "שלום עולם": { "Type": "Pass", "Next": "%2$s" },
                          "%2$s": { "Type": "Succeed" } } }
                        """
                                .formatted(markup, long80));
        Page page = editor.page();

        for (String name : List.of(markup, "👩‍👩‍👧‍👦 🚂", "שלום עולם", long80)) {
            assertThat(DesignerPage.stationNamed(page, name)).as(name).isTrue();
        }
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(editor.overflow()).isZero();
        ChromiumBrowser.keepScreenshot(page, "editor-hostile-names");

        editor.clickOn("שלום");
        editor.press("F2");
        assertThat(page.locator(".strip strong")).containsText("שלום עולם");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1300", "DARK, 1300", "LIGHT, 320", "DARK, 320", "LIGHT, 650"})
    void the_editor_is_without_violations_and_does_not_scroll_sideways(
            ColorScheme scheme, int width) {
        // A window of 1300 px at 200 % shows what one of 650 px does.
        EditorPage editor =
                EditorPage.with(
                        browser.page(width, 900, scheme),
                        ORDER.replace("\"Next\": \"Ask\"", "\"Next\": \"Ca‸ll\""));
        Page page = editor.page();
        assertThat(editor.notes().first()).isVisible();
        clean(editor);
        ChromiumBrowser.keepScreenshot(page, "editor-" + scheme + "-" + width);

        editor.press("Control+.");
        assertThat(page.locator(".strip button").first()).isFocused();
        clean(editor);
        editor.press("Escape");

        editor.press("F8");
        assertThat(page.locator(".strip")).containsText("Line ");
        clean(editor);
        editor.press("Escape");

        editor.press("Control+f");
        assertThat(page.locator(".cm-search")).isVisible();
        clean(editor);
        editor.press("Escape");

        page.locator(".keys summary").click();
        clean(editor);
        page.locator(".keys summary").click();

        editor.clickOn("Call");
        editor.press("Control+Space");
        assertThat(editor.offered()).contains("Ask");
        clean(editor);
        ChromiumBrowser.keepScreenshot(page, "editor-completing-" + scheme + "-" + width);
    }

    private static void clean(EditorPage editor) {
        assertThat(ChromiumBrowser.violations(editor.page())).isEmpty();
        assertThat(editor.overflow()).isZero();
    }
}

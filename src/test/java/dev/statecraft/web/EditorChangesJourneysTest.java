package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.statecraft.web.EditorPage.ORDER;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Notation;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.net.URL;
import java.util.List;

/** What the editor does to a text when it is asked to, in a real browser, by mouse and by keyboard alone. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class EditorChangesJourneysTest {
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

    private static final String MISSING = ORDER.replace("\"Next\": \"Ask\"", "\"Next\": \"Call\"");
    private static final String WITHOUT_DEFAULT =
            ORDER.replace(
                    "\"Next\": \"Ask\" }],\n      \"Default\": \"Ship\"", "\"Next\": \"Ask\" }]");

    @Test
    void a_missing_state_is_made_by_a_click() {
        EditorPage editor = EditorPage.with(browser.page(), MISSING);

        editor.awaitingCheck(() -> fix(editor.page(), "Call").click());

        assertThat(editor.text()).contains("\"Call\": {");
        assertThat(DesignerPage.stationNamed(editor.page(), "Call")).isTrue();
    }

    @Test
    void a_missing_state_is_made_by_keyboard_alone() {
        EditorPage editor =
                EditorPage.with(browser.page(), MISSING.replace("\"Call\"", "\"Ca‸ll\""));

        takeFromMenu(editor, "Call");

        assertThat(editor.text()).contains("\"Call\": {");
    }

    @Test
    void a_Choice_gets_its_Default_by_a_click_and_by_keyboard() {
        EditorPage editor = EditorPage.with(browser.page(), WITHOUT_DEFAULT);

        editor.awaitingCheck(() -> fix(editor.page(), "Default").click());

        assertThat(editor.text()).contains("\"Default\": ");
        assertThat(AslParser.parse(editor.text()).isValid()).isTrue();

        editor.write(WITHOUT_DEFAULT.replace("\"Type\": \"Choice\"", "\"Type\": ‸\"Choice\""));
        takeFromMenu(editor, "Default");

        assertThat(editor.text()).contains("\"Default\": ");
    }

    @Test
    void a_state_is_turned_from_JSONPath_to_JSONata() {
        EditorPage editor =
                EditorPage.with(
                        browser.page(), ORDER.replace("\"Type\": \"Task\"", "\"Type\": ‸\"Task\""));
        editor.clickBar("Mend");

        editor.awaitingCheck(
                () -> editor.page().locator(".strip button").getByText("JSONata").click());

        assertThat(editor.text())
                .contains("\"QueryLanguage\": \"JSONata\"")
                .contains(
                        "\"MessageBody\": \"{% ('Order ' & $string($states.input.order.id)) %}\"");
        assertThat(AslParser.parse(editor.text()).isValid()).as(editor.text()).isTrue();
    }

    @Test
    void a_task_is_wrapped_with_Retry_and_Catch_and_that_is_one_step_to_undo() {
        String text = ORDER.replace("\"Type\": \"Task\"", "\"Type\": ‸\"Task\"");
        EditorPage editor = EditorPage.with(browser.page(), text);

        takeFromMenu(editor, "Retry");

        assertThat(editor.text()).contains("\"Retry\": [").contains("\"Catch\": [");
        assertThat(AslParser.parse(editor.text()).isValid()).as(editor.text()).isTrue();

        editor.awaitingCheck(() -> editor.press("Control+z"));

        assertThat(editor.text()).isEqualTo(ORDER);
    }

    @Test
    void a_text_is_tidied_folded_searched_and_brought_back() {
        EditorPage editor =
                EditorPage.with(
                        browser.page(),
                        "‸{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Succeed\"}}}");
        Page page = editor.page();
        String before = editor.text();

        editor.awaitingCheck(() -> editor.press("Shift+Alt+F"));
        assertThat(editor.text().lines().count()).isGreaterThan(8);

        editor.press("Control+Alt+[");
        assertThat(page.locator(".cm-foldPlaceholder").first()).isVisible();
        editor.press("Control+Alt+]");
        assertThat(page.locator(".cm-foldPlaceholder")).hasCount(0);
        page.locator(".cm-foldGutter [title]:visible").first().click();
        assertThat(page.locator(".cm-foldPlaceholder").first()).isVisible();
        page.locator(".cm-foldPlaceholder").first().click();

        editor.press("Control+f");
        assertThat(page.locator(".cm-search [name=search]")).isFocused();
        editor.type("Succeed");
        assertThat(page.locator(".cm-searchMatch")).hasText("Succeed");
        editor.press("Escape");
        assertThat(editor.content()).isFocused();

        editor.awaitingCheck(() -> editor.clickBar("Undo"));
        assertThat(editor.text()).isEqualTo(before);
        editor.awaitingCheck(() -> editor.clickBar("Redo"));
        assertThat(editor.text()).isNotEqualTo(before);
        editor.awaitingCheck(() -> editor.clickBar("Undo"));
        editor.awaitingCheck(() -> editor.clickBar("Format"));
        assertThat(editor.text().lines().count()).isGreaterThan(8);
    }

    @Test
    void a_state_is_renamed_everywhere_and_a_name_that_is_taken_is_refused() {
        EditorPage editor = EditorPage.with(browser.page(), ORDER);
        Page page = editor.page();
        editor.clickOn("Ship");
        editor.press("F2");
        assertThat(page.locator(".strip input")).isFocused();

        editor.press("Control+a");
        editor.type("Ask");
        editor.press("Enter");
        assertThat(page.locator(".strip [role=alert]")).containsText("\"Ask\" already");

        editor.press("Control+a");
        editor.type("Send it");
        editor.awaitingCheck(() -> editor.press("Enter"));

        assertThat(editor.text())
                .doesNotContain("\"Ship\"")
                .contains("\"Default\": \"Send it\"")
                .contains("\"Send it\": {");
        assertThat(DesignerPage.stationNamed(page, "Send it")).isTrue();
    }

    @Test
    void a_definition_is_written_as_YAML_and_back() {
        EditorPage editor = EditorPage.with(browser.page(), ORDER);
        Page page = editor.page();
        int states = page.locator("[data-graph-pane] [data-state]").count();

        editor.awaitingCheck(() -> editor.clickBar("YAML"));

        assertThat(editor.text()).startsWith("StartAt: Charge\n");
        assertThat(page.locator("[data-graph-pane] [data-state]")).hasCount(states);
        ChromiumBrowser.keepScreenshot(page, "editor-yaml");

        editor.awaitingCheck(() -> editor.clickBar("JSON"));

        assertThat(Notation.read(editor.text()).orElseThrow().json())
                .isEqualTo(Notation.read(ORDER).orElseThrow().json());
    }

    private static Locator fix(Page page, String words) {
        return page.locator("#checked [data-fix]")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    /** Opens the menu of what can be done at the cursor, and takes what has these words in it, by keys. */
    private static void takeFromMenu(EditorPage editor, String words) {
        Page page = editor.page();
        editor.press("Control+.");
        assertThat(page.locator(".strip button").first()).isFocused();
        Locator wanted =
                page.locator(".strip li button")
                        .filter(new Locator.FilterOptions().setHasText(words))
                        .first();
        int steps = page.locator(".strip li button").allInnerTexts().indexOf(wanted.innerText());
        for (int i = 0; i < steps; i++) {
            editor.press("ArrowDown");
        }
        assertThat(wanted).isFocused();
        editor.awaitingCheck(() -> editor.press("Enter"));
    }
}

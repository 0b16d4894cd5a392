package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.util.List;
import java.util.regex.Pattern;

/** How a person looks into a run, in a real browser: by mouse, and by keyboard alone. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class RunJourneysTest extends RunJourney {

    // The selection.

    @Test
    void a_state_that_is_clicked_in_the_graph_is_selected_everywhere_and_in_the_address() {
        Page page = show(order(), "?e=1");

        page.locator("#run-graph [data-state=Keep]").click();

        assertThat(page.locator("#event-title")).hasText("Keep");
        assertThat(page.locator("tr.selected")).containsText("TaskStateEntered");
        assertThat(page.locator("tr.selected")).containsText("Keep");
        assertThat(page.locator("#run-graph .is-selected")).containsText("Keep");
        assertThat(page.locator(".timeline .is-selected").first()).isVisible();
        assertThat(page).hasURL(Pattern.compile("\\?e=[0-9]+$"));
        String address = page.url();
        page.reload();
        assertThat(page.locator("#event-title")).hasText("Keep");
        assertThat(page).hasURL(address);
    }

    @Test
    void a_row_of_the_table_and_a_bar_of_the_timeline_select_the_same_event() {
        Page page = show(order(), "?e=1");

        page.locator("#events-frame a[data-event='4']").click();
        assertThat(page.locator("#run")).hasAttribute("data-event", "4");

        page.locator(".timeline .bar.attempt").nth(1).click();
        assertThat(page.locator("#event")).containsText("attempt 2 of 2");
        assertThat(page.locator("tr.selected")).containsText("LambdaFunctionScheduled");
    }

    @Test
    void the_keyboard_alone_steps_through_events_and_states() {
        Page page = show(order(), "?e=1");

        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#run")).hasAttribute("data-event", "2");
        page.keyboard().press("Shift+ArrowRight");
        assertThat(page.locator("#event-title")).hasText("Keep");
        page.keyboard().press("End");
        assertThat(page.locator(".now")).containsText("of");
        assertThat(page.locator("tr.selected")).containsText("ExecutionSucceeded");
        page.keyboard().press("Home");
        assertThat(page.locator("tr.selected")).containsText("ExecutionStarted");
        assertThat(page.locator("[data-said]")).containsText("Event 1 of");
    }

    @Test
    void the_tab_key_passes_the_timeline_and_can_skip_to_the_selected_event() {
        Page page = show(order(), "?e=4");
        page.locator("#speed").focus();

        page.keyboard().press("Tab");
        assertThat(page.locator(".run-left .skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#event")).isFocused();
        assertThat(page.locator("#run")).hasAttribute("data-event", "4");

        page.locator("#timeline-frame").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator(".timeline .bar.attempt").first()).isFocused();
    }

    @Test
    void a_state_that_was_not_reached_says_so() {
        Page page = show(order(), "?e=5");

        page.locator("#run-graph [data-state=Sorry]").click();

        assertThat(page.locator("#event-title")).hasText("Sorry");
        assertThat(page.locator("#event")).containsText("did not reach this state");
    }

    // What is to be seen.

    @Test
    void every_stage_of_the_input_and_output_is_shown_as_the_engine_passed_it() {
        Page page = show(order(), "");

        page.locator("#run-graph [data-state=Charge]").click();

        Locator stages = page.locator(".stage-step");
        assertThat(stages)
                .hasText(
                        new Pattern[] {
                            Pattern.compile("Raw input.*\"total\": 250.*", Pattern.DOTALL),
                            Pattern.compile(
                                    "InputPath.*\\$\\.order.*\"total\": 250.*", Pattern.DOTALL),
                            Pattern.compile("Parameters.*\"cents\": 250.*", Pattern.DOTALL),
                            Pattern.compile("Failed here.*Busy: .*Try again.*", Pattern.DOTALL)
                        });

        page.locator("#events-frame a[data-event='5']").click();
        assertThat(page.locator("tr.selected")).containsText("LambdaFunctionFailed");
        assertThat(page.locator("#event")).containsText("attempt 1 of 2");
        assertThat(stages.last()).containsText("Failed here");

        page.locator(".timeline .bar.attempt").nth(1).click();
        assertThat(stages).hasCount(8);
        assertThat(stages.nth(3)).containsText("\"internal\": true");
        assertThat(stages.nth(4)).containsText("\"receipt\": 7");
        assertThat(stages.nth(5)).containsText("\"paid\": {");
        assertThat(stages.nth(5).locator("ins").first()).containsText("\"paid\"");
        assertThat(stages.nth(6)).containsText("OutputPath");
        assertThat(stages.nth(6)).containsText("Not set");
        assertThat(stages.nth(7)).containsText("Assign");
        ChromiumBrowser.keepScreenshot(page, "run-stages");
    }

    @Test
    void back_off_and_idle_time_are_drawn_on_the_timeline() {
        Page page = show(order(), "");

        assertThat(page.locator(".timeline .bar.attempt")).hasCount(4);
        assertThat(page.locator(".timeline .bar.backoff")).hasCount(1);
        assertThat(page.locator(".timeline .fold")).hasCount(1);
        assertThat(page.locator(".timeline .fold .length")).containsText("1 h");
    }

    @Test
    void variables_are_those_of_the_selected_event() {
        Page page = show(order(), "?e=2");
        assertThat(page.locator("#event")).containsText("No variable has been assigned");

        page.keyboard().press("Shift+ArrowRight");

        assertThat(page.locator(".variables")).containsText("$receipt");
        assertThat(page.locator(".variables")).containsText("7");
    }

    @Test
    void calls_and_the_account_follow_the_selected_event() {
        Page page = show(order(), "?e=1");
        assertThat(page.locator(".call.later")).hasCount(4);
        assertThat(page.locator(".account")).containsText("Empty before the run, and still empty.");
        assertThat(page.locator(".account")).containsText("Nothing has been sent here.");

        page.keyboard().press("End");

        assertThat(page.locator(".call.later")).hasCount(0);
        assertThat(page.locator(".call").first()).containsText("Busy");
        assertThat(page.locator(".account .tag.added")).hasCount(1);
        assertThat(page.locator(".account")).containsText("0 items before the run, 1 now");
        assertThat(page.locator(".account")).containsText("0 messages before the run, 1 now");
        assertThat(page.locator(".account")).containsText("\"paid\": {");
        page.locator(".call-line a").nth(1).click();
        assertThat(page.locator(".call.here")).containsText("#2");
    }

    @Test
    void views_with_nothing_in_them_say_why() {
        Page page =
                show(
                        store(
                                "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }",
                                "{}",
                                "{}"),
                        "");

        assertThat(page.locator(".calls")).containsText("No task has called a service");
        assertThat(page.locator(".account")).containsText("no tables, buckets, queues or topics");
        assertThat(page.locator(".stages")).containsText("Output of the execution");
        assertThat(page.locator("#event"))
                .containsText("No state of this workflow has an Assign field");
        page.locator(".fork-kinds summary").nth(1).click();
        assertThat(page.locator(".fork-kinds")).containsText("nothing that could go wrong");
    }

    // Playing.

    @Test
    void a_run_is_played_paused_and_scrubbed_by_mouse() {
        Page page = show(order(), "?e=1");
        page.locator("#speed").selectOption("16");

        page.locator("#play").click();
        assertThat(page.locator("[data-play-word]")).hasText("Play");
        assertThat(page.locator("tr.selected")).containsText("ExecutionSucceeded");

        page.locator("#speed").selectOption("0.5");
        page.locator("#play").click();
        assertThat(page.locator("[data-play-word]")).hasText("Pause");
        assertThat(page.locator("tr.selected")).containsText("ExecutionStarted");
        page.locator("#play").click();
        assertThat(page.locator("[data-play-word]")).hasText("Play");

        page.locator("#scrub").fill("5");
        assertThat(page.locator("#run")).hasAttribute("data-event", "5");
        assertThat(page).hasURL(Pattern.compile("e=5$"));
    }

    @Test
    void a_run_is_played_and_scrubbed_by_keyboard_alone() {
        Page page = show(order(), "?e=1");

        page.locator("#speed").focus();
        page.keyboard().press("End");
        assertThat(page.locator("#speed")).hasValue("16");
        page.evaluate("() => document.activeElement.blur()");
        page.keyboard().press("Space");
        assertThat(page.locator("tr.selected")).containsText("ExecutionSucceeded");
        assertThat(page.locator("[data-play-word]")).hasText("Play");

        page.locator("#scrub").focus();
        page.keyboard().press("Home");
        assertThat(page.locator("#run")).hasAttribute("data-event", "1");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#run")).hasAttribute("data-event", "2");
        assertThat(page.locator("#scrub")).isFocused();
    }

    @Test
    void steps_are_links_without_JavaScript() {
        Page page = browser.withoutJavaScript();
        String id = order();

        page.navigate("/runs/" + id + "?e=1");
        page.locator("#step-next").click();
        assertThat(page.locator("#run")).hasAttribute("data-event", "2");
        page.locator("#run-graph a:has([data-state=Tell])").click();
        assertThat(page.locator("#event-title")).hasText("Tell");
        page.locator("#step-last").click();
        assertThat(page.locator("tr.selected")).containsText("ExecutionSucceeded");
    }

    // Executions inside the run.

    @Test
    void the_children_of_a_distributed_Map_are_listed_and_looked_into() {
        Page page = show(store(SPREAD, "{ \"list\": [1, 2, 3] }", WORKER), "");

        assertThat(page.locator(".started"))
                .containsText("3 children: 2 succeeded, 1 failed. At most 2 at once");
        assertThat(page.locator(".started tbody tr").first()).containsText("FAILED");
        assertThat(page.locator(".started tbody tr").first()).containsText("Broken");
        page.locator(".started tbody a").first().focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).containsText("Child execution");
        assertThat(page.locator(".ending")).containsText("Broken");
        assertThat(page.locator(".call")).hasCount(1);
        page.locator("#run-graph [data-state=Work]").click();
        assertThat(page.locator("#event-title")).hasText("Work");
        assertThat(page.locator(".stages")).containsText("Failed here");
        assertThat(page).hasURL(Pattern.compile("execution\\?arn=.*&e=2$"));
        page.locator("#step-first").click();
        assertThat(page.locator("tr.selected")).containsText("ExecutionStarted");
        ChromiumBrowser.keepScreenshot(page, "run-child");
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
    }

    @Test
    void an_execution_that_a_task_started_is_listed_and_looked_into() {
        Page page = show(store(CALLER, "{}", CALLED), "");

        assertThat(page.locator(".started")).containsText("Executions of other state machines");
        page.locator(".started tbody a").click();

        assertThat(page.locator(".run-title")).containsText("An execution of billing");
        page.locator("#run-graph [data-state=Rest]").click();
        assertThat(page.locator("#event-title")).hasText("Rest");
        assertThat(page.locator(".stages")).containsText("\"bill\": 7");
        page.locator(".run-title a").first().click();
        assertThat(page.locator("#event-title")).hasText("The execution");
    }

    // Hostile names.

    @Test
    void names_with_markup_emoji_and_80_characters_are_shown_as_they_are_and_stay_within_a_phone() {
        String markup = "<img src=x onerror=document.title=1>&amp;";
        String arabic = "🚀 مرحبا";
        String longest = "W".repeat(80);
        String definition =
                """
                { "StartAt": "%s", "States": {
                    "%s": { "Type": "Pass", "Next": "%s" },
                    "%s": { "Type": "Pass", "Next": "%s" },
                    "%s": { "Type": "Fail", "Error": "<i>E</i>", "Cause": "<script>document.title=2</script>" } } }
                """
                        .formatted(markup, markup, arabic, arabic, longest, longest);
        Page page = own(browser.page(320, 900, ColorScheme.LIGHT));
        page.navigate("/runs/" + store(definition, "{}", "{}"));
        assertThat(page.locator("#play")).isVisible();

        assertThat(page.locator("#event-title")).hasText(longest);
        assertThat(page.locator(".run-title .ending"))
                .hasText("<i>E</i>: <script>document.title=2</script>");
        for (String name : List.of(longest, arabic, markup)) {
            page.keyboard().press("Shift+ArrowLeft");
            assertThat(page.locator("tr.selected")).containsText("StateEntered");
            assertThat(page.locator("tr.selected")).containsText(name);
            assertThat(page.locator("#event-title")).hasText(name);
        }
        assertThat(page).hasTitle(Pattern.compile("^Run "));
        staysWithin(page);
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
    }

    // All of it.

    @Test
    void a_history_of_thousands_of_events_stays_usable() {
        Page page = show(store(LOOP, "{ \"until\": 1500 }", "{}"), "");

        assertThat(page.locator(".now")).containsText("of 9008");
        assertThat(page.locator("#events-frame tbody tr")).hasCount(8);
        page.locator("#events-earlier").click();
        assertThat(page.locator("#events-frame tbody tr")).hasCount(200);
        page.locator("#scrub").fill("4500");
        assertThat(page.locator("#run")).hasAttribute("data-event", "4500");
        assertThat(page.locator("tr.selected")).containsText("4500");
        Object elements = page.evaluate("() => document.querySelectorAll('*').length");
        assertThat(((Number) elements).intValue()).isLessThan(3_000);
        ChromiumBrowser.keepScreenshot(page, "run-thousands");
    }

    @Test
    void a_run_is_accessible_in_light_and_dark_and_on_a_phone() {
        String id = order();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            look(id, 1400, scheme);
        }
        look(id, 320, ColorScheme.LIGHT);
        look(approval(), 1400, ColorScheme.LIGHT);
    }

    private void look(String id, int width, ColorScheme scheme) {
        Page page = own(browser.page(width, 900, scheme));
        page.navigate("/runs/" + id + "?e=5");
        assertThat(page.locator("#play")).isVisible();
        String name = "run-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        ChromiumBrowser.keepScreenshot(page, name);

        assertThat(ChromiumBrowser.violations(page)).as(name).isEmpty();
        staysWithin(page);
        page.close();
    }

    private static void staysWithin(Page page) {
        Object overflow =
                page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("The page scrolls sideways by").isEqualTo(0);
    }
}

package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.io.IOException;
import java.util.regex.Pattern;

/** What a person does with a run beyond looking: fork, compare, approve, stop, redrive, share; in a real browser. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class RunForkJourneysTest extends RunJourney {

    // Forking.

    @Test
    void a_fork_with_a_fault_parts_from_its_parent_where_the_fault_hits() {
        Page page = show(order(), "?e=6");

        page.locator(".fork-kinds summary").nth(1).click();
        page.locator("#fork-target").selectOption("charge");
        page.locator("#fork-error").fill("CardDeclined");
        ChromiumBrowser.keepScreenshot(page, "run-fork");
        page.getByText("Fork with this fault").click();

        assertThat(page).hasURL(Pattern.compile("/vs/"));
        assertThat(page.locator(".origin"))
                .containsText("call 2 of charge fails with CardDeclined");
        assertThat(page.locator(".run-title .ending"))
                .containsText("One is SUCCEEDED, the other FAILED");
        assertThat(page.locator("tr.first-difference")).containsText("LambdaFunctionSucceeded");
        assertThat(page.locator("tr.selected.first-difference")).hasCount(1);
        ChromiumBrowser.keepScreenshot(page, "run-comparison");
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
        page.getByText("Second run", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(page.locator(".origin")).containsText("Forked from run");
    }

    @Test
    void a_fork_with_another_input_of_a_state_leaves_what_came_before_as_it_was() {
        Page page = show(order(), "?e=1");
        page.locator("#run-graph [data-state=Tell]").click();
        assertThat(page.locator("#event-title")).hasText("Tell");

        page.locator(".fork-kinds summary").first().click();
        page.locator("#fork-input").fill("{\"note\": \"another\"}");
        page.getByText("Fork with this input").click();

        assertThat(page.locator(".origin")).containsText("Tell is entered with another input");
        assertThat(page.locator("tr.first-difference")).containsText("TaskStateEntered in Tell");
        assertThat(page.locator(".pair").last()).containsText("another");
    }

    @Test
    void a_fork_with_another_approval_is_made_by_keyboard_alone() {
        Page page = show(approval(), "");
        page.getByText("Approve", new Page.GetByTextOptions().setExact(true)).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".status")).containsText("SUCCEEDED");

        page.keyboard().press("Home");
        assertThat(page.locator("#run")).hasAttribute("data-event", "1");
        page.locator(".fork-kinds summary").nth(2).focus();
        page.keyboard().press("Enter");
        page.locator("#fork-answer").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#fork-answer")).hasValue("reject");
        page.getByText("Fork with this answer").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator(".origin")).containsText("Ask is rejected");
        assertThat(page.locator(".status").nth(1)).containsText("FAILED");
        assertThat(page.locator("tr.first-difference")).containsText("TaskSucceeded");
    }

    @Test
    void a_fork_that_cannot_be_says_why_and_keeps_the_page() {
        Page page = show(order(), "?e=8");

        page.locator(".fork-kinds summary").nth(1).click();
        page.locator("#fork-target").selectOption("charge");
        assertThat(page.locator("#fork-number")).hasValue("3");
        page.locator("#fork-number").fill("1");
        page.getByText("Fork with this fault").click();

        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Call 1 of charge was made before event 8. Choose call 3");
        browser.complaints().removeIf(it -> it.contains("422"));
    }

    // Live.

    @Test
    void two_open_tabs_both_follow_when_somebody_approves() {
        String id = approval();
        Page first = show(id, "");
        Page second = first.context().newPage();
        second.navigate("/runs/" + id);
        assertThat(second.locator("html")).hasAttribute("data-live", "");

        first.getByText("Approve", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(first.locator(".status")).containsText("SUCCEEDED");
        assertThat(second.locator(".status")).containsText("SUCCEEDED");
        assertThat(second.locator("tr.selected")).containsText("ExecutionSucceeded");
        assertThat(second.locator(".decision")).hasCount(0);
    }

    @Test
    void a_run_is_stopped_and_redriven() {
        Page page = show(approval(), "");

        page.getByText("Stop the execution").click();
        assertThat(page.locator(".status")).containsText("ABORTED");
        assertThat(page.locator("tr.selected")).containsText("ExecutionAborted");

        page.getByText("Redrive from where it stopped").click();
        assertThat(page.locator(".status")).containsText("RUNNING");
        assertThat(page.locator("#events-frame")).containsText("ExecutionRedriven");
        page.getByText("Reject", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".status")).containsText("FAILED");
    }

    // Sharing.

    @Test
    void whoever_has_the_link_can_look_and_fork_but_not_act() {
        String id = approval();
        Page stranger = browser.page();

        stranger.navigate("/runs/" + id + "?e=3");

        assertThat(stranger.locator(".shared-note")).containsText("started in another browser");
        assertThat(stranger.locator("tr.selected")).containsText("TaskScheduled");
        assertThat(stranger.locator("button[value=approve]")).hasCount(0);
        assertThat(stranger.locator("button[value=stop]")).hasCount(0);
    }

    @Test
    void the_history_is_exported_as_JSON() throws IOException {
        Page page = show(order(), "");

        var download = page.waitForDownload(() -> page.getByText("export the history").click());

        var events =
                new ObjectMapper()
                        .readTree(download.createReadStream().readAllBytes())
                        .path("events");
        assertThat(events.get(0).path("type").asText()).isEqualTo("ExecutionStarted");
        assertThat(events.get(1).path("stateEnteredEventDetails").path("name").asText())
                .isEqualTo("Charge");
    }
}

package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** An execution that a program started, watched and answered in a real browser. */
@QuarkusTest
@EnabledIf(
        value = "aBrowserIsHereOrRequired",
        disabledReason =
                "No Chromium is on this machine, so the journeys in a browser were not walked.")
class LiveJourneysTest extends RunJourney {
    private static final String ACCOUNT = "arn:aws:states:us-east-1:111111111111:";

    private static final String DEFINITION =
            """
            { "StartAt": "Order", "States": {
                "Order": { "Type": "Pass", "Parameters": { "total": 250 }, "Next": "Work" },
                "Work": { "Type": "Task", "Resource": "arn:aws:states:us-east-1:111111111111:activity:watched-work",
                    "Next": "Done" },
                "Done": { "Type": "Succeed" } } }
            """;

    @Test
    void a_program_s_execution_is_followed_looked_into_and_stopped_and_redriven_in_two_tabs() {
        String arn = start("followed");
        Page first = browser.page();
        first.navigate("/cli/execution?arn=" + arn);
        Page second = first.context().newPage();
        second.navigate("/cli/execution?arn=" + arn);
        assertThat(first.locator("html")).hasAttribute("data-live", "");
        assertThat(second.locator("html")).hasAttribute("data-live", "");
        assertThat(second.locator(".decision")).containsText("Work waits");
        ChromiumBrowser.keepScreenshot(first, "live-waiting");
        assertThat(ChromiumBrowser.violations(first)).isEmpty();

        first.locator("button[value=stop]").click();

        assertThat(second.locator(".status")).containsText("ABORTED");
        second.locator("#run-graph [data-state=Order]").click();
        assertThat(second.locator("#event-title")).hasText("Order");
        assertThat(second.locator(".stages")).containsText("\"total\": 250");
        assertThat(second).hasURL(java.util.regex.Pattern.compile("arn=.*&e=2$"));

        first.locator("button[value=redrive]").focus();
        first.keyboard().press("Enter");
        assertThat(second.locator(".status")).containsText("RUNNING");
        assertThat(second.locator("#event-title")).hasText("Order");
    }

    @Test
    void whoever_watches_can_answer_the_task_there() {
        String arn = start("answered");
        Page page = browser.page(1300, 900, ColorScheme.DARK);
        page.navigate("/cli/execution?arn=" + arn);
        assertThat(page.locator(".decision")).containsText("Work waits");

        page.locator("button[value=approve]").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator(".status")).containsText("SUCCEEDED");
        assertThat(page.locator("tr.selected")).containsText("ExecutionSucceeded");
        assertThat(page.locator("[data-part=data]")).containsText("\"approved\": true");
        assertThat(ChromiumBrowser.violations(page)).isEmpty();
    }

    private static String start(String name) {
        call("CreateActivity", "{\"name\": \"watched-work\"}");
        call(
                "CreateStateMachine",
                "{\"name\": \"%s\", \"roleArn\": \"arn:aws:iam::111111111111:role/r\", \"definition\": %s}"
                        .formatted(name, quoted(DEFINITION)));
        call(
                "StartExecution",
                "{\"stateMachineArn\": \"%sstateMachine:%s\", \"name\": \"one\"}"
                        .formatted(ACCOUNT, name));
        return ACCOUNT + "execution:" + name + ":one";
    }

    private static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }

    private static void call(String operation, String body) {
        given().header("X-Amz-Target", "AWSStepFunctions." + operation)
                .body(body)
                .post("/aws")
                .then()
                .statusCode(200);
    }
}

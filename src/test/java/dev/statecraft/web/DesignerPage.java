package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

import java.util.regex.Pattern;

/** The designer as somebody with a mouse or a keyboard meets it. */
final class DesignerPage {
    static final String ORDER =
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

    private DesignerPage() {}

    static void pressDuplicate(Page page, String name) {
        int before = page.locator("[data-state]").count();
        page.locator(".inspector-acts").getByText("Duplicate").click();
        page.waitForCondition(() -> page.locator("[data-state]").count() > before);
        page.waitForFunction("() => document.querySelector('.station.is-selected') !== null");
    }

    static boolean stationNamed(Page page, String name) {
        return (Boolean)
                page.evaluate(
                        "name => [...document.querySelectorAll('[data-graph-pane] [data-state]')].some(it => it.dataset.state === name)",
                        name);
    }

    static void focusState(Page page, String name) {
        station(page, name).focus();
    }

    /** The server's answer is in the page, and the focus is back in the graph. */
    static void settled(Page page, Locator expected) {
        assertThat(expected).isAttached();
    }

    static Page sandbox(Page page, String definition) {
        page.navigate("/sandbox");
        page.waitForFunction(
                "() => document.querySelector('textarea[data-editor]').editor !== undefined");
        page.waitForFunction("() => document.querySelector('[data-palette]').hidden === false");
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

    static Pattern selected() {
        return Pattern.compile(".*is-selected.*");
    }

    static String text(Page page) {
        return (String)
                page.evaluate("document.querySelector('textarea[data-editor]').editor.text()");
    }

    static Locator station(Page page, String name) {
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return page.locator("[data-graph-pane] [data-state=\"" + quoted + "\"]");
    }

    static Locator line(Page page, String kind, String from, String to) {
        return page.locator(
                ".switch[data-kind='%s'][data-from=\"%s\"][data-to=\"%s\"]"
                        .formatted(kind, from, to));
    }

    static Locator piece(Page page, String name) {
        return page.locator("[data-piece='" + name + "']");
    }

    static void drag(Page page, Locator from, Locator to) {
        BoundingBox a = from.boundingBox();
        page.mouse().move(a.x + a.width / 2, a.y + a.height / 2);
        page.mouse().down();
        page.mouse().move(a.x + a.width / 2 + 10, a.y + a.height / 2 + 10);
        BoundingBox b = to.boundingBox();
        page.mouse().move(b.x + b.width / 2, b.y + b.height / 2);
        page.mouse().up();
    }
}

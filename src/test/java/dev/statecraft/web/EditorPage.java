package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import java.util.List;

/** The text of the sandbox as somebody meets it who writes rather than draws. */
final class EditorPage {
    static final String ORDER =
            """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage",
                  "Parameters": { "QueueUrl": "https://sqs.us-east-1.amazonaws.com/111111111111/charges", "MessageBody.$": "States.Format('Order {}', $.order.id)" },
                  "Next": "Large?"
                },
                "Large?": {
                  "Type": "Choice",
                  "Choices": [{ "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Ask" }],
                  "Default": "Ship"
                },
                "Ask": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.total * 2 %}", "Next": "Ship" },
                "Ship": { "Type": "Succeed" }
              }
            }
            """;

    private final Page page;

    private EditorPage(Page page) {
        this.page = page;
    }

    /** @param text the editor's first text; where a {@code ‸} stands in it, the cursor */
    static EditorPage with(Page page, String text) {
        page.navigate("/sandbox");
        page.waitForFunction(
                "() => document.querySelector('textarea[data-editor]')?.editor !== undefined");
        var editor = new EditorPage(page);
        editor.write(text);
        return editor;
    }

    /** Puts a text in the place of the one that is there, and waits until it has been checked. */
    void write(String text) {
        int cursor = text.indexOf('‸');
        awaitingCheck(
                () ->
                        page.evaluate(
                                """
                                ([text, at]) => {
                                    const area = document.querySelector('textarea[data-editor]');
                                    const { length } = area.editor.text();
                                    area.editor.apply([{ from: 0, to: length, insert: text }], at < 0 ? undefined : at);
                                }
                                """,
                                List.of(text.replace("‸", ""), cursor)));
        if (cursor >= 0) {
            content().focus();
        }
    }

    /** Does something after which the server's answer comes into the page. */
    void awaitingCheck(Runnable act) {
        page.evaluate(
                """
                () => {
                    window.checked = false;
                    document.addEventListener('definition-checked', () => { window.checked = true; }, { once: true });
                }
                """);
        act.run();
        page.waitForFunction("() => window.checked");
    }

    Page page() {
        return page;
    }

    Locator content() {
        return page.locator(".cm-content");
    }

    String text() {
        return DesignerPage.text(page);
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    void clickBar(String button) {
        page.locator(".editor-bar").getByText(button, exactly()).click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    /** Moves the mouse onto the first place where the text shows a word. */
    void pointAt(String word) {
        page.mouse().move(x(word), y(word));
    }

    void clickOn(String word) {
        page.mouse().click(x(word), y(word));
    }

    private double x(String word) {
        return place(word).get(0).doubleValue();
    }

    private double y(String word) {
        return place(word).get(1).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private List<Number> place(String word) {
        return (List<Number>)
                page.evaluate(
                        """
                        word => {
                            const tree = [...document.querySelectorAll('.text-pane > *')].find(it => it.shadowRoot).shadowRoot;
                            for (const line of tree.querySelectorAll('.cm-line')) {
                                const at = line.textContent.indexOf(word);
                                if (at < 0) continue;
                                const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                                let before = 0;
                                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                                    if (before + node.length > at) {
                                        const range = document.createRange();
                                        range.setStart(node, at - before);
                                        range.setEnd(node, at - before + 1);
                                        const box = range.getBoundingClientRect();
                                        return [box.left + box.width / 2, box.top + box.height / 2];
                                    }
                                    before += node.length;
                                }
                            }
                            throw new Error('not shown: ' + word);
                        }
                        """,
                        word);
    }

    /** What the list of completions offers, once it is there. */
    List<String> offered() {
        assertThat(page.locator(".cm-tooltip-autocomplete li").first()).isVisible();
        // The editor takes no key for the list in its first moment, so that nobody accepts by
        // chance.
        page.waitForFunction(
                "since => performance.now() - since > 150", page.evaluate("performance.now()"));
        return page.locator(".cm-tooltip-autocomplete .cm-completionLabel").allInnerTexts();
    }

    Locator notes() {
        return page.locator("#checked [data-note]");
    }

    /** How many pixels the page is wider than the window. */
    int overflow() {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }
}

package dev.statecraft.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;

import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.web.runs.Replay;
import dev.statecraft.web.runs.RunStore;

import io.quarkus.test.common.http.TestHTTPResource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A visitor with runs of their own, in a real browser. */
abstract class RunJourney {
    static final String ORDER =
            """
            { "StartAt": "Charge", "States": {
                "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                    "InputPath": "$.order", "Parameters": { "cents.$": "$.total" },
                    "ResultSelector": { "receipt.$": "$.id" }, "ResultPath": "$.paid",
                    "Assign": { "receipt.$": "$.id" },
                    "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 3600 }],
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Sorry" }], "Next": "Keep" },
                "Keep": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
                    "Parameters": { "TableName": "orders", "Item": { "id": { "S.$": "$$.Execution.Name" }, "state": { "S": "paid" } } },
                    "ResultPath": null, "Next": "Tell" },
                "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                    "Parameters": { "QueueUrl": "https://sqs.us-east-1.amazonaws.com/111111111111/done", "MessageBody.$": "$" },
                    "ResultPath": null, "End": true },
                "Sorry": { "Type": "Fail", "Error": "NotPaid" } } }
            """;

    static final String SHOP =
            """
            { "functions": { "charge": { "after": "PT1S", "returns": { "id": 7, "internal": true },
                  "fails": [{ "calls": "1", "error": "Busy", "cause": "Try again." }] } },
              "tables": { "orders": { "keys": ["id"] } },
              "queues": ["done"] }
            """;

    static final String APPROVAL =
            """
            { "StartAt": "Ask", "States": {
                "Ask": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                    "Parameters": { "FunctionName": "ask", "Payload": { "token.$": "$$.Task.Token" } },
                    "Next": "Said" },
                "Said": { "Type": "Choice", "Choices": [{ "Variable": "$.approved", "BooleanEquals": true, "Next": "Yes" }],
                    "Default": "No" },
                "Yes": { "Type": "Succeed" },
                "No": { "Type": "Fail", "Error": "Refused" } } }
            """;

    static final String OFFICE =
            """
            { "functions": { "ask": { "returns": { "sent": true } } },
              "people": { "manager": { "says": "You.", "reachedBy": ["ask"] } } }
            """;

    static final String LOOP =
            """
            { "StartAt": "Begin", "States": {
                "Begin": { "Type": "Pass", "Parameters": { "count": 0, "until.$": "$.until" }, "Next": "Enough" },
                "Enough": { "Type": "Choice", "Choices": [{ "Variable": "$.count", "NumericGreaterThanEqualsPath": "$.until", "Next": "Done" }],
                    "Default": "Pause" },
                "Pause": { "Type": "Wait", "Seconds": 60, "Next": "Add" },
                "Add": { "Type": "Pass", "Parameters": { "until.$": "$.until", "count.$": "States.MathAdd($.count, 1)" }, "Next": "Enough" },
                "Done": { "Type": "Succeed" } } }
            """;

    static final String SPREAD =
            """
            { "StartAt": "Spread", "States": {
                "Spread": { "Type": "Map", "Label": "each", "ItemsPath": "$.list", "MaxConcurrency": 2,
                    "ToleratedFailurePercentage": 50, "End": true,
                    "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                        "StartAt": "Work", "States": { "Work": { "Type": "Task", "End": true,
                            "Resource": "arn:aws:lambda:us-east-1:111111111111:function:work" } } } } } }
            """;

    static final String WORKER =
            """
            { "functions": { "work": { "returns": true, "fails": [{ "calls": "2", "error": "Broken" }] } } }
            """;

    static final String CALLER =
            """
            { "StartAt": "Bill", "States": { "Bill": { "Type": "Task", "End": true,
                "Resource": "arn:aws:states:::states:startExecution.sync:2",
                "Parameters": { "Input": { "bill": 7 },
                    "StateMachineArn": "arn:aws:states:us-east-1:111111111111:stateMachine:billing" } } } }
            """;

    static final String CALLED =
            """
            { "stateMachines": { "billing": { "definition": {
                "StartAt": "Rest", "States": { "Rest": { "Type": "Wait", "Seconds": 5, "End": true } } } } } }
            """;

    @TestHTTPResource("/")
    URL server;

    @Inject RunStore runs;

    final String learner = Visitor.randomId();
    ChromiumBrowser browser;

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
        assertThat(complaints).isEmpty();
    }

    Page show(String id, String query) {
        Page page = own(browser.page());
        page.navigate("/runs/" + id + query);
        // The page is live when its player is.
        assertThat(page.locator("#play")).isVisible();
        return page;
    }

    Page own(Page page) {
        page.context()
                .addCookies(List.of(new Cookie("learner", learner).setUrl(server.toString())));
        return page;
    }

    String order() {
        return store(ORDER, "{ \"order\": { \"total\": 250 } }", SHOP);
    }

    String approval() {
        return store(APPROVAL, "{}", OFFICE);
    }

    String store(String definition, String input, String world) {
        return runs.store(
                learner,
                new RunStore.Causes(
                        Optional.empty(),
                        definition,
                        input,
                        Replay.json(world),
                        FaultPlan.NONE,
                        Map.of(),
                        7));
    }
}

package dev.statecraft.diagram;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Definitions that show what a drawing can do. */
final class Samples {

    /** Every kind of state, track and yard in one order process. */
    static final String ORDER =
            """
            { "StartAt": "Reserve stock", "States": {
                "Reserve stock": { "Type": "Task", "Next": "Large order?",
                    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:reserve" },
                "Large order?": { "Type": "Choice", "Default": "Charge", "Choices": [
                    { "Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Ask a person" },
                    { "Variable": "$.gift", "BooleanEquals": true, "Next": "Wrap" } ] },
                "Ask a person": { "Type": "Task", "Next": "Charge",
                    "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                    "Catch": [{ "ErrorEquals": ["States.Timeout"], "Next": "Release stock" }] },
                "Wrap": { "Type": "Pass", "Next": "Charge" },
                "Charge": { "Type": "Task", "Next": "Deliver",
                    "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "charge" },
                    "ResultSelector": { "lines.$": "$.Payload.lines" },
                    "Retry": [{ "ErrorEquals": ["Payment.Busy"], "MaxAttempts": 4 }],
                    "Catch": [{ "ErrorEquals": ["Payment.Declined"], "Next": "Release stock" },
                              { "ErrorEquals": ["States.ALL"], "Next": "Failed" }] },
                "Deliver": { "Type": "Parallel", "ResultPath": null, "Next": "Wait a day",
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Failed" }],
                    "Branches": [
                        { "StartAt": "Pick", "States": {
                            "Pick": { "Type": "Task", "Next": "Ship",
                                "Resource": "arn:aws:lambda:us-east-1:111122223333:function:pick" },
                            "Ship": { "Type": "Task", "End": true,
                                "Resource": "arn:aws:lambda:us-east-1:111122223333:function:ship" } } },
                        { "StartAt": "Each line", "States": {
                            "Each line": { "Type": "Map", "ItemsPath": "$.lines", "End": true,
                                "ItemProcessor": { "StartAt": "Invoice", "States": {
                                    "Invoice": { "Type": "Task", "End": true,
                                        "Resource": "arn:aws:lambda:us-east-1:111122223333:function:invoice",
                                        "Retry": [{ "ErrorEquals": ["States.ALL"] }] } } } } } },
                        { "StartAt": "Thank", "States": {
                            "Thank": { "Type": "Task", "End": true, "Resource": "arn:aws:states:::sns:publish" } } } ] },
                "Wait a day": { "Type": "Wait", "Seconds": 86400, "Next": "Ask carrier" },
                "Ask carrier": { "Type": "Task", "Next": "Delivered?",
                    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:track" },
                "Delivered?": { "Type": "Choice", "Default": "Wait a day", "Choices": [
                    { "Variable": "$.delivered", "BooleanEquals": true, "Next": "Done" } ] },
                "Done": { "Type": "Succeed" },
                "Release stock": { "Type": "Task", "Next": "Failed",
                    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:release" },
                "Failed": { "Type": "Fail", "Error": "Order.Failed" } } }
            """;

    private Samples() {}

    /** A line of so many states with a choice and a catcher in every ten. */
    static String line(int states) {
        return IntStream.range(0, states)
                .mapToObj(i -> "\"S%d\": { %s }".formatted(i, state(i, states)))
                .collect(Collectors.joining(",", "{ \"StartAt\": \"S0\", \"States\": {", "} }"));
    }

    private static String state(int i, int states) {
        String next = i == states - 1 ? "\"End\": true" : "\"Next\": \"S%d\"".formatted(i + 1);
        int far = Math.min(states - 1, i + 3);
        return switch (i % 10) {
            case 3 ->
                    """
                    "Type": "Choice", "Default": "S%d",
                    "Choices": [{ "Variable": "$.x", "NumericGreaterThan": %d, "Next": "S%d" }]
                    """
                            .formatted(far, i, i + 1);
            case 6 ->
                    """
                    "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f%d", %s,
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "S%d" }]
                    """
                            .formatted(i, next, far);
            default -> "\"Type\": \"Pass\", " + next;
        };
    }
}

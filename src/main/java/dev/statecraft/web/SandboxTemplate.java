package dev.statecraft.web;

import java.util.List;
import java.util.Optional;

/** Something to start from on the sandbox page. */
record SandboxTemplate(String name, String title, String definition, String input, String world) {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111111111111:function:";

    static final List<SandboxTemplate> ALL =
            List.of(
                    new SandboxTemplate(
                            "hello",
                            "Hello",
                            """
                    {
                      "StartAt": "Greet",
                      "States": {
                        "Greet": {
                          "Type": "Pass",
                          "Parameters": { "greeting.$": "States.Format('Hello, {}', $.name)" },
                          "End": true
                        }
                      }
                    }
                    """,
                            "{\"name\": \"Ada\"}",
                            "{}"),
                    new SandboxTemplate(
                            "task",
                            "A task with retry and catch",
                            """
                    {
                      "StartAt": "Fetch",
                      "States": {
                        "Fetch": {
                          "Type": "Task",
                          "Resource": "%sfetch",
                          "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 3 }],
                          "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Sorry" }],
                          "Next": "Done"
                        },
                        "Done": { "Type": "Succeed" },
                        "Sorry": { "Type": "Fail", "Error": "FetchFailed" }
                      }
                    }
                    """
                                    .formatted(FUNCTION),
                            "{\"id\": 7}",
                            """
                    {
                      "functions": {
                        "fetch": {
                          "says": "Busy for the first two calls.",
                          "after": "PT1S",
                          "returns": { "id.$": "$.id", "found": true },
                          "fails": [{ "calls": "1-2", "error": "Busy", "cause": "Try again." }]
                        }
                      }
                    }
                    """
                                    .strip()),
                    new SandboxTemplate(
                            "loop",
                            "A loop that counts",
                            """
                    {
                      "StartAt": "Begin",
                      "States": {
                        "Begin": { "Type": "Pass", "Result": 0, "ResultPath": "$.count", "Next": "Enough" },
                        "Enough": {
                          "Type": "Choice",
                          "Choices": [{ "Variable": "$.count", "NumericGreaterThanEqualsPath": "$.until", "Next": "Done" }],
                          "Default": "Pause"
                        },
                        "Pause": { "Type": "Wait", "Seconds": 3600, "Next": "Add" },
                        "Add": {
                          "Type": "Pass",
                          "Parameters": { "until.$": "$.until", "count.$": "States.MathAdd($.count, 1)" },
                          "Next": "Enough"
                        },
                        "Done": { "Type": "Succeed" }
                      }
                    }
                    """,
                            "{\"until\": 5}",
                            "{}"),
                    new SandboxTemplate(
                            "map",
                            "A Map over a list",
                            """
                    {
                      "StartAt": "Each",
                      "States": {
                        "Each": {
                          "Type": "Map",
                          "ItemsPath": "$.names",
                          "ItemProcessor": {
                            "StartAt": "Greet",
                            "States": {
                              "Greet": { "Type": "Task", "Resource": "%sgreet", "End": true }
                            }
                          },
                          "End": true
                        }
                      }
                    }
                    """
                                    .formatted(FUNCTION),
                            "{\"names\": [\"Ada\", \"Ben\", \"Cleo\"]}",
                            """
                    {
                      "functions": {
                        "greet": { "after": "PT2S", "returns": { "text.$": "States.Format('Hello, {}', $)" } }
                      }
                    }
                    """
                                    .strip()));

    static Optional<SandboxTemplate> named(String name) {
        return ALL.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}

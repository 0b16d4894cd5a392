package dev.statecraft.editing.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.Notation;
import dev.statecraft.editing.TextEdit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Does hundreds of operations one after the other, drawn with a fixed seed, as a person who tries everything would: whatever was
 * done, the definition can still be read, has no error that it did not have before, and what was done can be undone.
 */
class RandomWalkTest {
    private static final int STEPS = 300;
    private static final int MAX_LENGTH = 6_000;

    private static final String JSONPATH =
            """
            {
              "Comment": "Charges, packs and ships an order",
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task", "Next": "Both", "ResultPath": "$.charge",
                  "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                  "Assign": { "order.$": "$.order" },
                  "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 2 }, { "ErrorEquals": ["States.ALL"] }],
                  "Catch": [{ "ErrorEquals": ["Declined"], "Next": "Sorry", "Assign": { "why.$": "$.Cause" } },
                            { "ErrorEquals": ["States.ALL"], "Next": "Sorry" }]
                },
                "Both": { "Type": "Parallel", "Next": "Large?", "Branches": [
                    { "StartAt": "Mail", "States": { "Mail": { "Type": "Pass", "End": true } } },
                    { "StartAt": "Pack", "States": {
                        "Pack": { "Type": "Pass", "Next": "Label", "Assign": { "box": 1 } },
                        "Label": { "Type": "Pass", "Parameters": { "box.$": "$box" }, "End": true } } }] },
                "Large?": { "Type": "Choice", "Default": "Each",
                    "Choices": [{ "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Sorry" },
                                { "And": [{ "Variable": "$.gift", "IsPresent": true },
                                          { "Not": { "Variable": "$.gift", "StringEquals": "no" } }],
                                  "Next": "Each" }] },
                "Each": {
                  "Type": "Map", "Label": "Each", "Next": "Ship", "ItemsPath": "$.items",
                  "ItemProcessor": {
                    "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                    "StartAt": "One", "States": { "One": { "Type": "Wait", "Seconds": 5, "End": true } } }
                },
                "Ship": { "Type": "Pass", "End": true },
                "Sorry": { "Type": "Fail", "Error": "Sorry" }
              }
            }
            """;

    private static final String JSONATA =
            """
            { "QueryLanguage": "JSONata", "StartAt": "Read", "States": {
                "Read": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": { "FunctionName": "read", "Payload": "{% $states.input %}" },
                    "Assign": { "total": "{% $states.result.Payload.total %}" }, "Next": "Again?",
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Broken", "Assign": { "total": 0 } }] },
                "Again?": { "Type": "Choice", "Default": "All",
                    "Choices": [{ "Condition": "{% $total < 3 %}", "Next": "Pause", "Assign": { "total": 3 } },
                                { "Condition": "{% $total > 9 %}", "Next": "Broken" }] },
                "Pause": { "Type": "Wait", "Seconds": "{% $total %}", "Next": "Read" },
                "All": { "Type": "Map", "Items": "{% [1..$total] %}", "Next": "Fine",
                    "ItemProcessor": { "StartAt": "Item", "States": {
                        "Item": { "Type": "Pass", "Assign": { "item": "{% $states.input %}" }, "Next": "Note" },
                        "Note": { "Type": "Pass", "Output": "{% $item %}", "End": true } } } },
                "Fine": { "Type": "Succeed" },
                "Broken": { "Type": "Fail" } } }
            """;

    private static final String YAML =
            """
            # the whole of it
            StartAt: Ask
            States:
              Ask:
                # a person answers
                Type: Task
                Resource: arn:aws:states:::lambda:invoke.waitForTaskToken
                Parameters:
                  FunctionName: ask
                  Payload: { token.$: $$.Task.Token }
                Assign:
                  asked: true
                Catch:
                  # nobody did
                  - ErrorEquals: [States.Timeout]
                    Next: No
                  - ErrorEquals:
                      - States.ALL
                    Next: No
                Next: Yes?
              Yes?:
                Type: Choice
                Choices:
                - Variable: $.yes # or not
                  BooleanEquals: true
                  Next: Both
                Default: No
              Both:
                Type: Parallel
                Branches:
                  - StartAt: Left
                    States:
                      Left:
                        Type: Pass
                        End: true
                  - StartAt: Right # the other
                    States:
                      Right:
                        Type: Wait
                        Seconds: 1
                        End: true
                End: true
              "No":
                Type: Fail
                Cause: >
                  They said no,
                  or nothing.
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void through_JSONPath(long seed) {
        walk(JSONPATH, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void through_JSONata(long seed) {
        walk(JSONATA, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void through_YAML(long seed) {
        walk(YAML, seed);
    }

    private static void walk(String start, long seed) {
        assertThat(Board.errors(start)).isEmpty();
        var walker = new Walker(seed);
        String text = start;
        for (int step = 0; step < STEPS; step++) {
            Operation operation = walker.next(text);
            if (DrawingBoard.of(text).perform(operation) instanceof Change.Done done) {
                String after = TextEdit.apply(text, done.edits());
                String trail = "step %d: %s%n%s%n=>%n%s".formatted(step, operation, text, after);
                assertThat(TextEdit.apply(after, inverse(text, done.edits())))
                        .as(trail)
                        .isEqualTo(text);
                assertThat(Notation.of(after)).as(trail).isEqualTo(Notation.of(text));
                List<String> errors = new ArrayList<>(Board.errors(Slots.in(after).text()));
                boolean leavesStatesBehind = errors.removeIf(RandomWalkTest::isOfADraft);
                assertThat(errors).as(trail).isEmpty();
                assertThat(leavesStatesBehind && !Walker.takesLines(operation)).as(trail).isFalse();
                text = leavesStatesBehind || after.length() > MAX_LENGTH ? text : after;
            }
        }
    }

    /** Who takes a line away asks for a state that no path leads to, or that leads to no end; the walk goes on without. */
    private static boolean isOfADraft(String error) {
        return error.contains("is not reachable") || error.contains("has no terminal state");
    }

    /** What undoes edits of a text, in offsets of the text that they make. */
    private static List<TextEdit> inverse(String text, List<TextEdit> edits) {
        List<TextEdit> inverse = new ArrayList<>();
        int moved = 0;
        for (TextEdit edit :
                edits.stream().sorted(Comparator.comparingInt(TextEdit::from)).toList()) {
            int from = edit.from() + moved;
            inverse.add(
                    new TextEdit(
                            from,
                            from + edit.insert().length(),
                            text.substring(edit.from(), edit.to())));
            moved += edit.insert().length() - (edit.to() - edit.from());
        }
        return inverse;
    }
}

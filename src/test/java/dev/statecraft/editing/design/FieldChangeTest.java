package dev.statecraft.editing.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldChangeTest {
    private static final String LINE =
            """
            { "StartAt": "A", "States": {
                "A": { "Type": "Pass", "Next": "B" },
                "B": { "Type": "Pass", "Next": "C" },
                "C": { "Type": "Pass", "End": true } } }
            """;

    private static final String ORDER =
            """
            { "StartAt": "Charge", "States": {
                "Charge": { "Type": "Task", "Next": "Both",
                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Sorry" }] },
                "Both": { "Type": "Parallel", "Next": "Large?", "Branches": [
                    { "StartAt": "Mail", "States": { "Mail": { "Type": "Pass", "End": true } } },
                    { "StartAt": "Pack", "States": { "Pack": { "Type": "Pass", "End": true } } }] },
                "Large?": { "Type": "Choice", "Default": "Ship",
                    "Choices": [{ "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Sorry" },
                                { "Variable": "$.gift", "IsPresent": true, "Next": "Ship" }] },
                "Ship": { "Type": "Pass", "End": true },
                "Sorry": { "Type": "Fail" } } }
            """;

    @Test
    void one_value_changes_and_nothing_else() {
        String result =
                Board.with(ORDER)
                        .then(set("Charge", "/Catch/0/ErrorEquals", Input.NAMES, "Busy, Late"))
                        .valid();

        assertThat(result).isEqualTo(ORDER.replace("[\"States.ALL\"]", "[\"Busy\", \"Late\"]"));
    }

    @Test
    void an_emptied_field_goes() {
        String result =
                Board.with(ORDER)
                        .then(set("Sorry", "/Cause", Input.TEXT, "No stock"))
                        .then(set("Sorry", "/Cause", Input.TEXT, " "))
                        .valid();

        assertThat(result).isEqualTo(ORDER);
    }

    @Test
    void what_is_not_JSON_yet_changes_nothing() {
        assertThat(
                        Board.with(ORDER)
                                .then(set("Ship", "/Parameters", Input.JSON, "{ \"a\": "))
                                .problem())
                .startsWith("This is not JSON yet, so the definition keeps what it had.");
    }

    @Test
    void what_is_no_number_is_left_to_the_rules_of_the_language() {
        String result =
                Board.with(ORDER)
                        .then(set("Charge", "/TimeoutSeconds", Input.NUMBER, "soon"))
                        .result();

        assertThat(result).contains("\"TimeoutSeconds\": \"soon\"");
        assertThat(Board.errors(result)).isNotEmpty();
    }

    @Test
    void objects_around_a_field_are_made() {
        String result =
                Board.with(LINE)
                        .then(new Operation.WrapInMap("A"))
                        .then(
                                set(
                                        "For each item",
                                        "/ItemProcessor/ProcessorConfig/ExecutionType",
                                        Input.CHOICE,
                                        "STANDARD"))
                        .result();

        assertThat(result).contains("\"ExecutionType\": \"STANDARD\"");
    }

    @Test
    void rules_change_places() {
        String result =
                Board.with(ORDER).then(new Operation.Shift("Large?", "/Choices/0", 1)).valid();

        assertThat(result.indexOf("$.gift")).isLessThan(result.indexOf("$.total"));
        String back =
                Board.with(result).then(new Operation.Shift("Large?", "/Choices/1", -1)).valid();
        assertThat(back.indexOf("$.total")).isLessThan(back.indexOf("$.gift"));
    }

    @Test
    void a_comparison_keeps_its_operand_under_another_operator() {
        String result =
                Board.with(ORDER)
                        .then(new Operation.Compare("Large?", "/Choices/0", "StringEquals"))
                        .valid();

        assertThat(result).contains("\"StringEquals\": \"100\"");
    }

    @Test
    void comparisons_are_combined_and_parted_again() {
        var both = Board.with(ORDER).then(new Operation.Combine("Large?", "/Choices/0", "And"));
        String more =
                both.then(new Operation.Append("Large?", "/Choices/0/And"))
                        .then(new Operation.Combine("Large?", "/Choices/0", "Or"))
                        .valid();
        String one = both.then(new Operation.Combine("Large?", "/Choices/0", "")).valid();

        assertThat(more).contains("\"Or\": [").contains("$.value");
        assertThat(one).isEqualTo(ORDER);
    }

    private static Operation set(String state, String pointer, Input input, String text) {
        return new Operation.Set(state, pointer, input, text);
    }

    @Test
    void a_catcher_of_YAML_takes_its_comment_along() {
        String yaml =
                """
                StartAt: Ask
                States:
                  Ask:
                    Type: Task
                    Resource: arn:aws:states:::lambda:invoke
                    Catch:
                      # nobody did
                      - ErrorEquals: [States.Timeout]
                        Next: No
                      # they said so
                      - ErrorEquals:
                          - Refused # in words
                        Next: No
                    End: true
                  "No":
                    Type: Fail
                """;

        String result = Board.with(yaml).then(new Operation.Shift("Ask", "/Catch/1", -1)).valid();

        assertThat(result)
                .containsSubsequence(
                        "      # they said so\n      - ErrorEquals:\n          - Refused # in words\n        Next: No\n",
                        "      # nobody did\n      - ErrorEquals: [States.Timeout]\n        Next: No\n    End: true");
    }
}

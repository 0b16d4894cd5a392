package dev.statecraft.editing.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemovalTest {

    @Test
    void the_neighbours_are_joined_and_nothing_else_changes() {
        String text =
                """
                {
                  "StartAt": "Take",
                  "States": {
                    "Take": { "Type": "Pass", "Next": "Check" },
                    "Check":   { "Type": "Pass",   "Next": "Ship" },
                    "Ship": { "Type": "Pass", "End": true }
                  }
                }
                """;

        var board = Board.with(text).then(new Operation.Delete("Check"));

        assertThat(board.valid())
                .isEqualTo(
                        """
                        {
                          "StartAt": "Take",
                          "States": {
                            "Take": { "Type": "Pass", "Next": "Ship" },
                            "Ship": { "Type": "Pass", "End": true }
                          }
                        }
                        """);
        assertThat(board.selected()).isEqualTo("Take");
    }

    @Test
    void the_last_state_s_line_ends_before_it() {
        String result = Board.with(line("Take", "Ship")).then(new Operation.Delete("Ship")).valid();

        assertThat(result).contains("\"Take\": { \"Type\": \"Pass\", \"End\": true }");
    }

    @Test
    void the_first_state_hands_the_start_on() {
        String result = Board.with(line("Take", "Ship")).then(new Operation.Delete("Take")).valid();

        assertThat(result).contains("\"StartAt\": \"Ship\"");
    }

    @Test
    void a_rule_whose_line_would_end_leads_to_a_Succeed_state() {
        String text =
                """
                { "StartAt": "Which?", "States": {
                    "Which?": { "Type": "Choice", "Default": "Last",
                        "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Other" }] },
                    "Last": { "Type": "Pass", "End": true },
                    "Other": { "Type": "Pass", "End": true } } }
                """;

        String result = Board.with(text).then(new Operation.Delete("Last")).valid();

        assertThat(result).contains("\"Default\": \"Done\"").contains("\"Done\"");
    }

    @Test
    void a_catcher_goes_with_the_Fail_state_that_it_led_to() {
        String text =
                """
                { "StartAt": "Charge", "States": {
                    "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                        "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Failed" }], "End": true },
                    "Failed": { "Type": "Fail" } } }
                """;

        String result = Board.with(text).then(new Operation.Delete("Failed")).valid();

        assertThat(result).doesNotContain("Catch").doesNotContain("Failed");
    }

    @Test
    void the_only_rule_of_a_Choice_keeps_the_state_that_it_leads_to() {
        String text =
                """
                { "StartAt": "Which?", "States": {
                    "Which?": { "Type": "Choice", "Default": "Good",
                        "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Bad" }] },
                    "Good": { "Type": "Succeed" }, "Bad": { "Type": "Fail" } } }
                """;

        assertThat(Board.with(text).then(new Operation.Delete("Bad")).problem())
                .isEqualTo(
                        "\"Which?\" needs at least one rule, and its only ones lead to \"Bad\". Let a rule lead elsewhere first.");
    }

    @Test
    void the_only_state_leaves_an_empty_place_that_takes_another() {
        String text =
                "{ \"StartAt\": \"Only\", \"States\": { \"Only\": { \"Type\": \"Succeed\" } } }";

        var empty = Board.with(text).then(new Operation.Delete("Only"));
        String refilled = empty.then(new Operation.Insert("pass", new Place.In(""))).valid();

        assertThat(empty.result()).contains("\"StartAt\": \"\", \"States\": {}");
        assertThat(refilled).contains("\"StartAt\": \"Reshape\"");
    }

    @Test
    void a_loop_of_its_own_goes_with_the_state() {
        String text =
                """
                { "StartAt": "Take", "States": {
                    "Take": { "Type": "Pass", "Next": "Try" },
                    "Try": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:try",
                        "Catch": [{ "ErrorEquals": ["Busy"], "Next": "Try" }], "Next": "Ship" },
                    "Ship": { "Type": "Pass", "End": true } } }
                """;

        String result = Board.with(text).then(new Operation.Delete("Try")).valid();

        assertThat(result).contains("\"Next\": \"Ship\"").doesNotContain("Try");
    }

    @Test
    void comments_of_YAML_around_it_stay() {
        String yaml =
                """
                StartAt: Take
                States:
                  Take:
                    Type: Pass
                    Next: Check # to be sure
                  Check:
                    Type: Pass
                    Next: Ship
                  # out it goes
                  Ship:
                    Type: Pass
                    End: true
                """;

        assertThat(Board.with(yaml).then(new Operation.Delete("Check")).valid())
                .isEqualTo(
                        """
                        StartAt: Take
                        States:
                          Take:
                            Type: Pass
                            Next: Ship # to be sure
                          # out it goes
                          Ship:
                            Type: Pass
                            End: true
                        """);
    }

    @Test
    void a_state_that_is_gone_is_said_to_be_gone() {
        assertThat(Board.with(line("Take", "Ship")).then(new Operation.Delete("ship")).problem())
                .isEqualTo("The text has no state named \"ship\" any more.");
    }

    private static String line(String first, String second) {
        return """
        { "StartAt": "%s", "States": {
            "%s": { "Type": "Pass", "Next": "%s" },
            "%s": { "Type": "Pass", "End": true } } }
        """
                .formatted(first, first, second, second);
    }
}

package dev.statecraft.grading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.util.List;

class MutantTest {

    @Test
    void a_mistake_is_placed_in_the_entry_of_the_state_that_it_was_made_in() throws Exception {
        List<String> changes =
                changes(
                        """
                        { "StartAt": "Charge", "States": {
                          "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                            "Retry": [ { "ErrorEquals": ["Busy"], "MaxAttempts": 1 },
                                       { "ErrorEquals": ["Lost"], "MaxAttempts": 3 } ],
                            "Catch": [ { "ErrorEquals": ["Declined"], "Next": "Stop" } ], "End": true },
                          "Stop": { "Type": "Fail" } } }
                        """);

        assertThat(changes)
                .contains(
                        "in the first retrier of Charge, `MaxAttempts` is 2 instead of 1",
                        "in the second retrier of Charge, `MaxAttempts` is 4 instead of 3",
                        "in the catcher of Charge, `ErrorEquals` is `[\"States.ALL\"]`",
                        "in Charge, `Catch` is left out");
    }

    @Test
    void a_state_may_have_the_name_of_a_field() throws Exception {
        List<String> changes =
                changes(
                        """
                        { "StartAt": "Retry", "States": { "Retry": { "Type": "Map", "ItemProcessor": {
                            "StartAt": "Catch", "States": { "Catch": { "Type": "Wait", "Seconds": 5, "End": true } } },
                            "MaxConcurrency": 2, "End": true } } }
                        """);

        assertThat(changes)
                .contains(
                        "in Catch, `Seconds` is 6 instead of 5",
                        "in Retry, `MaxConcurrency` is 3 instead of 2");
    }

    private static List<String> changes(String definition) throws Exception {
        return Mutant.of(new ObjectMapper().readTree(definition)).stream()
                .map(Mutant::change)
                .toList();
    }
}

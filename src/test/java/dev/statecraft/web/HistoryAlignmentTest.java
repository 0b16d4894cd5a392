package dev.statecraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.AslParser;
import dev.statecraft.engine.Execution;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.web.runs.HistoryAlignment;
import dev.statecraft.web.runs.Replay;

import org.junit.jupiter.api.Test;

import java.util.List;

class HistoryAlignmentTest {

    @Test
    void a_run_beside_itself_has_no_difference() {
        HistoryAlignment alignment =
                HistoryAlignment.of(execute("{\"way\": \"left\"}"), execute("{\"way\": \"left\"}"));

        assertThat(alignment.firstDifference()).isEmpty();
        assertThat(alignment.rows()).allMatch(HistoryAlignment.Row::same);
    }

    @Test
    void what_happened_in_one_run_only_has_a_row_of_its_own_and_what_happened_in_both_shares_one() {
        HistoryAlignment alignment =
                HistoryAlignment.of(
                        execute("{\"way\": \"left\"}"), execute("{\"way\": \"right\"}"));

        assertThat(alignment.firstDifference()).contains(1);
        assertThat(written(alignment))
                .containsExactly(
                        "ExecutionStarted ≠ ExecutionStarted",
                        "ChoiceStateEntered ≠ ChoiceStateEntered",
                        "ChoiceStateExited ≠ ChoiceStateExited",
                        "WaitStateEntered ≠ -",
                        "WaitStateExited ≠ -",
                        "SucceedStateEntered ≠ SucceedStateEntered",
                        "SucceedStateExited ≠ SucceedStateExited",
                        "ExecutionSucceeded ≠ ExecutionSucceeded");
    }

    private static List<String> written(HistoryAlignment alignment) {
        return alignment.rows().stream()
                .map(
                        row ->
                                row.left().map(it -> it.type().name()).orElse("-")
                                        + (row.same() ? " = " : " ≠ ")
                                        + row.right().map(it -> it.type().name()).orElse("-"))
                .toList();
    }

    private static Execution execute(String input) {
        return Account.of(World.of(Replay.json("{}")))
                .execute(
                        AslParser.parse(
                                        """
                                        { "StartAt": "Fork", "States": {
                                            "Fork": { "Type": "Choice", "Choices": [{ "Variable": "$.way", "StringEquals": "left", "Next": "Pause" }], "Default": "End" },
                                            "Pause": { "Type": "Wait", "Seconds": 5, "Next": "End" },
                                            "End": { "Type": "Succeed" } } }
                                        """)
                                .machine()
                                .orElseThrow(),
                        Replay.json(input));
    }
}

package dev.statecraft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionStatus;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** What stood in the way of a Map Run is put right, and the execution redriven. */
class MapRunRedriveTest {
    private final Account account =
            Accounts.in("{ buckets: { orders: {} }, functions: { a: {} } }");

    @Test
    void items_that_could_not_be_read_are_read_by_the_redrive() {
        Execution execution =
                Accounts.execute(
                        account,
                        map(
                                """
                                "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON" },
                                    "Parameters": { "Bucket": "orders", "Key": "all.json" } },
                                """));
        assertThat(execution.error()).contains("States.ItemReaderFailed");

        account.buckets().put("orders", "all.json", "[1, 2]".getBytes(StandardCharsets.UTF_8));
        redrive(execution);

        assertThat(execution.output()).contains(Accounts.json("[1, 2]"));
        assertThat(account.mapRuns()).hasSize(1);
        assertThat(account.mapRuns().getFirst().redriveCount()).isEqualTo(1);
        assertThat(Accounts.events(execution))
                .containsSubsequence(
                        "MapRunStarted", "MapRunFailed", "MapRunRedriven", "MapRunSucceeded");
    }

    @Test
    void results_that_could_not_be_written_are_written_and_no_child_runs_again() {
        Execution execution =
                Accounts.execute(
                        account,
                        map(
                                """
                                "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "results" } },
                                """));
        assertThat(execution.error()).contains("States.ResultWriterFailed");
        int calls = account.calls().size();

        account.buckets().create("results");
        redrive(execution);

        assertThat(execution.status())
                .as("%s", execution.cause())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(account.calls()).hasSize(calls);
        assertThat(account.mapRuns().getFirst().itemCounts().resultsWritten()).isEqualTo(2);
    }

    @Test
    void a_state_whose_result_was_too_large_runs_as_a_whole_again() {
        Account account =
                Accounts.in(
                        "{ functions: { a: { returns: \"%s\" } } }".formatted("x".repeat(200_000)));
        Execution execution =
                Accounts.execute(
                        account,
                        """
                        { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
                            { "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
                                "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a" } } },
                            { "StartAt": "B", "States": { "B": { "Type": "Task", "End": true,
                                "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a" } } } ] } } }
                        """);
        assertThat(execution.error()).contains("States.DataLimitExceeded");

        redrive(account, execution);

        assertThat(account.calls()).hasSize(4);
    }

    private void redrive(Execution execution) {
        redrive(account, execution);
    }

    private static void redrive(Account account, Execution execution) {
        assertThat(account.redrive(execution.request().executionArn()).isRedrivable()).isTrue();
        account.run();
    }

    private static String map(String fields) {
        return """
        { "StartAt": "List", "States": { "List": { "Type": "Pass", "Result": [1, 2], "Next": "Each" }, "Each": { "Type": "Map", "End": true, %s
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a" } } } } } }
        """
                .formatted(fields);
    }
}

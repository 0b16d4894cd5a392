package dev.statecraft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/** What is valid and yet asks for too much ends as an error of the service's name: nothing hangs, and nothing is thrown. */
class HostileRunsTest {
    /** Far above what any of them takes; only a hang reaches it. */
    private static final Duration HANGING = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            $..*..*..*                   | Use ".." at most 2 times in a path: name the fields between.
            $..[?(@..[?(@..b)])]         | Use ".." at most 2 times in a path: name the fields between.
            $[0,0,0,0][0,0,0,0,0][1,-1][0,0,0,0,0][0,0,0,0,0,0] | Its lists in brackets choose more than 1000 places: shorten them.
            """)
    void a_path_whose_cost_multiplies_is_refused(String path, String remedy) {
        var diagnostics = AslParser.parse(pass("\"InputPath\": \"" + path + "\"")).diagnostics();

        assertThat(diagnostics).extracting(Diagnostic::remedy).containsExactly(remedy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$..*..*",
                "$..[?(@..b)]",
                "$..['a','a']['a','a']['a','a']..a",
                "$[?(@.a[?(@.a..b)])]"
            })
    void the_dearest_paths_end_on_deep_and_on_wide_data(String path) {
        String deep = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
        String wide = "[{\"a\":{}}" + ",{\"a\":{}}".repeat(20_000) + "]";

        assertEndsWell(pass("\"InputPath\": \"" + path + "\""), deep);
        assertEndsWell(pass("\"InputPath\": \"" + path + "\""), wide);
    }

    @Test
    void a_long_text_written_many_times_is_refused() {
        String call = "States.Format('" + "{}".repeat(9000) + "'" + ", $".repeat(9000) + ")";

        assertEndsWell(pass("\"Parameters\": { \"v.$\": \"" + call + "\" }"), text(200_000));
    }

    @Test
    void a_shared_value_written_many_times_is_refused() {
        String call = "States.JsonToString(States.Array($" + ", $".repeat(9000) + "))";

        assertEndsWell(pass("\"Parameters\": { \"v.$\": \"" + call + "\" }"), text(200_000));
    }

    @Test
    void data_that_is_nested_deeper_in_each_round_ends() {
        assertEndsWell(
                """
                { "StartAt": "A", "States": {
                    "A": { "Type": "Pass", "Parameters": { "a.$": "$" }, "Next": "B" },
                    "B": { "Type": "Choice", "Default": "A",
                           "Choices": [{ "Variable": "$.b", "IsPresent": true, "Next": "C" }] },
                    "C": { "Type": "Succeed" } } }
                """,
                "{}");
    }

    @Test
    void a_long_pattern_is_matched_in_time() {
        assertEndsWell(
                """
                { "StartAt": "A", "States": {
                    "A": { "Type": "Choice", "Default": "B",
                           "Choices": [{ "Variable": "$", "StringMatches": "*%s", "Next": "B" }] },
                    "B": { "Type": "Succeed" } } }
                """
                        .formatted("a".repeat(100_000) + "b"),
                text(200_000));
    }

    @Test
    void a_hundred_thousand_items_fit_into_batches() {
        assertEndsWell(
                """
                { "StartAt": "A", "States": { "A": { "Type": "Map", "End": true,
                    "ItemBatcher": { "MaxInputBytesPerBatch": 262144 },
                    "ItemProcessor": {
                        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                        "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } } } }
                """,
                "[1" + ",1".repeat(100_000) + "]");
    }

    private static String pass(String fields) {
        return "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Pass\", \"End\": true, %s } } }"
                .formatted(fields);
    }

    private static String text(int length) {
        return "\"" + "a".repeat(length) + "\"";
    }

    private static void assertEndsWell(String definition, String input) {
        Execution execution = assertTimeoutPreemptively(HANGING, () -> Runs.run(definition, input));

        assertThat(execution.status().isFinal()).isTrue();
        execution
                .error()
                .ifPresent(
                        error ->
                                assertThat(error)
                                        .isIn(
                                                "States.Runtime",
                                                "States.IntrinsicFailure",
                                                "States.DataLimitExceeded"));
    }
}

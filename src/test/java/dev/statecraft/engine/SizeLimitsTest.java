package dev.statecraft.engine;

import static dev.statecraft.engine.ScriptedRuntime.answering;
import static dev.statecraft.engine.ScriptedRuntime.returns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Payloads end at 256 KiB, and so do variables; all variables of an execution end at 10 MiB. */
class SizeLimitsTest {
    private static final String EXCEEDED = "States.DataLimitExceeded";

    @Test
    void an_output_may_have_256_KiB_and_no_more() {
        assertThat(Runs.run(output(262_142), "{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(Runs.run(output(262_143), "{}").error()).contains(EXCEEDED);
    }

    @Test
    void what_a_task_is_given_may_not_be_larger_either() {
        var runtime = answering(returns("1"));

        var execution =
                Runs.run(
                        """
                { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f",
                    "Arguments": "{% $pad('', 262143) %}" } } }
                """,
                        "{}", runtime);

        assertThat(execution.error()).contains(EXCEEDED);
        assertThat(runtime.requests).isEmpty();
    }

    @Test
    void nor_what_an_iteration_is_given() {
        var execution =
                Runs.run(
                        """
                { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Map", "End": true,
                    "Items": [1], "ItemSelector": "{% $pad('', 262143) %}",
                    "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Pass", "Output": 1, "End": true } } } } } }
                """,
                        "{}");

        assertThat(execution.error()).contains(EXCEEDED);
    }

    @Test
    void one_variable_may_have_256_KiB() {
        var execution = Runs.run(assigning("\"a\": \"{% $pad('', 262143) %}\""), "{}");

        assertThat(execution.error()).contains(EXCEEDED);
        assertThat(execution.cause().orElse(""))
                .endsWith(
                        "The variable 'a' has a size exceeding the service limit of 262144 bytes.");
    }

    @Test
    void so_may_all_that_one_Assign_sets_together() {
        var execution =
                Runs.run(
                        assigning(
                                "\"a\": \"{% $pad('', 150000) %}\", \"b\": \"{% $pad('', 150000) %}\""),
                        "{}");

        assertThat(execution.cause().orElse(""))
                .endsWith(
                        "The variables of one Assign field have a size exceeding the service limit of 262144 bytes.");
    }

    @Test
    void all_variables_together_may_have_10_MiB() {
        var forty = chain(40);
        var fortyOne = chain(41);

        assertThat(Runs.run(forty, "{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(Runs.run(fortyOne, "{}").cause().orElse(""))
                .endsWith(
                        "All variables of the execution have a size exceeding the service limit of 10485760 bytes.");
    }

    @Test
    void variables_of_an_iteration_count_only_while_it_runs() {
        var execution =
                Runs.run(
                        """
                { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Map", "End": true,
                    "Items": "{% [1..100] %}", "MaxConcurrency": 1, "Output": 1,
                    "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true, "Output": 1,
                        "Assign": { "v": "{% $pad('', 262142) %}" } } } } } } }
                """,
                        "{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    private static String output(int characters) {
        return """
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
            "A": { "Type": "Pass", "Output": "{%% $pad('', %d) %%}", "End": true } } }
        """
                .formatted(characters);
    }

    private static String assigning(String variables) {
        return "{ \"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {"
                + " \"A\": { \"Type\": \"Pass\", \"Assign\": { %s }, \"End\": true } } }"
                        .formatted(variables);
    }

    /** As many states, each of which sets a variable of 256 KiB. */
    private static String chain(int length) {
        var states = new StringBuilder();
        for (int i = 0; i < length; i++) {
            states.append(
                    "\"S%d\": { \"Type\": \"Pass\", \"Assign\": { \"v%d\": \"{%% $pad('', 262142) %%}\" }, \"Next\": \"S%d\" },"
                            .formatted(i, i, i + 1));
        }
        return "{ \"QueryLanguage\": \"JSONata\", \"StartAt\": \"S0\", \"States\": { "
                + states
                + " \"S%d\": { \"Type\": \"Succeed\" } } }".formatted(length);
    }
}

package dev.statecraft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A state that cannot go on fails with the service's name and words. */
class StateFailuresTest {
    private static final String PREFIX =
            "An error occurred while executing the state 'A' (entered at the event id #2). ";

    @Nested
    class In_a_Choice_state {

        @Test
        void a_variable_that_is_not_there_fails_the_execution() {
            assertThat(choice("\"Variable\": \"$.x\", \"StringEquals\": \"a\"", "{\"a\":1}"))
                    .isEqualTo(
                            "States.Runtime: Invalid path '$.x': The choice state's condition path"
                                    + " references an invalid value.");
        }

        @Test
        void so_does_the_path_on_the_other_side() {
            assertThat(choice("\"Variable\": \"$.a\", \"NumericEqualsPath\": \"$.x\"", "{\"a\":1}"))
                    .isEqualTo(
                            "States.Runtime: Invalid path '$.x': The choice state's condition path"
                                    + " references an invalid value.");
        }

        @Test
        void IsPresent_guards_a_variable_that_may_be_missing() {
            assertThat(
                            choice(
                                    "\"And\": [{ \"Variable\": \"$.x\", \"IsPresent\": true },"
                                            + " { \"Variable\": \"$.x\", \"NumericEquals\": 1 }]",
                                    "{}"))
                    .startsWith("States.NoChoiceMatched");
        }

        @Test
        void no_match_and_no_default_fails_the_execution() {
            assertThat(choice("\"Variable\": \"$.a\", \"NumericEquals\": 2", "{\"a\":1}"))
                    .isEqualTo(
                            "States.NoChoiceMatched: Failed to transition out of the state. The state"
                                    + " does not point to a next state.");
        }

        @Test
        void zero_equals_minus_zero() {
            assertThat(
                            Runs.run(
                                            choiceState(
                                                    "\"Variable\": \"$.a\", \"NumericEquals\": 0"),
                                            "{\"a\":-0.0}")
                                    .status())
                    .isEqualTo(ExecutionStatus.SUCCEEDED);
        }

        @Test
        void a_failed_condition_is_named_by_the_place_of_its_rule() {
            assertThat(
                            fails(
                                    """
                            { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
                                "A": { "Type": "Choice", "Choices": [
                                    { "Condition": false, "Next": "B" },
                                    { "Condition": "{% $states.input.a %}", "Next": "B" }] },
                                "B": { "Type": "Succeed" } } }
                            """,
                                    "{\"a\":1}"))
                    .isEqualTo(
                            "States.QueryEvaluationError: The JSONata expression '$states.input.a'"
                                    + " specified for the field 'Choices[1]/Condition' returned an"
                                    + " unexpected result type. Expected 'boolean', but was 'number' for"
                                    + " value: 1");
        }

        private static String choice(String rule, String input) {
            return fails(choiceState(rule), input);
        }

        private static String choiceState(String rule) {
            return """
            { "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ %s, "Next": "B" }] },
                "B": { "Type": "Succeed" } } }
            """
                    .formatted(rule);
        }
    }

    @Nested
    class In_the_data_flow {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                '$.x'      | "text"        | Unable to apply ReferencePath $.x to input "text"
                '$.a.b'    | {"a":[1]}     | Unable to apply ReferencePath $.a.b to input {"a":[1]}
                '$.a[1]'   | {"a":[1]}     | Unable to apply ReferencePath $.a[1] to input {"a":[1]}
                """)
        void a_ResultPath_that_does_not_fit_the_input(String path, String input, String cause) {
            assertThat(pass("\"Result\": 1, \"ResultPath\": \"" + path + "\"", input))
                    .isEqualTo("States.ResultPathMatchFailure: " + cause);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                States.Format('{}', $.x)                | $.x
                States.Format('{}', $.list[5])          | $.list[5]
                States.Array(1, States.Format('{}', $.x)) | $.x
                States.Format('{}', $$.No.Such)         | $.No.Such
                """)
        void a_missing_argument_of_an_intrinsic_function_names_the_whole_call(
                String call, String argument) {
            assertThat(pass("\"Parameters\": { \"v.$\": \"" + call + "\" }", "{\"list\":[1]}"))
                    .isEqualTo(
                            "States.Runtime: The function '"
                                    + call
                                    + "' had the following error: The JsonPath argument for the field '"
                                    + argument
                                    + "' could not be found in the input '{\"list\":[1]}'");
        }

        @Test
        void a_wildcard_that_matches_nothing_is_an_empty_list_for_an_intrinsic_function_too() {
            var execution =
                    Runs.run(
                            passState(
                                    "\"Parameters\": { \"n.$\": \"States.ArrayLength($.list[*].x)\" }"),
                            "{\"list\":[1,2]}");

            assertThat(execution.output()).contains(Json.of("{\"n\":0}"));
        }

        private static String pass(String fields, String input) {
            return fails(passState(fields), input);
        }

        private static String passState(String fields) {
            return "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Pass\", %s, \"End\": true } } }"
                    .formatted(fields);
        }
    }

    @Nested
    class In_a_JSONata_state {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                Error | 1     | Expected 'string', but was 'number' for value: 1
                Error | null  | Expected 'string', but was 'null' for value: null
                Cause | {}    | Expected 'string', but was 'object' for value: {}
                """)
        void Error_and_Cause_must_be_texts(String field, String expression, String end) {
            assertThat(
                            jsonata(
                                    "\"Type\": \"Fail\", \"%s\": \"{%% %s %%}\""
                                            .formatted(field, expression)))
                    .isEqualTo(
                            "States.QueryEvaluationError: The JSONata expression '%s' specified for the field '%s' returned an unexpected result type. %s"
                                    .formatted(expression, field, end));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                Seconds   | -1                    | The Seconds parameter references a negative value: -1
                Seconds   | 1.5                   | The Seconds parameter cannot be parsed as a long value: 1.5
                Timestamp | '2026-01-01T00:00:00' | The Timestamp parameter does not reference a valid ISO-8601 extended offset date-time format string: 2026-01-01T00:00:00
                """)
        void a_moment_that_no_Wait_can_wait_for(String field, String expression, String cause) {
            assertThat(
                            jsonata(
                                    "\"Type\": \"Wait\", \"%s\": \"{%% %s %%}\", \"End\": true"
                                            .formatted(field, expression)))
                    .isEqualTo("States.QueryEvaluationError: " + cause);
        }

        @Test
        void only_states_that_do_work_have_a_result() {
            var execution =
                    Runs.run(
                            machine(
                                    "\"Type\": \"Pass\", \"Output\": \"{% $exists($lookup($states, 'result')) %}\","
                                            + " \"End\": true"),
                            "{}");

            assertThat(execution.output()).contains(Json.of("false"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                $uppercase(1) | Argument 1 of function "uppercase" does not match function signature
                1 < 'a'       | The values 1 and "a" either side of operator "<" must be of the same data type
                -'a'          | Cannot negate a non-numeric value: "a"
                $sum(['a'])   | Argument 1 of function "sum" must be an array of "number"
                $number('x')  | Unable to cast value to a number: "x"
                $error('Sorry, no Object today') | Sorry, no Object today
                """)
        void a_failed_evaluation_says_why_in_the_words_of_JSONata(String expression, String why) {
            assertThat(
                            jsonata(
                                    "\"Type\": \"Pass\", \"Output\": \"{% "
                                            + expression
                                            + " %}\", \"End\": true"))
                    .isEqualTo(
                            "States.QueryEvaluationError: The JSONata expression '%s' specified for the field 'Output' threw an error during evaluation. %s"
                                    .formatted(expression, why));
        }

        private static String jsonata(String fields) {
            return fails(machine(fields), "{}");
        }

        private static String machine(String fields) {
            return "{ \"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": { \"A\": { "
                    + fields
                    + " } } }";
        }
    }

    @Test
    void States_TaskFailed_answers_to_whatever_failed_but_for_timeouts() {
        var execution =
                Runs.run(
                        """
                { "StartAt": "A", "States": {
                    "A": { "Type": "Parallel", "End": true,
                        "Branches": [{ "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "Own" } } }],
                        "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "B" }] },
                    "B": { "Type": "Succeed" } } }
                """,
                        "{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    private static String fails(String definition, String input) {
        var execution = Runs.run(definition, input);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        return execution.error().orElse("")
                + ": "
                + execution.cause().orElse("").replace(PREFIX, "");
    }
}

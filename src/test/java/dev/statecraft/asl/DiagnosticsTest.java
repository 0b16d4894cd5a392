package dev.statecraft.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class DiagnosticsTest {

    @Test
    void a_misspelled_target_is_named_with_its_place_and_the_nearest_state() {
        assertThat(
                        errors(
                                """
                { "StartAt": "Charge",
                  "States": {
                    "Charge": { "Type": "Pass", "Next": "Shipp" },
                    "Ship": { "Type": "Succeed" } } }
                """))
                .containsExactly(
                        """
                MISSING_TRANSITION_TARGET at /States/Charge/Next (line 3, column 41)
                Missing 'Next' target: Shipp
                Did you mean "Ship"? States here: Charge, Ship.""",
                        """
                MISSING_TRANSITION_TARGET at /States/Ship (line 4, column 5)
                State "Ship" is not reachable.
                Name it in a Next, Default or Catch, or remove it.""");
    }

    @Test
    void a_transition_cannot_leave_its_branch() {
        assertThat(
                        errors(
                                """
                { "StartAt": "Both", "States": {
                    "Both": { "Type": "Parallel", "Next": "Done", "Branches": [
                        { "StartAt": "In", "States": { "In": { "Type": "Pass", "Next": "Done" } } }] },
                    "Done": { "Type": "Succeed" } } }
                """))
                .containsExactly(
                        """
                MISSING_TRANSITION_TARGET at /States/Both/Branches[0]/States/In/Next (line 3, column 72)
                Missing 'Next' target: Done
                A transition cannot leave or enter a branch or an item processor. States here: In.""");
    }

    @Test
    void missing_fields_are_named_together_as_the_service_does() {
        assertThat(errors("{}"))
                .containsExactly(
                        """
                SCHEMA_VALIDATION_FAILED at / (line 1, column 1)
                These fields are required: [States, StartAt]
                Add "States" and "StartAt" here.""");
    }

    @Test
    void an_unknown_field_is_never_ignored() {
        assertThat(errors(state("\"Type\": \"Pass\", \"ResultPaht\": \"$.x\", \"End\": true")))
                .containsExactly(
                        """
                SCHEMA_VALIDATION_FAILED at /States/A (line 1, column 51)
                Field 'ResultPaht' is not supported
                Did you mean "ResultPath"?""");
    }

    @Test
    void a_field_of_the_other_query_language_is_explained() {
        assertThat(errors(state("\"Type\": \"Pass\", \"Output\": 1, \"End\": true")))
                .singleElement()
                .asString()
                .contains("\"Output\" belongs to JSONata and this state speaks JSONPath.");
    }

    @Test
    void a_heartbeat_must_be_shorter_than_the_time_out() {
        assertThat(
                        errors(
                                state(
                                        """
                "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f", "TimeoutSeconds": 10,\
                 "HeartbeatSeconds": 10, "End": true""")))
                .singleElement()
                .asString()
                .contains("Write a number below 10");
    }

    @Test
    void States_ALL_stands_alone_and_last() {
        assertThat(
                        errors(
                                state(
                                        """
                "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f", "End": true,\
                 "Retry": [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["Busy"]}]""")))
                .singleElement()
                .asString()
                .contains("States.ALL must appear alone and at end of list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"Resource\": \"arn:aws:states:::s3:putObject\" }",
                "{ \"Parameters\": { \"Bucket\": \"b\" } }",
                "{ \"WriterConfig\": { \"Transformation\": \"SMALL\" } }",
                "{ \"WriterConfig\": { \"Format\": \"JSON\" } }"
            })
    void a_ResultWriter_says_where_it_writes_or_how(String writer) {
        assertThat(
                        errors(
                                """
                { "StartAt": "A", "States": { "A": { "Type": "Map", "ResultWriter": %s, "End": true, "ItemProcessor": {
                    "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                    "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } } } }
                """
                                        .formatted(writer)))
                .singleElement()
                .asString()
                .contains("/States/A/ResultWriter");
    }

    @Test
    void a_misspelled_error_name_of_the_service_is_pointed_out() {
        assertThat(
                        all(
                                state(
                                        """
                "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,\
                 "Retry": [{"ErrorEquals": ["States.TimeOut"]}]""")))
                .singleElement()
                .asString()
                .contains("Did you mean \"States.Timeout\"?");
    }

    @Test
    void a_callback_in_an_Express_workflow_is_refused_in_the_service_s_words() {
        var parsing =
                AslParser.parse(
                        state(
                                "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", \"End\": true"),
                        AslParser.Workflow.EXPRESS);

        assertThat(parsing.isValid()).isFalse();
        assertThat(parsing.diagnostics().stream().map(Diagnostic::message))
                .contains(
                        "Express state machine does not support '.waitForTaskToken' service integration ");
    }

    @Test
    void states_that_nothing_leads_to_and_loops_without_end_are_pointed_out() {
        assertThat(
                        all(
                                """
                { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "A" }, "B": { "Type": "Succeed" } } }
                """))
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).contains("State \"B\" is not reachable."))
                .anySatisfy(
                        it ->
                                assertThat(it)
                                        .contains(
                                                "Once \"A\" is reached, no path leads to an end."));
    }

    @Test
    void every_expression_that_cannot_be_read_is_named_where_it_stands() {
        assertThat(
                        errors(
                                """
                { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true,
                    "Output": { "first": "{% [1, 2 %}", "second": [0, "{% $states.input.x"],
                        "third": "{% \\"a\\u00e9\\" & order.name %}" } } } }
                """))
                .containsExactly(
                        """
                INVALID_JSONATA_EXPRESSION at /States/A/Output/first (line 2, column 34)
                Expected "]" before end of expression
                Something is missing at its end, such as a value or a closing bracket.""",
                        """
                SCHEMA_VALIDATION_FAILED at /States/A/Output/second[1] (line 2, column 55)
                JSONata string must start with {% and end with %}
                Begin the text with "{%" and end it with "%}", with nothing outside, not even a blank.""",
                        """
                UNSUPPORTED_JSONATA_EXPRESSION at /States/A/Output/third (line 3, column 36)
                Reference to 'order' at the top level is not supported.
                Write $states.input.order for a field of the input, $order for a variable, or "order" in quotation marks for a text.""");
    }

    @Test
    void a_misspelled_function_of_either_language_is_named() {
        assertThat(
                        all(
                                """
                { "StartAt": "A", "States": {
                    "A": { "Type": "Pass", "Parameters": { "a.$": "States.Fromat('x')" }, "Next": "B" },
                    "B": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $upercase('x') %}", "End": true } } }
                """))
                .satisfiesExactly(
                        it -> assertThat(it).endsWith("Did you mean States.Format?"),
                        it -> assertThat(it).endsWith("Did you mean $uppercase?"));
    }

    @Test
    void a_path_where_a_number_belongs_is_shown_its_field() {
        assertThat(errors(state("\"Type\": \"Wait\", \"Seconds\": \"$.seconds\", \"End\": true")))
                .singleElement()
                .asString()
                .contains("to follow a path, write \"SecondsPath\".");
    }

    @Test
    void thousands_of_faults_are_cut_short() {
        String states =
                IntStream.range(0, 12_000)
                        .mapToObj(
                                i ->
                                        "\"S%1$d\": {\"Type\": \"Pass\", \"Next\": \"M%1$d\"}"
                                                .formatted(i))
                        .collect(Collectors.joining(","));

        assertThat(
                        AslParser.parse("{\"StartAt\": \"S0\", \"States\": {%s}}".formatted(states))
                                .diagnostics())
                .hasSize(1_000);
    }

    @Nested
    class Half_typed_text {

        @Test
        void all_mistakes_are_reported_at_once() {
            assertThat(
                            errors(
                                    "{ \"StartAt\": 'A' \"States\": { A: { \"Type\": \"Pass\", \"End\": true, } } }"))
                    .containsExactly(
                            """
                    INVALID_JSON_DESCRIPTION at / (line 1, column 14)
                    This text stands in single quotation marks.
                    JSON needs double ones: "A".""",
                            """
                    INVALID_JSON_DESCRIPTION at / (line 1, column 18)
                    A comma is missing before this.
                    Separate the entries with ",".""",
                            """
                    INVALID_JSON_DESCRIPTION at / (line 1, column 30)
                    The field name A is not in quotation marks.
                    Write "A".""",
                            """
                    INVALID_JSON_DESCRIPTION at / (line 1, column 62)
                    Nothing follows this comma.
                    Remove the comma: JSON allows none after the last entry.""");
        }

        @Test
        void a_field_that_stands_twice_is_refused() {
            assertThat(
                            errors(
                                    "{ \"StartAt\": \"A\", \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }"))
                    .singleElement()
                    .asString()
                    .contains("The field \"StartAt\" stands here twice.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "[",
                    "\"",
                    "{\"",
                    "{\"a",
                    "{\"a\"",
                    "{\"a\":",
                    "{\"a\":}",
                    "{\"a\":[",
                    "{\"a\":[1,",
                    "{,}",
                    "[,]",
                    "{]",
                    "[}",
                    "nul",
                    "-",
                    "1e",
                    "\\",
                    "{\"a\":\"\\u12\"}",
                    "{\"a\":\"\\x\"}",
                    "'",
                    "{'",
                    "\uD800",
                    "{\"\uD800\": 1}",
                    "}",
                    "]]]]",
                    "{} {}",
                    "\u0000",
                    "{\"States\": []}",
                    "{\"States\": {\"A\": 1}, \"StartAt\": 7}"
                })
        void no_text_makes_the_parser_throw(String text) {
            assertThat(AslParser.parse(text).isValid()).isFalse();
        }

        @Test
        void states_nested_too_deeply_are_told_so_and_nothing_else() {
            String inner = "{\"StartAt\": \"Z\", \"States\": {\"Z\": {\"Type\": \"Succeed\"}}}";
            for (int i = 0; i < 60; i++) {
                inner =
                        "{\"StartAt\": \"P%1$d\", \"States\": {\"P%1$d\": {\"Type\": \"Parallel\", \"Branches\": [%2$s], \"End\": true}}}"
                                .formatted(i, inner);
            }

            assertThat(errors(inner))
                    .singleElement()
                    .asString()
                    .startsWith("TOO_DEEPLY_NESTED")
                    .contains("nested more than 100 deep");
        }

        @Test
        void deep_nesting_and_long_text_end_quickly() {
            assertThat(AslParser.parse("[".repeat(1_000_000)).diagnostics()).isNotEmpty();
            assertThat(AslParser.parse("{\"a\":".repeat(50_000)).diagnostics()).isNotEmpty();
            assertThat(AslParser.parse("x".repeat(2_000_000)).diagnostics().getFirst().message())
                    .isEqualTo("The definition is larger than the limit of 1048576 bytes");
        }
    }

    private static String state(String fields) {
        return "{\"StartAt\": \"A\", \"States\": {\"A\": {" + fields + "}}}";
    }

    private static List<String> errors(String definition) {
        return AslParser.parse(definition).diagnostics().stream()
                .filter(it -> it.severity() == Diagnostic.Severity.ERROR)
                .map(DiagnosticsTest::shown)
                .toList();
    }

    private static List<String> all(String definition) {
        return AslParser.parse(definition).diagnostics().stream()
                .map(DiagnosticsTest::shown)
                .toList();
    }

    private static String shown(Diagnostic it) {
        return it.code()
                + " at "
                + it.location()
                + " (line "
                + it.position().line()
                + ", column "
                + it.position().column()
                + ")\n"
                + it.message()
                + "\n"
                + it.remedy();
    }
}

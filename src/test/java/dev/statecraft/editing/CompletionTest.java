package dev.statecraft.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.editing.Suggestion.Suggestions;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** The cursor is the bar. */
class CompletionTest {
    private static final Words WORDS =
            Words.of(Map.of("Next", "Names the state to go to."))
                    .with(
                            List.of(
                                    new Words.Resource(
                                            "arn:aws:lambda:us-east-1:1:function:charge",
                                            "Charges a card.")),
                            List.of("Payment.Busy"));

    private static Suggestions at(String text) {
        return Completion.at(text.replace("‸", ""), text.indexOf('‸'), WORDS);
    }

    private static List<String> labels(String text) {
        return at(text).options().stream().map(Suggestion::label).toList();
    }

    /** The text after the option was taken, with the cursor where one writes on. */
    private static String taken(String text, String label) {
        Suggestions found = at(text);
        Suggestion option =
                found.options().stream()
                        .filter(it -> it.label().equals(label))
                        .findFirst()
                        .orElseThrow();
        String plain = text.replace("‸", "");
        return plain.substring(0, found.from())
                + option.insert().substring(0, option.cursor())
                + "‸"
                + option.insert().substring(option.cursor())
                + plain.substring(found.to());
    }

    private static String state(String fields) {
        return "{ \"StartAt\": \"A\", \"States\": { \"A\": { "
                + fields
                + " }, \"B\": { \"Type\": \"Succeed\" } } }";
    }

    @Nested
    class Names {
        @Test
        void a_state_is_offered_the_fields_of_its_type_and_language() {
            assertThat(labels(state("\"Type\": \"Task\", ‸")))
                    .contains("Resource", "Parameters", "ResultPath", "Retry")
                    .doesNotContain("Type", "Arguments", "Choices");
            assertThat(labels(state("\"Type\": \"Task\", \"QueryLanguage\": \"JSONata\", ‸")))
                    .contains("Arguments", "Output")
                    .doesNotContain("Parameters", "ResultPath");
            assertThat(labels(state("\"Type\": \"Choice\", ‸")))
                    .contains("Choices", "Default")
                    .doesNotContain("Next");
        }

        @Test
        void the_language_of_the_machine_counts_inside_branches() {
            assertThat(
                            labels(
                                    "{ \"QueryLanguage\": \"JSONata\", \"States\": { \"P\": { \"Type\": \"Parallel\","
                                            + " \"Branches\": [{ \"States\": { \"I\": { \"Type\": \"Pass\", \"‸"))
                    .contains("Output")
                    .doesNotContain("Result");
        }

        @Test
        void a_name_brings_its_colon_and_the_frame_of_its_value() {
            assertThat(taken(state("\"Type\": \"Pass\", \"Ne‸\""), "Next"))
                    .contains("\"Next\": \"‸\" }");
            assertThat(taken(state("\"Type\": \"Task\", \"Ret‸"), "Retry"))
                    .contains("\"Retry\": [{ ‸ }]");
            assertThat(taken(state("\"Type\": \"Pass\", \"En‸\""), "End"))
                    .contains("\"End\": true‸ }");
        }

        @Test
        void a_name_with_a_value_keeps_it() {
            assertThat(taken(state("\"Type\": \"Pass\", \"Ne‸\": \"B\""), "Next"))
                    .contains("\"Next\"‸: \"B\"");
        }

        @Test
        void retriers_catchers_and_rules_have_fields_of_their_own() {
            assertThat(
                            labels(
                                    state(
                                            "\"Type\": \"Task\", \"Retry\": [{ \"ErrorEquals\": [\"x\"], ‸")))
                    .contains("MaxAttempts", "BackoffRate", "JitterStrategy")
                    .doesNotContain("ErrorEquals", "Next");
            assertThat(labels(state("\"Type\": \"Task\", \"Catch\": [{ ‸")))
                    .contains("ErrorEquals", "Next", "ResultPath");
            assertThat(labels(state("\"Type\": \"Choice\", \"Choices\": [{ \"And\": [{ ‸")))
                    .contains("Variable", "NumericGreaterThan", "Not")
                    .doesNotContain("Next", "Condition");
        }

        @Test
        void a_call_is_offered_its_parameters() {
            assertThat(
                            labels(
                                    state(
                                            "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\", \"Parameters\": { ‸")))
                    .startsWith("QueueUrl", "MessageBody");
        }

        @Test
        void among_the_states_whole_states_are_offered() {
            assertThat(taken("{ \"States\": {\n    ‸\n  } }", "Wait"))
                    .isEqualTo(
                            """
                            { "States": {
                                "‸NewWait": {
                                  "Type": "Wait",
                                  "Seconds": 60,
                                  "End": true
                                }
                              } }""");
        }
    }

    @Nested
    class Values {
        @Test
        void transitions_are_offered_the_other_states_of_their_scope() {
            assertThat(labels(state("\"Type\": \"Pass\", \"Next\": \"‸\""))).containsExactly("B");
            assertThat(labels("{ \"StartAt\": \"‸\", \"States\": { \"X\": {}, \"Y\": {} } }"))
                    .containsExactly("X", "Y");
            assertThat(taken(state("\"Type\": \"Pass\", \"Next\": ‸"), "B"))
                    .contains("\"Next\": \"B\"‸ }");
        }

        @Test
        void state_names_with_quotation_marks_and_emoji_are_written_correctly() {
            String text = "{ \"StartAt\": \"‸\", \"States\": { \"say \\\"<b>😀\\\"\": {} } }";

            assertThat(taken(text, "say \"<b>😀\""))
                    .startsWith("{ \"StartAt\": \"say \\\"<b>😀\\\"\"‸,");
        }

        @Test
        void resources_are_those_of_the_account_and_the_integrations() {
            assertThat(labels(state("\"Type\": \"Task\", \"Resource\": \"‸\"")))
                    .startsWith("arn:aws:lambda:us-east-1:1:function:charge")
                    .contains(
                            "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                            "arn:aws:states:::states:startExecution.sync:2");
        }

        @Test
        void errors_are_those_of_the_account_and_the_service() {
            assertThat(
                            labels(
                                    state(
                                            "\"Type\": \"Task\", \"Retry\": [{ \"ErrorEquals\": [\"Pay‸\"] }]")))
                    .contains("Payment.Busy", "States.Timeout");
        }

        @Test
        void words_of_the_language_are_offered() {
            assertThat(labels(state("\"Type\": \"‸\""))).contains("Task", "Map");
            assertThat(labels("{ \"QueryLanguage\": \"‸\" }"))
                    .containsExactly("JSONata", "JSONPath");
        }

        @Test
        void in_free_data_nothing_is_offered() {
            assertThat(labels(state("\"Type\": \"Pass\", \"Result\": { \"Next\": \"‸\" }")))
                    .isEmpty();
        }
    }

    @Nested
    class Expressions {
        @Test
        void paths_are_offered_functions_variables_and_the_context() {
            assertThat(
                            labels(
                                    state(
                                            "\"Type\": \"Pass\", \"Assign\": { \"n\": 1 }, \"Parameters\": { \"x.$\": \"‸\"")))
                    .contains("States.Format", "$n", "$$.Execution");
            assertThat(
                            labels(
                                    state(
                                            "\"Type\": \"Pass\", \"Parameters\": { \"x.$\": \"$$.Execution.‸\"")))
                    .contains("$$.Execution.Id", "$$.Execution.StartTime");
            assertThat(
                            taken(
                                    state(
                                            "\"Type\": \"Pass\", \"Parameters\": { \"x.$\": \"States.Fo‸\" }"),
                                    "States.Format"))
                    .contains("\"States.Format(‸)\"");
        }

        @Test
        void jsonata_is_offered_what_its_place_can_see() {
            String task = "\"QueryLanguage\": \"JSONata\", \"Type\": \"Task\", ";

            assertThat(labels(state(task + "\"Output\": \"{% $sta‸ %}\"")))
                    .contains("$states.input", "$states.result", "$states.context", "$sum")
                    .doesNotContain("$states.errorOutput", "$eval");
            assertThat(labels(state(task + "\"Catch\": [{ \"Output\": \"{% ‸ %}\" }]")))
                    .contains("$states.errorOutput");
            assertThat(labels(state(task + "\"Arguments\": \"{% $states.context.Task.‸ %}\"")))
                    .containsExactly("$states.context.Task.Token");
        }

        @Test
        void variables_of_the_scopes_around_can_be_seen_in_a_map() {
            assertThat(
                            labels(
                                    "{ \"QueryLanguage\": \"JSONata\", \"States\": { \"S\": { \"Type\": \"Pass\", \"Assign\": { \"outer\": 1 } },"
                                            + " \"M\": { \"Type\": \"Map\", \"ItemProcessor\": { \"States\": { \"I\": { \"Type\": \"Pass\", \"Output\": \"{% $ou‸"))
                    .contains("$outer");
        }
    }

    @Nested
    class Yaml {
        @Test
        void fields_and_values_are_offered_as_in_json() {
            String text =
                    "StartAt: A\nStates:\n  A:\n    Type: Task\n    ‸\n  B:\n    Type: Succeed\n";

            assertThat(labels(text)).contains("Resource", "Retry").doesNotContain("Type");
            assertThat(taken(text, "Next")).contains("\n    Next: ‸\n");
            assertThat(taken(text, "Retry")).contains("\n    Retry:\n      - ‸\n");
            assertThat(labels(text.replace("‸", "Next: ‸"))).containsExactly("B");
        }

        @Test
        void names_that_need_quotation_marks_get_them() {
            assertThat(taken("StartAt: ‸\nStates:\n  'no: way':\n    Type: Succeed\n", "no: way"))
                    .startsWith("StartAt: 'no: way'‸\n");
        }
    }

    @Test
    void hovering_explains_the_word_under_the_pointer() {
        String text = state("\"Type\": \"Pass\", \"Next\": \"B\"");

        assertThat(Explanation.at(text, text.indexOf("Next") + 1, WORDS))
                .hasValueSatisfying(
                        it -> assertThat(it.about()).isEqualTo("Names the state to go to."));
        assertThat(Explanation.at(text, text.indexOf("\"B\"") + 1, WORDS))
                .hasValueSatisfying(it -> assertThat(it.about()).isEqualTo("A Succeed state."));
        assertThat(Explanation.at(text, 0, WORDS)).isEmpty();
    }

    @Test
    void a_field_of_data_is_not_explained_as_one_of_the_language() {
        String text = state("\"Type\": \"Pass\", \"Result\": { \"Next\": 1 }");

        assertThat(Explanation.at(text, text.indexOf("Next") + 1, WORDS)).isEmpty();
    }
}

package dev.statecraft.engine.teststate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TestStateTest {
    private static final String BILL =
            """
            { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:bill",
              "ResultSelector": { "paid.$": "$.sum" }, "ResultPath": "$.bill", "Next": "Ship" }
            """;

    @Nested
    class A_state_by_itself {

        @Test
        void says_its_output_and_where_it_leads_even_if_that_state_is_not_there() {
            var response =
                    Trial.of(
                                    "{ \"Type\": \"Pass\", \"Result\": { \"ok\": true }, \"Next\": \"Later\" }")
                            .response();

            assertThat(response.path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(response.path("output").asText()).isEqualTo("{\"ok\":true}");
            assertThat(response.path("nextState").asText()).isEqualTo("Later");
            assertThat(response.has("inspectionData")).isFalse();
        }

        @Test
        void a_choice_state_takes_the_first_rule_that_is_true() {
            var choice =
                    """
                    { "Type": "Choice", "Default": "Small", "Choices": [
                      { "Variable": "$.sum", "NumericGreaterThan": 100, "Next": "Large" } ] }
                    """;

            assertThat(Trial.of(choice).input("{\"sum\": 101}").response().path("nextState"))
                    .hasToString("\"Large\"");
            assertThat(Trial.of(choice).input("{\"sum\": 99}").response().path("nextState"))
                    .hasToString("\"Small\"");
        }

        @Test
        void a_fail_state_fails_with_its_error_and_cause() {
            var response =
                    Trial.of(
                                    """
                                    { "Type": "Fail", "Error": "Shop.Closed", "CausePath": "$.why" }
                                    """)
                            .input("{\"why\": \"night\"}")
                            .response();

            assertThat(response)
                    .hasToString(
                            "{\"error\":\"Shop.Closed\",\"cause\":\"night\",\"status\":\"FAILED\"}");
        }

        @Test
        void an_expression_that_cannot_be_evaluated_fails_the_state() {
            var response =
                    Trial.of("{ \"Type\": \"Pass\", \"InputPath\": \"$.gone\", \"End\": true }")
                            .response();

            assertThat(response.path("status").asText()).isEqualTo("FAILED");
            assertThat(response.path("error").asText()).isEqualTo("States.Runtime");
            assertThat(response.path("cause").asText())
                    .startsWith("An error occurred while executing the state 'StateName'");
        }

        @Test
        void a_wait_passes_at_once_but_no_longer_than_a_test_may_take() {
            String wait = "{ \"Type\": \"Wait\", \"SecondsPath\": \"$.s\", \"End\": true }";

            assertThat(Trial.of(wait).input("{\"s\": 300}").response().path("status").asText())
                    .isEqualTo("SUCCEEDED");
            assertThat(Trial.of(wait).input("{\"s\": 301}").response().path("error").asText())
                    .isEqualTo("States.Timeout");
        }

        @Test
        void what_the_caller_wrote_keeps_its_spacing() {
            var response =
                    Trial.of("{ \"Type\": \"Pass\", \"InputPath\": \"$.list\", \"End\": true }")
                            .input("{\"list\": [ 1,  {\"a\" : 2} ]}")
                            .debug()
                            .response();

            assertThat(response.path("output").asText()).isEqualTo("[ 1,  {\"a\" : 2} ]");
            assertThat(response.at("/inspectionData/input").asText())
                    .isEqualTo("{\"list\": [ 1,  {\"a\" : 2} ]}");
        }
    }

    @Nested
    class A_task_that_is_really_done {

        @Test
        void shows_every_stage_of_its_data() {
            var trial = Trial.of(BILL).input("{\"order\":7}").calling("{\"sum\":5,\"x\":1}", 0);

            assertThat(trial.inspected("afterParameters")).isEqualTo("{\"order\":7}");
            assertThat(trial.inspected("result")).isEqualTo("{\"sum\":5,\"x\":1}");
            assertThat(trial.inspected("afterResultSelector")).isEqualTo("{\"paid\":5}");
            assertThat(trial.inspected("afterResultPath"))
                    .isEqualTo("{\"order\":7,\"bill\":{\"paid\":5}}");
            assertThat(trial.response().path("output").asText())
                    .isEqualTo("{\"order\":7,\"bill\":{\"paid\":5}}");
        }

        @Test
        void shows_the_stages_up_to_the_one_that_failed() {
            var trial = Trial.of(BILL).input("{\"order\":7}").calling("{\"total\":5}", 0);

            assertThat(trial.inspected("result")).isEqualTo("{\"total\":5}");
            assertThat(trial.inspected("afterResultSelector")).isEqualTo("(absent)");
            assertThat(trial.response().path("status").asText()).isEqualTo("FAILED");
        }

        @Test
        void times_out_after_five_minutes() {
            assertThat(Trial.of(BILL).calling("{\"sum\":1}", 301).response().path("error").asText())
                    .isEqualTo("States.Timeout");
        }

        @Test
        void fails_with_the_error_of_the_function() {
            assertThat(Trial.of(BILL).callingWhatFails("Card.Expired").response())
                    .hasToString(
                            "{\"error\":\"Card.Expired\",\"cause\":\"because\",\"status\":\"FAILED\"}");
        }

        @Test
        void needs_a_role() {
            assertThat(Trial.of(BILL).refusal())
                    .isEqualTo(
                            "ValidationException: RoleArn must be specified when testing a Task state");
        }
    }

    @Nested
    class A_state_of_a_whole_machine {
        private static final String MACHINE =
                """
                { "QueryLanguage": "JSONata", "StartAt": "Each", "States": { "Each": {
                    "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Double", "States": {
                      "Double": { "Type": "Pass", "Output": "{% $states.input * 2 %}", "End": true } } } } } }
                """;

        @Test
        void is_found_on_any_level_and_speaks_the_language_of_the_machine() {
            assertThat(
                            Trial.of(MACHINE)
                                    .with("stateName", "Double")
                                    .input("21")
                                    .response()
                                    .path("output")
                                    .asText())
                    .isEqualTo("42");
        }

        @Test
        void must_be_there() {
            assertThat(Trial.of(MACHINE).with("stateName", "Triple").refusal())
                    .isEqualTo("ValidationException: State not found in definition");
        }

        @Test
        void must_be_named() {
            assertThat(Trial.of(MACHINE).refusal())
                    .startsWith("InvalidDefinition: ")
                    .endsWith(" at /States/StateName'");
        }
    }

    @Nested
    class Variables_and_Context_object {
        private static final String PASS =
                """
                { "Type": "Pass", "QueryLanguage": "JSONata", "End": true,
                  "Assign": { "n": "{% $n + 1 %}" }, "Output": "{% $states.context.Execution.Name %}" }
                """;

        @Test
        void variables_are_shown_as_the_state_leaves_them() {
            assertThat(Trial.of(PASS).with("variables", "{\"n\":1,\"m\":0}").inspected("variables"))
                    .isEqualTo("{\"n\":2,\"m\":0}");
        }

        @Test
        void a_made_up_context_object_takes_the_place_of_the_real_one() {
            assertThat(
                            Trial.of(PASS)
                                    .with("variables", "{\"n\":1}")
                                    .with("context", "{\"Execution\": {\"Name\": \"nightly\"}}")
                                    .response()
                                    .path("output")
                                    .asText())
                    .isEqualTo("\"nightly\"");
        }

        @Test
        void a_context_object_of_the_wrong_form_is_refused() {
            assertThat(Trial.of(PASS).with("context", "{\"State\": {\"Name\": 4}}").refusal())
                    .isEqualTo(
                            "ValidationException: Invalid Context object provided: State.Name must be a string");
            assertThat(Trial.of(PASS).with("context", "{\"Task\": {\"Token\": \"t\"}}").refusal())
                    .contains("Context object contains 'Task' when state is not a Task state");
        }
    }
}

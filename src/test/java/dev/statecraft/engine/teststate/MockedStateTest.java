package dev.statecraft.engine.teststate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MockedStateTest {
    private static final String PUBLISH =
            """
            { "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
              "Parameters": { "Message.$": "$.text" }, "End": true,
              "Retry": [ { "ErrorEquals": [ "Sns.Busy" ], "IntervalSeconds": 3, "BackoffRate": 2, "MaxAttempts": 3 } ],
              "Catch": [ { "ErrorEquals": [ "Sns.Gone" ], "Next": "Mail" },
                         { "ErrorEquals": [ "States.ALL" ], "ResultPath": "$.why", "Next": "Log" } ] }
            """;

    private static Trial publish() {
        return Trial.of(PUBLISH).input("{\"text\":\"hi\"}");
    }

    @Nested
    class A_mocked_error {

        @Test
        void is_retried_with_the_wait_that_fits_the_retries_before() {
            var trial =
                    publish().mockedError("Sns.Busy", "later").configured("retrierRetryCount", 2);

            assertThat(trial.debug().response().path("status").asText()).isEqualTo("RETRIABLE");
            assertThat(trial.response().at("/inspectionData/errorDetails"))
                    .hasToString("{\"retryIndex\":0,\"retryBackoffIntervalSeconds\":12}");
        }

        @Test
        void goes_to_a_catcher_when_its_retries_are_spent() {
            var response =
                    publish()
                            .mockedError("Sns.Busy", "later")
                            .configured("retrierRetryCount", 3)
                            .debug()
                            .response();

            assertThat(response.path("status").asText()).isEqualTo("CAUGHT_ERROR");
            assertThat(response.path("nextState").asText()).isEqualTo("Log");
            assertThat(response.path("output").asText())
                    .isEqualTo(
                            "{\"text\":\"hi\",\"why\":{\"Error\":\"Sns.Busy\",\"Cause\":\"later\"}}");
            assertThat(response.at("/inspectionData/errorDetails/catchIndex").asInt()).isEqualTo(1);
        }

        @Test
        void fails_the_state_when_nothing_answers_to_it() {
            var response =
                    Trial.of(
                                    """
                                    { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true }
                                    """)
                            .mockedError("Sns.Gone", "closed")
                            .response();

            assertThat(response.path("status").asText()).isEqualTo("FAILED");
            assertThat(response.path("error").asText()).isEqualTo("Sns.Gone");
        }

        @Test
        void ends_the_test_if_the_catcher_fails_as_well() {
            var response =
                    Trial.of(
                                    """
                                    { "Type": "Task", "QueryLanguage": "JSONata", "End": true,
                                      "Resource": "arn:aws:states:::sns:publish",
                                      "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Mail",
                                                   "Output": "{% $states.errorOutput.Cause - 1 %}" } ] }
                                    """)
                            .mockedError("Sns.Gone", "closed")
                            .response();

            assertThat(response.path("status").asText()).isEqualTo("FAILED");
            assertThat(response.path("error").asText()).isEqualTo("States.QueryEvaluationError");
        }
    }

    @Nested
    class A_mocked_result {

        @Test
        void stands_in_for_the_work_and_needs_no_role() {
            assertThat(
                            publish()
                                    .mockedResult("{\"MessageId\": \"m\"}")
                                    .response()
                                    .path("output")
                                    .asText())
                    .isEqualTo("{\"MessageId\": \"m\"}");
        }

        @Test
        void must_have_the_form_of_the_response() {
            assertThat(publish().mockedResult("{\"MessageId\": 7}").refusal())
                    .isEqualTo(
                            "ValidationException: Mock result schema validation error: Field 'MessageId' must be a string");
        }

        @Test
        void may_have_any_form_if_nothing_is_validated() {
            assertThat(
                            publish()
                                    .mockedResult("{\"MessageId\":7}")
                                    .validating("NONE")
                                    .response()
                                    .path("output")
                                    .asText())
                    .isEqualTo("{\"MessageId\":7}");
        }

        @Test
        void may_lack_a_required_field_only_if_no_more_than_the_present_ones_are_validated() {
            String submit =
                    """
                    { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob", "End": true }
                    """;

            assertThat(Trial.of(submit).mockedResult("{\"JobId\":\"j\"}").refusal())
                    .contains("JobName");
            assertThat(
                            Trial.of(submit)
                                    .mockedResult("{\"JobId\":\"j\"}")
                                    .validating("PRESENT")
                                    .response()
                                    .path("status")
                                    .asText())
                    .isEqualTo("SUCCEEDED");
        }

        @Test
        void is_checked_inside_lists_and_shared_shapes_too() {
            String scan =
                    """
                    { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:scan", "End": true }
                    """;

            assertThat(Trial.of(scan).mockedResult("{\"Items\":[{\"id\":{\"S\":1}}]}").refusal())
                    .endsWith("Field 'S' must be a string");
        }

        @Test
        void of_a_callback_is_what_the_caller_back_would_send() {
            String ask =
                    """
                    { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "End": true,
                      "Parameters": { "Message.$": "$$.Task.Token" } }
                    """;
            var trial =
                    Trial.of(ask)
                            .mockedResult("{\"MessageId\":7}")
                            .with("context", "{\"Task\":{\"Token\":\"abc\"}}");

            assertThat(trial.inspected("afterParameters")).isEqualTo("{\"Message\":\"abc\"}");
            assertThat(trial.response().path("output").asText()).isEqualTo("{\"MessageId\":7}");
        }
    }

    @Nested
    class A_request_is_refused {

        @Test
        void when_its_mock_is_a_result_and_an_error_or_neither() {
            String message =
                    "ValidationException: A test mock should have only one of the following fields: [result, errorOutput].";

            assertThat(publish().mockedResult("{}").mockedError("E", "c").refusal())
                    .isEqualTo(message);
            assertThat(publish().validating("STRICT").refusal()).isEqualTo(message);
        }

        @Test
        void when_secrets_are_to_be_revealed_of_a_mock() {
            assertThat(publish().mockedResult("{}").revealingSecrets().refusal())
                    .isEqualTo(
                            "ValidationException: TestState does not support RevealSecrets when a mock is specified.");
        }

        @Test
        void when_a_state_without_work_is_mocked() {
            assertThat(Trial.of("{ \"Type\": \"Succeed\" }").mockedResult("{}").refusal())
                    .isEqualTo(
                            "ValidationException: State type 'Succeed' is not supported when a mock is specified");
        }

        @Test
        void when_what_happened_before_is_told_without_a_mock() {
            assertThat(publish().configured("retrierRetryCount", 1).refusal())
                    .isEqualTo(
                            "ValidationException: TestState does not support RetrierRetryCount when a mock is not specified.");
        }

        @Test
        void when_a_task_waits_for_somebody_and_there_is_no_mock() {
            assertThat(
                            Trial.of(
                                            """
                                            { "Type": "Task", "End": true,
                                              "Resource": "arn:aws:states:::sns:publish.waitForTaskToken" }
                                            """)
                                    .calling("{}", 0)
                                    .refusal())
                    .startsWith("InvalidDefinition: ");
        }
    }
}

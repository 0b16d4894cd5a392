package dev.statecraft.engine.teststate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Map and Parallel states, which can only be tested with a mock. */
class MockedContainerTest {
    private static final String MAP =
            """
            { "Type": "Map", "ItemsPath": "$.rows", "MaxConcurrency": 4, "ToleratedFailurePercentage": 50, "End": true,
              "ItemSelector": { "i.$": "$$.Map.Item.Index", "row.$": "$$.Map.Item.Value" },
              "ItemBatcher": { "MaxItemsPerBatch": 2 },
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                "StartAt": "Load", "States": { "Load": { "Type": "Pass", "End": true } } } }
            """;

    private static Trial map() {
        return Trial.of(MAP).input("{\"rows\":[7,8,9]}");
    }

    @Nested
    class A_map_state {

        @Test
        void shows_its_items_as_they_are_chosen_shaped_and_batched() {
            var trial = map().mockedResult("[]");

            assertThat(trial.inspected("afterItemsPath")).isEqualTo("[7,8,9]");
            assertThat(trial.inspected("afterItemSelector"))
                    .isEqualTo("[{\"i\":0,\"row\":7},{\"i\":1,\"row\":8},{\"i\":2,\"row\":9}]");
            assertThat(trial.inspected("afterItemBatcher"))
                    .isEqualTo(
                            "[{\"Items\":[{\"i\":0,\"row\":7},{\"i\":1,\"row\":8}]},{\"Items\":[{\"i\":2,\"row\":9}]}]");
            assertThat(trial.inspected("maxConcurrency")).isEqualTo("4");
            assertThat(trial.inspected("toleratedFailurePercentage")).isEqualTo("50.0");
        }

        @Test
        void shows_the_items_to_its_selector_beside_a_made_up_context_object() {
            assertThat(
                            map().mockedResult("[]")
                                    .with("context", "{\"Execution\":{\"Name\":\"x\"}}")
                                    .inspected("afterItemSelector"))
                    .startsWith("[{\"i\":0,\"row\":7}");
        }

        @Test
        void fails_when_more_iterations_fail_than_it_tolerates() {
            var one = map().mockedResult("[1]").configured("mapIterationFailureCount", 1);
            var two = map().mockedResult("[1]").configured("mapIterationFailureCount", 2);

            assertThat(one.response().path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(two.response().path("error").asText())
                    .isEqualTo("States.ExceedToleratedFailureThreshold");
        }

        @Test
        void cannot_have_more_failures_than_items() {
            assertThat(
                            map().mockedResult("[1]")
                                    .configured("mapIterationFailureCount", 4)
                                    .refusal())
                    .startsWith("ValidationException: MapIterationFailureCount");
        }

        @Test
        void is_told_what_an_item_reader_finds_as_it_stands_in_the_file() {
            String read =
                    """
                    { "Type": "Map", "End": true,
                      "ItemReader": { "Resource": "arn:aws:states:::s3:getObject",
                        "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "MaxItems": 1 },
                        "Parameters": { "Bucket": "b", "Key": "k.csv" } },
                      "ItemSelector": { "name.$": "$$.Map.Item.Value.name" },
                      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                        "StartAt": "Load", "States": { "Load": { "Type": "Pass", "End": true } } } }
                    """;

            assertThat(
                            Trial.of(read)
                                    .mockedResult("[]")
                                    .configured("mapItemReaderData", "name,age\nAda,36\nAlan,41\n")
                                    .inspected("afterItemSelector"))
                    .isEqualTo("[{\"name\":\"Ada\"}]");
        }

        @Test
        void names_the_state_inside_it_that_failed() {
            assertThat(
                            map().mockedError("Load.Failed", "disk")
                                    .configured("errorCausedByState", "Load")
                                    .response())
                    .hasToString(
                            "{\"error\":\"Load.Failed\",\"cause\":\"disk\",\"status\":\"FAILED\"}");
            assertThat(
                            map().mockedError("Load.Failed", "disk")
                                    .configured("errorCausedByState", "Save")
                                    .refusal())
                    .isEqualTo("ValidationException: State not found in definition");
        }

        @Test
        void needs_a_mock() {
            assertThat(map().refusal())
                    .startsWith(
                            "InvalidDefinition: TestState API does not support Map or Parallel states.");
        }
    }

    @Nested
    class A_parallel_state {
        private static final String BOTH =
                """
                { "Type": "Parallel", "End": true, "ResultPath": "$.both", "Branches": [
                  { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } },
                  { "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } } ] }
                """;

        @Test
        void is_mocked_with_one_result_for_each_branch() {
            assertThat(Trial.of(BOTH).mockedResult("[1, 2]").response().path("output").asText())
                    .isEqualTo("{\"both\":[1,2]}");
            assertThat(Trial.of(BOTH).mockedResult("[1]").refusal())
                    .isEqualTo(
                            "ValidationException: Mocked result must contain the same number of items as number of Parallel branches.");
        }

        @Test
        void with_a_faulty_branch_is_refused_as_a_machine_would_be() {
            assertThat(
                            Trial.of("{ \"Type\": \"Parallel\", \"Branches\": [], \"End\": true }")
                                    .mockedResult("[]")
                                    .refusal())
                    .isEqualTo(
                            "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Value cannot be"
                                    + " empty at /States/StateName/Branches'");
        }
    }
}

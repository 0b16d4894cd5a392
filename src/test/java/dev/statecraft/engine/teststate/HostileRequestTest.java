package dev.statecraft.engine.teststate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestTest {
    private static final String PASS = "{ \"Type\": \"Pass\", \"End\": true }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{} , \"Other\": {}",
                "{\"Type\": \"Pass\"}",
                "{\"Type\": \"Pass\", \"Type\": \"Pass\", \"End\": tru}",
                "{\"Type\": \"Task\", \"Resource\": \"bill\", \"End\": true}",
                "{\"StartAt\": \"A\", \"States\": {}}",
                "{\"Type\": \"Map\", \"ItemProcessor\": 4, \"End\": true}",
                "{\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% ( %}\", \"End\": true}"
            })
    void a_definition_that_is_no_state_is_answered_with_what_is_wrong(String definition) {
        assertThat(Trial.of(definition).refusal())
                .startsWith("InvalidDefinition: Invalid State Machine Definition: '");
    }

    @Test
    void texts_that_are_not_json_are_named() {
        assertThat(Trial.of(PASS).input("{\"a\": }").refusal())
                .startsWith(
                        "InvalidExecutionInput: Invalid State Machine Execution Input: 'Unexpected character");
        assertThat(Trial.of(PASS).input("").refusal()).startsWith("InvalidExecutionInput");
        assertThat(Trial.of(PASS).with("variables", "[1]").refusal())
                .isEqualTo("ValidationException: The variables must be a JSON object.");
        assertThat(Trial.of(PASS).with("context", "nothing").refusal())
                .startsWith("ValidationException: Invalid Context object provided: ");
    }

    @Test
    void an_unknown_level_is_refused_with_the_levels_that_there_are() {
        assertThat(Trial.of(PASS).with("inspectionLevel", "LOUD").refusal())
                .isEqualTo(
                        "ValidationException: 1 validation error detected: Value 'LOUD' at 'inspectionLevel' failed to satisfy"
                                + " constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]");
    }

    @Test
    void an_input_nested_beyond_reason_is_refused() {
        assertThat(Trial.of(PASS).input("[".repeat(100_000)).refusal())
                .startsWith("InvalidExecutionInput");
    }

    @Test
    void an_endless_expression_fails_the_state() {
        var response =
                Trial.of(
                                """
                                { "Type": "Pass", "QueryLanguage": "JSONata", "End": true,
                                  "Output": "{% ( $f := function($n) { $f($n + 1) }; $f(0) ) %}" }
                                """)
                        .response();

        assertThat(response.path("status").asText()).isEqualTo("FAILED");
    }
}

package dev.statecraft.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

class VariableReferencesTest {

    @Test
    void the_states_that_read_variables_are_named_with_what_they_read() {
        assertThat(
                        VariableReferences.of(
                                """
                                { "StartAt": "Set", "States": {
                                    "Set": {"Type": "Pass", "Assign": {"b": 1, "a": 2}, "Next": "Sum"},
                                    "Sum": {"Type": "Pass", "Parameters": {"s.$": "States.MathAdd($b, $a)"}, "Next": "Ask"},
                                    "Ask": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $b + $sum([1, $states.input.x]) %}", "Next": "Each"},
                                    "Each": {"Type": "Map", "ItemProcessor": {"StartAt": "In", "States": {
                                        "In": {"Type": "Pass", "InputPath": "$a", "End": true}}}, "End": true} } }
                                """))
                .isEqualTo(Map.of("Sum", Set.of("a", "b"), "Ask", Set.of("b"), "In", Set.of("a")));
    }

    @Test
    void a_definition_without_variables_has_no_references() {
        assertThat(
                        VariableReferences.of(
                                """
                                { "StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.x", "Parameters": {"n.$": "$$.State.Name"}, "End": true}} }
                                """))
                .isEmpty();
    }
}

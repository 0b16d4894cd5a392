package dev.statecraft.asl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.problems.AdviceRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What grows in each round of a loop is pointed out where it is certain to pass 256 KiB before the history is full. */
class PayloadGrowthTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "Assign": { "t": "{% $t & $t %}" }                              | 18
            "Assign": { "t": "{% $append($t, $t) %}" }                      | 18
            "Assign": { "t": "{% $t & '%s' %}" }                            | 2622
            "Output": { "log": "{% $states.input.log & '%s' %}" }           | 2622
            "Output": { "a": "{% $states.input %}", "b": "{% $states.input %}" } | 18
            """)
    void growth_of_a_loop(String field, long rounds) {
        assertThat(grows(field.replace("%s", "x".repeat(100))))
                .isEqualTo(
                        "\"A\" enlarges its data in each round of the loop: after "
                                + rounds
                                + " rounds at most it passes 256 KiB.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "Assign": { "t": "{% $t & 'x' %}" }
            "Assign": { "t": "{% $u & $u %}" }
            "Assign": { "t": "{% $append($t, $states.input.item) %}" }
            "Output": "{% $states.input %}"
            "Output": { "n": "{% $states.input.n + 1 %}" }
            """)
    void what_may_stay_small_is_left_alone(String field) {
        assertThat(grows(field)).isEmpty();
    }

    @Test
    void nor_is_anything_said_where_there_is_no_loop() {
        assertThat(
                        said(
                                """
                { "StartAt": "A", "States": {
                    "A": { "Type": "Pass", "Parameters": { "l.$": "$", "r.$": "$" }, "End": true } } }
                """))
                .isEmpty();
    }

    private static String grows(String field) {
        return said(
                """
        { "QueryLanguage": "JSONata", "StartAt": "S", "States": {
            "S": { "Type": "Pass", "Assign": { "t": "a", "u": "b" }, "Next": "A" },
            "A": { "Type": "Pass", %s, "Next": "B" },
            "B": { "Type": "Choice", "Default": "A", "Choices": [
                { "Condition": "{%% $now() > '2030' %%}", "Next": "C" }] },
            "C": { "Type": "Succeed" } } }
        """
                        .formatted(field));
    }

    private static String said(String definition) {
        return AslParser.parse(definition).diagnostics().stream()
                .filter(it -> it.rule() == AdviceRule.PAYLOAD_GROWS)
                .map(Diagnostic::message)
                .findFirst()
                .orElse("");
    }
}

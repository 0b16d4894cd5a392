package dev.statecraft.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What is said about variables: every {@code States} object is a scope. */
class VariablesTest {

    @Test
    void a_variable_of_a_branch_is_not_read_outside_it() {
        assertThat(
                        all(
                                """
                { "StartAt": "Both", "States": {
                    "Both": { "Type": "Parallel", "Next": "Sum", "Branches": [{ "StartAt": "In", "States": {
                        "In": { "Type": "Pass", "Assign": { "total": 1 }, "End": true } } }] },
                    "Sum": { "Type": "Pass", "InputPath": "$total", "End": true } } }
                """))
                .containsExactly(
                        """
                POSSIBLY_UNDEFINED_VARIABLE at /States/Sum/InputPath (line 4, column 44)
                Variable 'total' is possibly not defined.
                "In" assigns it in a scope that cannot be read here; hand the value on through input or output.""");
    }

    @Test
    void child_executions_do_not_see_the_variables_around_them() {
        String machine =
                """
                { "StartAt": "A", "States": {
                    "A": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "Map" },
                    "Map": { "Type": "Map", "End": true, "ItemProcessor": {
                        "ProcessorConfig": %s, "StartAt": "In", "States": {
                            "In": { "Type": "Pass", "InputPath": "$total", "End": true } } } } } }
                """;

        assertThat(all(machine.formatted("{ \"Mode\": \"INLINE\" }"))).isEmpty();
        assertThat(
                        all(
                                machine.formatted(
                                        "{ \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\" }")))
                .singleElement()
                .asString()
                .contains("Variable 'total' is possibly not defined.");
    }

    @Test
    void a_variable_that_a_loop_assigns_later_may_have_a_value_at_its_beginning() {
        assertThat(
                        all(
                                """
                { "StartAt": "Ask", "States": {
                    "Ask": { "Type": "Choice", "Default": "Count", "Choices": [
                        { "And": [{ "Variable": "$count", "IsPresent": true }, { "Variable": "$count", "NumericGreaterThan": 3 }], "Next": "Done" }] },
                    "Count": { "Type": "Pass", "Assign": { "count": 4 }, "Next": "Ask" },
                    "Done": { "Type": "Succeed" } } }
                """))
                .isEmpty();
    }

    @Test
    void a_function_handed_to_another_is_no_variable() {
        assertThat(
                        all(
                                """
                { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Succeed",
                    "Output": "{% $map($states.input.names, $uppercase) %}" } } }
                """))
                .isEmpty();
    }

    private static List<String> all(String definition) {
        return AslParser.parse(definition).diagnostics().stream()
                .map(
                        it ->
                                "%s at %s (line %d, column %d)\n%s\n%s"
                                        .formatted(
                                                it.code(),
                                                it.location(),
                                                it.position().line(),
                                                it.position().column(),
                                                it.message(),
                                                it.remedy()))
                .toList();
    }
}

package dev.statecraft.editing.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.editing.design.StateForm.Element;
import dev.statecraft.editing.design.StateForm.Entry;
import dev.statecraft.editing.design.StateForm.Option;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class StateFormTest {
    private static final String ORDER =
            """
            { "StartAt": "Charge", "States": {
                "Charge": { "Type": "Task", "Next": "Large?", "TimeoutSeconds": "soon",
                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                    "Retry": [{ "ErrorEquals": ["Busy", "Late"], "MaxAttempts": 3 }],
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Sorry" }] },
                "Large?": { "Type": "Choice", "Default": "Sorry", "Choices": [
                    { "And": [{ "Variable": "$.total", "NumericGreaterThan": 100 },
                              { "Variable": "$.gift", "IsPresent": true }], "Next": "Sorry" }] },
                "Sorry": { "Type": "Fail" } } }
            """;

    @Test
    void a_task_shows_what_stands_in_its_fields() {
        StateForm form = form(ORDER, "Charge");

        assertThat(form.type()).isEqualTo("Task");
        assertThat(value(form, "/Resource")).endsWith("function:charge");
        assertThat(value(form, "/Retry/0/ErrorEquals")).isEqualTo("Busy, Late");
        assertThat(value(form, "/Catch/0/Next")).isEqualTo("Sorry");
        assertThat(value(form, "/Next")).isEqualTo("Large?");
    }

    @Test
    void what_is_wrong_stands_beside_its_field() {
        Entry timeout = entry(form(ORDER, "Charge"), "/TimeoutSeconds");

        assertThat(timeout.remarks())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.severity()).isEqualTo("error");
                            assertThat(it.message()).contains("Integer");
                        });
        assertThat(entry(form(ORDER, "Charge"), "/Resource").remarks()).isEmpty();
    }

    @Test
    void transitions_offer_the_states_of_their_own_branch() {
        Entry next = entry(form(ORDER, "Charge"), "/Next");

        assertThat(next.options())
                .extracting(Option::label)
                .containsExactly("the end", "Charge", "Large?", "Sorry");
    }

    @Test
    void conditions_that_are_combined_stand_one_below_the_other() {
        Element rule = form(ORDER, "Large?").parts().get(1).elements().getFirst();

        assertThat(rule.entries().getFirst().value()).isEqualTo("And");
        assertThat(rule.elements())
                .extracting(
                        it ->
                                it.entries().get(1).value()
                                        + " "
                                        + it.entries().get(2).value()
                                        + " "
                                        + it.entries().get(3).value())
                .containsExactly("$.total NumericGreaterThan 100", "$.gift IsPresent true");
    }

    @Test
    void a_state_in_JSONata_has_the_fields_of_JSONata() {
        String text =
                ORDER.replace(
                        "\"Type\": \"Task\",",
                        "\"Type\": \"Task\", \"QueryLanguage\": \"JSONata\",");

        assertThat(pointers(form(text, "Charge")))
                .contains("/Arguments", "/Output")
                .doesNotContain("/Parameters", "/ResultPath", "/InputPath");
        assertThat(pointers(form(ORDER, "Charge")))
                .contains("/Parameters", "/ResultPath", "/InputPath")
                .doesNotContain("/Arguments", "/Output");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_field_of_the_catalogue_exists_in_the_language(boolean jsonata) {
        for (FieldSpec spec : FieldCatalogue.FIELDS) {
            for (String type : spec.types()) {
                if (spec.belongsTo(type, jsonata) && !spec.pointer().substring(1).contains("/")) {
                    assertThat(unsupported(type, spec.name(), jsonata))
                            .as(type + " in " + (jsonata ? "JSONata" : "JSONPath"))
                            .isEmpty();
                }
            }
        }
    }

    private static List<String> unsupported(String type, String field, boolean jsonata) {
        var state = JsonNodeFactory.instance.objectNode().put("Type", type).put(field, "x");
        if (type.equals("Map")) {
            state.putObject("ItemProcessor")
                    .putObject("ProcessorConfig")
                    .put("Mode", "DISTRIBUTED");
        }
        var machine = JsonNodeFactory.instance.objectNode().put("StartAt", "A");
        machine.put("QueryLanguage", jsonata ? "JSONata" : "JSONPath");
        machine.putObject("States").set("A", state);
        return AslParser.parse(machine.toString()).diagnostics().stream()
                .filter(it -> it.severity() == Diagnostic.Severity.ERROR)
                .map(it -> it.rule() + " " + it.message())
                .filter(it -> it.contains("NOT_SUPPORTED"))
                .toList();
    }

    @Test
    void a_state_that_is_gone_has_no_form() {
        assertThat(StateForms.of(ORDER, "Ship")).isEmpty();
        assertThat(StateForms.of("{", "Ship")).isEmpty();
    }

    private static StateForm form(String text, String state) {
        return StateForms.of(text, state).orElseThrow();
    }

    private static String value(StateForm form, String pointer) {
        return entry(form, pointer).value();
    }

    private static List<String> pointers(StateForm form) {
        return entries(form).map(Entry::pointer).toList();
    }

    private static Entry entry(StateForm form, String pointer) {
        return entries(form)
                .filter(it -> it.pointer().equals(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + pointer + " in " + pointers(form)));
    }

    private static Stream<Entry> entries(StateForm form) {
        return form.parts().stream()
                .flatMap(
                        part ->
                                Stream.concat(
                                        part.entries().stream(),
                                        part.elements().stream()
                                                .flatMap(it -> it.entries().stream())));
    }
}

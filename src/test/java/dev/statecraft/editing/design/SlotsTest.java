package dev.statecraft.editing.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.AslParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {

    @Test
    void each_empty_branch_gets_a_state_that_stands_for_nothing() {
        String text =
                """
                { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
                    { "StartAt": "", "States": {} }, { "StartAt": "", "States": {} }] } } }
                """;

        Slots slots = Slots.in(text);

        assertThat(AslParser.parse(slots.text()).isValid()).isTrue();
        assertThat(slots.places().values())
                .containsExactlyInAnyOrder("/States/Both/Branches/0", "/States/Both/Branches/1");
    }

    @Test
    void an_empty_machine_is_one_slot_also_in_YAML() {
        for (String text :
                new String[] {"{ \"StartAt\": \"\", \"States\": {} }", "States: {}\n", "{}"}) {
            Slots slots = Slots.in(text);

            assertThat(slots.places()).containsValue("");
            assertThat(AslParser.parse(slots.text()).isValid()).as(slots.text()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"a\"", "StartAt", "- 1"})
    void what_is_no_definition_has_no_slots_or_stays_unreadable(String text) {
        Slots slots = Slots.in(text);

        assertThat(slots.text()).isNotNull();
    }
}

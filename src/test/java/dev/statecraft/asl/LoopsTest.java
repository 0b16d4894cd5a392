package dev.statecraft.asl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.rules.flow.Loops;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class LoopsTest {

    @Test
    void states_in_a_row_are_no_loop_and_come_last_first() {
        assertThat(Loops.of(graph("A", "B", "B", "C", "C", "")))
                .containsExactly(List.of("C"), List.of("B"), List.of("A"));
    }

    @Test
    void states_that_lead_to_each_other_are_a_loop() {
        assertThat(Loops.of(graph("A", "B", "B", "CD", "C", "B", "D", "")))
                .containsExactly(List.of("D"), List.of("B", "C"), List.of("A"));
    }

    @Test
    void two_loops_that_share_a_state_are_one() {
        assertThat(Loops.of(graph("A", "BC", "B", "A", "C", "A")))
                .singleElement()
                .satisfies(loop -> assertThat(loop).containsExactlyInAnyOrder("A", "B", "C"));
    }

    @Test
    void a_hundred_thousand_states_in_a_row_end_well() {
        Map<String, List<String>> leads = new LinkedHashMap<>();
        for (int i = 0; i < 100_000; i++) {
            leads.put("S" + i, List.of("S" + (i + 1)));
        }
        leads.put("S100000", List.of());

        assertThat(Loops.of(leads)).hasSize(100_001);
    }

    /** Pairs of a state and the states that it leads to, a letter each. */
    private static Map<String, List<String>> graph(String... pairs) {
        Map<String, List<String>> leads = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            leads.put(
                    pairs[i], pairs[i + 1].isEmpty() ? List.of() : List.of(pairs[i + 1].split("")));
        }
        return leads;
    }
}

package dev.statecraft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.conformance.Wildcards.Bound;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events are written as {@code ID<PREVIOUS TYPE DETAIL}; the detail may be left out. */
class HistoryComparisonTest {
    private static final String[] TWO_BRANCHES = {
        "1<0 ExecutionStarted",
        "2<0 ParallelStateEntered P",
        "3<2 ParallelStateStarted",
        "4<3 PassStateEntered A",
        "5<4 PassStateExited A",
        "6<3 PassStateEntered B",
        "7<6 PassStateExited B",
        "8<7 ParallelStateSucceeded",
        "9<7 ParallelStateExited P",
        "10<9 ExecutionSucceeded"
    };

    @Test
    void the_same_events_in_the_same_order_are_equal() {
        assertThat(difference(events("1<0 A", "2<1 B x"), events("1<0 A", "2<1 B x"))).isEmpty();
    }

    @Test
    void a_detail_a_type_a_chain_or_a_count_that_differs_is_named() {
        List<JsonNode> recorded = events("1<0 A", "2<1 B x");

        assertThat(difference(recorded, events("1<0 A", "2<1 B y")))
                .contains(new Difference("event 2: B.name", "\"x\"", "\"y\""));
        assertThat(difference(recorded, events("1<0 A", "2<1 C x")))
                .contains(new Difference("type", "B (id 2)", "C (id 2)"));
        assertThat(difference(recorded, events("1<0 A", "2<0 B x")))
                .contains(new Difference("B (id 2): previousEventId", "1", "0"));
        assertThat(difference(recorded, events("1<0 A")))
                .contains(
                        new Difference(
                                "number of events", "2", "1; the first unmatched is B (id 2)"));
    }

    @Test
    void branches_may_interleave_in_any_order() {
        List<JsonNode> interleaved =
                events(
                        "1<0 ExecutionStarted",
                        "2<0 ParallelStateEntered P",
                        "3<2 ParallelStateStarted",
                        "4<3 PassStateEntered B",
                        "5<3 PassStateEntered A",
                        "6<4 PassStateExited B",
                        "7<5 PassStateExited A",
                        "8<6 ParallelStateSucceeded",
                        "9<6 ParallelStateExited P",
                        "10<9 ExecutionSucceeded");

        assertThat(difference(events(TWO_BRANCHES), interleaved)).isEmpty();
    }

    @Test
    void a_branch_that_did_something_else_differs() {
        String[] other = TWO_BRANCHES.clone();
        other[6] = "7<6 PassStateExited C";

        assertThat(difference(events(TWO_BRANCHES), events(other))).isPresent();
    }

    @Test
    void an_event_that_hangs_on_the_other_branch_differs() {
        String[] other = TWO_BRANCHES.clone();
        other[6] = "7<4 PassStateExited B";

        assertThat(difference(events(TWO_BRANCHES), events(other))).isPresent();
    }

    @Test
    void a_recording_whose_numbers_were_zeroed_is_compared_without_them() {
        List<JsonNode> zeroed =
                events(
                        "1<0 ExecutionStarted",
                        "2<0 ParallelStateEntered P",
                        "3<2 ParallelStateStarted",
                        "0<0 PassStateEntered B",
                        "0<0 PassStateExited B",
                        "0<0 PassStateEntered A",
                        "0<0 PassStateExited A",
                        "9<7 ParallelStateExited P",
                        "10<9 ExecutionSucceeded");

        assertThat(difference(zeroed, events(TWO_BRANCHES))).isEmpty();

        String[] other = TWO_BRANCHES.clone();
        other[3] = "4<3 PassStateEntered C";
        assertThat(difference(zeroed, events(other))).isPresent();
    }

    private static Optional<Difference> difference(List<JsonNode> expected, List<JsonNode> actual) {
        var values = new ValueComparison(new Wildcards(Json.read("[]").orElseThrow()));
        return new HistoryComparison(values).compare(expected, actual, new Bound());
    }

    private static List<JsonNode> events(String... lines) {
        return Stream.of(lines).map(HistoryComparisonTest::event).toList();
    }

    private static JsonNode event(String line) {
        String[] words = line.split("[< ]");
        String detail = words.length > 3 ? ", \"name\": \"" + words[3] + "\"" : "";
        return Json.read(
                        "{\"id\": %s, \"previousEventId\": %s, \"type\": \"%s\"%s}"
                                .formatted(words[0], words[1], words[2], detail))
                .orElseThrow();
    }
}

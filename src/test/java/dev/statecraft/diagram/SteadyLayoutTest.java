package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.diagram.layout.Flow;
import dev.statecraft.diagram.layout.GraphLayout;
import dev.statecraft.diagram.layout.Point;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reader keeps a map of the drawing in mind, which an edit must not turn over. */
class SteadyLayoutTest {
    /** The height of a station and its label, with the gaps between. */
    private static final double ONE_STATE = 160;

    private static final String PASS = "\"New\": { \"Type\": \"Pass\", \"Next\": \"%s\" },";

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("one more letter", "\"Wrap\"", "\"Wraps\""),
                edit(
                        "another condition",
                        "\"NumericGreaterThan\": 100",
                        "\"NumericGreaterThan\": 1000"),
                edit("another wait", "\"Seconds\": 86400", "\"Seconds\": 3600"),
                edit(
                        "a retrier",
                        "\"Next\": \"Large order?\",",
                        "\"Next\": \"Large order?\", \"Retry\": [{ \"ErrorEquals\": [\"Busy\"] }],"),
                edit(
                        "a state on the main line",
                        "\"Next\": \"Deliver\",",
                        "\"Next\": \"New\",",
                        "\"Deliver\": {",
                        PASS.formatted("Deliver") + "\"Deliver\": {"),
                edit(
                        "a state in a branch",
                        "\"Next\": \"Ship\",",
                        "\"Next\": \"New\",",
                        "\"Ship\": {",
                        PASS.formatted("Ship") + "\"Ship\": {"),
                edit(
                        "a state after a rule",
                        "\"Next\": \"Wrap\"",
                        "\"Next\": \"New\"",
                        "\"Wrap\": {",
                        PASS.formatted("Wrap") + "\"Wrap\": {"),
                edit(
                        "a state at the end",
                        "\"Next\": \"Done\"",
                        "\"Next\": \"New\"",
                        "\"Done\": {",
                        PASS.formatted("Done") + "\"Done\": {"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void a_small_edit_moves_little(String what, String before, String after) {
        Map<String, Point> old = places(before);
        Map<String, Point> now = places(after);
        List<Point> moves =
                old.entrySet().stream()
                        .filter(it -> now.containsKey(it.getKey()))
                        .map(
                                it ->
                                        now.get(it.getKey())
                                                .plus(-it.getValue().x(), -it.getValue().y()))
                        .toList();

        // What is put in pushes what follows it down once. Besides, one state at the side may find
        // a better place.
        assertThat(moves.stream().filter(it -> Math.abs(it.x()) > 64).count())
                .as("how many move sideways")
                .isLessThanOrEqualTo(1);
        assertThat(moves.stream().filter(it -> it.y() < -1 || it.y() > ONE_STATE).count())
                .as("how many jump up or down")
                .isLessThanOrEqualTo(1);
    }

    private static Map<String, Point> places(String definition) {
        var graph = StateGraph.of(Definitions.machine(definition));
        var layout = GraphLayout.of(graph, Flow.DOWN);
        return graph.stops()
                .collect(
                        Collectors.toMap(
                                StateGraph.Stop::name,
                                it -> layout.plates().get(it.id()).centre()));
    }

    private static Arguments edit(String what, String... replacements) {
        String after = Samples.ORDER;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(after).contains(replacements[i]);
            after = after.replace(replacements[i], replacements[i + 1]);
        }
        return Arguments.of(what, Samples.ORDER, after);
    }
}

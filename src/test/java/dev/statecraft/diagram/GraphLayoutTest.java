package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.diagram.layout.Box;
import dev.statecraft.diagram.layout.Flow;
import dev.statecraft.diagram.layout.GraphLayout;
import dev.statecraft.diagram.layout.Point;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class GraphLayoutTest {
    private static final String ORDER =
            """
            { "StartAt": "Reserve", "States": {
                "Reserve": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:reserve",
                    "Retry": [{ "ErrorEquals": ["States.ALL"] }],
                    "Catch": [{ "ErrorEquals": ["Stock.Empty"], "Next": "Failed" }], "Next": "Large?" },
                "Large?": { "Type": "Choice", "Default": "Deliver",
                    "Choices": [{ "Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Ask" }] },
                "Ask": { "Type": "Wait", "Seconds": 60, "Next": "Large?" },
                "Deliver": { "Type": "Parallel", "End": true,
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Failed" }],
                    "Branches": [
                    { "StartAt": "Pick", "States": {
                        "Pick": { "Type": "Pass", "Next": "Pack" }, "Pack": { "Type": "Pass", "End": true } } },
                    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
                        "ItemProcessor": { "StartAt": "Bill", "States": { "Bill": { "Type": "Pass", "End": true } } } } } } ] },
                "Failed": { "Type": "Fail" } } }
            """;

    @ParameterizedTest
    @EnumSource(Flow.class)
    void no_two_stations_overlap(Flow flow) {
        var graph = graph(ORDER);
        var layout = GraphLayout.of(graph, flow);

        List<Box> plates = graph.stops().map(stop -> layout.plates().get(stop.id())).toList();

        assertThat(plates).hasSize(9);
        for (int i = 0; i < plates.size(); i++) {
            for (int j = i + 1; j < plates.size(); j++) {
                assertThat(plates.get(i).overlaps(plates.get(j))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void tracks_run_at_right_angles(Flow flow) {
        var layout = GraphLayout.of(graph(ORDER), flow);

        for (var route : layout.routes().values()) {
            for (int i = 1; i < route.points().size(); i++) {
                Point a = route.points().get(i - 1);
                Point b = route.points().get(i);
                assertThat(Math.abs(a.x() - b.x()) < 0.1 || Math.abs(a.y() - b.y()) < 0.1)
                        .as("%s to %s", a, b)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void words_on_tracks_cover_no_station(Flow flow) {
        var graph = graph(ORDER);
        var layout = GraphLayout.of(graph, flow);
        List<Box> labels =
                layout.routes().values().stream().flatMap(route -> route.label().stream()).toList();

        assertThat(labels).hasSize(4);
        graph.stops()
                .map(stop -> layout.plates().get(stop.id()))
                .forEach(plate -> assertThat(labels).noneMatch(plate::overlaps));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void the_stations_of_a_yard_lie_within_its_frame(Flow flow) {
        var graph = graph(ORDER);
        var layout = GraphLayout.of(graph, flow);

        graph.stops()
                .filter(StateGraph.Yard.class::isInstance)
                .map(StateGraph.Yard.class::cast)
                .forEach(
                        yard -> {
                            Box frame = layout.frames().get(yard.id());
                            assertThat(yard.inside().stops())
                                    .allSatisfy(
                                            stop ->
                                                    assertThat(layout.plates().get(stop.id()))
                                                            .matches(
                                                                    it ->
                                                                            it.x() >= frame.x()
                                                                                    && it.right()
                                                                                            <= frame
                                                                                                    .right()
                                                                                    && it.y()
                                                                                            >= frame
                                                                                                    .y()
                                                                                    && it.bottom()
                                                                                            <= frame
                                                                                                    .bottom()));
                        });
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void nothing_lies_outside_the_drawing(Flow flow) {
        var layout = GraphLayout.of(graph(ORDER), flow);
        var all = new ArrayList<>(layout.plates().values());
        all.addAll(layout.frames().values());

        assertThat(all)
                .allMatch(box -> box.x() >= 0 && box.y() >= 0)
                .allMatch(box -> box.right() <= layout.width() && box.bottom() <= layout.height());
    }

    @Test
    void the_order_of_the_states_in_the_text_does_not_matter() {
        var layout = GraphLayout.of(graph(three("A", "B", "C")), Flow.DOWN);
        var reversed = GraphLayout.of(graph(three("C", "B", "A")), Flow.DOWN);

        assertThat(places(layout)).isEqualTo(places(reversed));
    }

    @Test
    void one_more_state_at_the_end_moves_nothing_before_it() {
        var before = GraphLayout.of(graph(chain(8)), Flow.DOWN);
        var after = GraphLayout.of(graph(chain(9)), Flow.DOWN);

        assertThat(places(after)).containsAll(List.copyOf(places(before)).subList(0, 8));
    }

    @Test
    void a_drawing_in_which_everything_leads_everywhere_is_drawn_plainly_and_at_once() {
        String states =
                IntStream.range(0, 99)
                        .mapToObj(
                                i ->
                                        "\"S%d\": { \"Type\": \"Choice\", \"Choices\": [%s] }"
                                                .formatted(i, rules(100)))
                        .collect(Collectors.joining(","));
        var graph =
                graph(
                        "{ \"StartAt\": \"S0\", \"States\": { %s, \"S99\": { \"Type\": \"Succeed\" } } }"
                                .formatted(states));

        var layout = GraphLayout.of(graph, Flow.DOWN);

        assertThat(layout.plates()).hasSize(101);
        assertThat(layout.routes()).hasSize(9_901);
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                "{ \"Variable\": \"$.x\", \"NumericEquals\": %d, \"Next\": \"S%d\" }"
                                        .formatted(i, i))
                .collect(Collectors.joining(","));
    }

    private static String three(String first, String second, String third) {
        var next = Map.of("A", "\"Next\": \"B\"", "B", "\"Next\": \"C\"", "C", "\"End\": true");
        return "{ \"StartAt\": \"A\", \"States\": { %s, %s, %s } }"
                .formatted(
                        pass(first, next.get(first)),
                        pass(second, next.get(second)),
                        pass(third, next.get(third)));
    }

    private static String chain(int length) {
        return IntStream.range(0, length)
                .mapToObj(
                        i ->
                                pass(
                                        "S" + i,
                                        i == length - 1
                                                ? "\"End\": true"
                                                : "\"Next\": \"S" + (i + 1) + "\""))
                .collect(Collectors.joining(",", "{ \"StartAt\": \"S0\", \"States\": {", "} }"));
    }

    private static String pass(String name, String transition) {
        return "\"%s\": { \"Type\": \"Pass\", %s }".formatted(name, transition);
    }

    private static Collection<Box> places(GraphLayout layout) {
        return layout.plates().values().stream()
                .sorted(Comparator.comparingDouble(Box::y))
                .toList();
    }

    private static StateGraph graph(String definition) {
        return StateGraph.of(Definitions.machine(definition));
    }
}

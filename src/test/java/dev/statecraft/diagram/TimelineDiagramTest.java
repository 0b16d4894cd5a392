package dev.statecraft.diagram;

import static dev.statecraft.diagram.Runs.fails;
import static dev.statecraft.diagram.Runs.returns;
import static dev.statecraft.diagram.Runs.returnsAfter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.diagram.timeline.TimelineDiagram;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.tasks.TaskOutcome;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class TimelineDiagramTest {
    private static final String ASK =
            """
            { "StartAt": "Ask", "States": {
                "Ask": { "Type": "Task", "Next": "Pause",
                    "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken" },
                "Pause": { "Type": "Wait", "Seconds": 31536000, "Next": "Charge" },
                "Charge": { "Type": "Task", "End": true,
                    "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 2 }],
                    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:charge" } } }
            """;

    private static final String EACH =
            """
            { "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemsPath": "$", "End": true,
                "MaxConcurrency": 1,
                "ItemProcessor": { "StartAt": "Resize", "States": { "Resize": { "Type": "Task", "End": true,
                    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:resize" } } } } } }
            """;

    @Test
    void every_attempt_is_a_bar_and_the_back_off_is_drawn_between() {
        var svg = draw(charge());

        assertThat(words(svg, "attempt"))
                .containsExactly(
                        "Ask, succeeded, 3 s",
                        "Charge, attempt 1, failed with Busy, 400 ms",
                        "Charge, attempt 2, failed with Busy, 400 ms",
                        "Charge, attempt 3, succeeded, 1 s");
        assertThat(words(svg, "backoff")).containsExactly("back-off, 2 s", "back-off, 4 s");
    }

    @Test
    void a_year_is_folded_and_the_fold_says_how_long_it_is() {
        var svg = draw(charge());

        assertThat(svg.withClass("fold")).hasSize(1);
        assertThat(svg.texts("length")).containsExactly("300 days");
        assertThat(svg.texts("time")).contains("0", "2 s", "+5 s");
    }

    @Test
    void bars_that_last_longer_are_wider() {
        List<Element> fills = draw(charge()).withClass("fill");

        double failure = Double.parseDouble(fills.get(2).getAttribute("width"));
        double success = Double.parseDouble(fills.get(4).getAttribute("width"));

        assertThat(success).isGreaterThan(failure);
    }

    @Test
    void nothing_moves_while_events_are_stepped_through() {
        var execution = charge();

        var early = Svg.of(TimelineDiagram.of(execution).selecting(3).draw());
        var late = Svg.of(TimelineDiagram.of(execution).selecting(9).draw());

        assertThat(places(early)).isEqualTo(places(late));
        assertThat(early.withClass("is-later"))
                .hasSizeGreaterThan(late.withClass("is-later").size());
    }

    @Test
    void each_event_is_a_link_and_the_selected_one_is_current() {
        var execution = charge();

        var svg =
                Svg.of(
                        TimelineDiagram.of(execution)
                                .selecting(5)
                                .linking(event -> "?e=" + event)
                                .draw());

        int events = execution.history().events().size();
        assertThat(svg.withClass("event").stream().map(it -> it.getAttribute("href")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, events).mapToObj(i -> "?e=" + i).toList());
        assertThat(svg.withClass("event").get(4).getAttribute("aria-current")).isEqualTo("true");
    }

    @Test
    void the_items_of_a_Map_have_a_row_each() {
        var svg = draw(Runs.of(EACH).withInput("[1, 2, 3]").run());

        assertThat(svg.texts("label")).containsExactly("Each", "item 0", "item 1", "item 2");
    }

    @Test
    void of_very_many_items_the_first_and_the_failed_ones_are_shown() {
        String input =
                IntStream.range(0, 1000)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",", "[", "]"));
        var answers = new TaskOutcome[500];
        Arrays.fill(answers, returns("1"));
        answers[499] = fails("Corrupt");

        var svg = draw(Runs.of(EACH).withInput(input).answering("Resize", answers).run());

        assertThat(svg.texts("label"))
                .hasSize(14)
                .contains("item 0", "item 499", "and 488 more items");
    }

    @Test
    void a_loop_of_thousands_of_passes_stays_a_drawing_that_can_be_sent() {
        var execution =
                Runs.of(
                                """
                { "StartAt": "Tick", "States": {
                    "Tick": { "Type": "Wait", "Seconds": 1, "Next": "Again" },
                    "Again": { "Type": "Choice", "Default": "Tick",
                        "Choices": [{ "Variable": "$.stop", "IsPresent": true, "Next": "Stop" }] },
                    "Stop": { "Type": "Succeed" } } }
                """)
                        .run(Duration.ofSeconds(4000));

        assertThat(execution.history().events()).hasSizeGreaterThan(15_000);
        assertThat(TimelineDiagram.of(execution).draw()).hasSizeLessThan(700_000);
    }

    @Test
    void the_same_execution_gives_the_same_bytes() {
        assertThat(TimelineDiagram.of(charge()).draw())
                .isEqualTo(TimelineDiagram.of(charge()).draw());
    }

    @Test
    void where_no_time_passes_events_still_follow_each_other() {
        var svg =
                draw(
                        Runs.of(
                                        """
                { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "End": true } } }
                """)
                                .run());

        List<Double> xs =
                svg.withClass("mark").stream()
                        .map(it -> Double.parseDouble(it.getAttribute("x")))
                        .toList();
        assertThat(xs).hasSize(6).isSorted().doesNotHaveDuplicates();
    }

    private static Execution charge() {
        return Runs.of(ASK.replace("31536000", "25920000"))
                .answering("Ask", returnsAfter(Duration.ofSeconds(3)))
                .answering("Charge", fails("Busy"), fails("Busy"), returns("1"))
                .run();
    }

    private static Svg draw(Execution execution) {
        return Svg.of(TimelineDiagram.of(execution).draw());
    }

    private static List<String> words(Svg svg, String kind) {
        return svg.withClass(kind).stream().map(it -> it.getAttribute("aria-label")).toList();
    }

    private static List<String> places(Svg svg) {
        return svg.withClass("fill").stream().map(it -> it.getAttribute("x")).toList();
    }
}

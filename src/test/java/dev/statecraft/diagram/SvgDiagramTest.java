package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.diagram.layout.Flow;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import java.util.List;

class SvgDiagramTest {
    private static final String CHARGE =
            """
            { "StartAt": "Charge", "States": {
                "Charge": { "Type": "Task", "Next": "Large?",
                    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:charge",
                    "Catch": [{ "ErrorEquals": ["Payment.Declined"], "Next": "Refund" },
                              { "ErrorEquals": ["States.ALL"], "Next": "Refund" }] },
                "Large?": { "Type": "Choice", "Default": "Ship",
                    "Choices": [{ "Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Refund" }] },
                "Ship": { "Type": "Pass", "End": true },
                "Refund": { "Type": "Fail", "Error": "Order.Failed" } } }
            """;

    @Test
    void every_state_is_a_station_with_its_name() {
        var svg = Svg.of(SvgDiagram.of(Definitions.machine(CHARGE)));

        assertThat(svg.attributes("data-state"))
                .containsExactlyInAnyOrder("Charge", "Large?", "Ship", "Refund");
        assertThat(svg.texts("name"))
                .containsExactlyInAnyOrder("Charge", "Large?", "Ship", "Refund");
    }

    @Test
    void conditions_and_error_names_stand_on_their_tracks() {
        var svg = Svg.of(SvgDiagram.of(Definitions.machine(CHARGE)));

        assertThat(svg.texts("words"))
                .containsExactlyInAnyOrder(
                        "Payment.Declined, any error", "amount > 100", "otherwise");
    }

    @Test
    void a_state_says_what_it_is_to_somebody_who_does_not_see_it() {
        var svg = Svg.of(SvgDiagram.of(Definitions.machine(CHARGE)));

        assertThat(svg.station("Charge").getAttribute("aria-label"))
                .isEqualTo("Charge, Task, Lambda charge");
        assertThat(svg.root().getAttribute("aria-label"))
                .isEqualTo("Workflow with 4 states, starting at Charge.");
    }

    @Test
    void a_state_says_what_became_of_it() {
        var execution = Runs.of(CHARGE).answering("Charge", Runs.fails("Payment.Declined")).run();

        var svg =
                Svg.of(
                        SvgDiagram.of(Definitions.machine(CHARGE))
                                .withOverlay(RunOverlay.of(execution)));

        assertThat(svg.station("Charge").getAttribute("aria-label"))
                .isEqualTo("Charge, Task, Lambda charge, failed, caught");
        assertThat(svg.station("Ship").getAttribute("aria-label"))
                .isEqualTo("Ship, Pass, reshapes data, not reached");
        assertThat(svg.root().getAttribute("aria-label"))
                .isEqualTo(
                        "Workflow with 4 states, starting at Charge."
                                + " 2 reached: 1 failed, 1 failed, caught.");
    }

    @Test
    void the_selected_state_has_the_only_ring() {
        var svg = Svg.of(SvgDiagram.of(Definitions.machine(CHARGE)).selecting("Ship"));

        assertThat(svg.withClass("is-selected"))
                .singleElement()
                .satisfies(it -> assertThat(it.getAttribute("data-state")).isEqualTo("Ship"));
    }

    @Test
    void states_are_links_where_an_address_is_given() {
        var svg =
                Svg.of(
                        SvgDiagram.of(Definitions.machine(CHARGE))
                                .linking(name -> "?state=" + name.length()));

        assertThat(svg.attributes("href"))
                .containsExactlyInAnyOrder("?state=6", "?state=6", "?state=4", "?state=6");
    }

    @Test
    void branches_and_iterations_lie_in_yards() {
        var svg =
                Svg.of(
                        SvgDiagram.of(
                                Definitions.machine(
                                        """
                { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
                    { "StartAt": "Pick", "States": { "Pick": { "Type": "Pass", "End": true } } },
                    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
                        "ItemProcessor": { "StartAt": "Pack", "States": { "Pack": { "Type": "Pass", "End": true } } } } } } ] } } }
                """)));

        assertThat(svg.withClass("yard")).hasSize(2);
        assertThat(svg.attributes("data-state"))
                .containsExactlyInAnyOrder("Both", "Pick", "Each", "Pack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "RIGHT"})
    void the_same_definition_gives_the_same_bytes(String flow) {
        var diagram = SvgDiagram.of(Definitions.machine(CHARGE)).flowing(Flow.valueOf(flow));

        assertThat(diagram.draw()).isEqualTo(diagram.draw());
        assertThat(diagram.draw())
                .isEqualTo(
                        SvgDiagram.of(Definitions.machine(CHARGE))
                                .flowing(Flow.valueOf(flow))
                                .draw());
    }

    @Test
    void no_styles_scripts_or_ids_are_written() {
        String svg = SvgDiagram.of(Definitions.machine(CHARGE)).draw();

        assertThat(svg).doesNotContain(" style=", "<style", "<script", " id=", " onclick");
    }

    @Nested
    class Names_that_mean_harm {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "</text><script>alert(1)</script>",
                    "\" onload=\"alert(1)",
                    "' onmouseover='alert(1)",
                    "<img src=x onerror=alert(1)>",
                    "]]><svg onload=alert(1)>",
                    "&lt;b&gt; &amp; &#x41;",
                    "👩‍👩‍👧‍👦 familie 🚂",
                    "שלום עולם",
                    "مرحبا <b>",
                    "Z̸̡a̶l̴g̵o̷",
                    "tab\there and\nline",
                    "\u202Ereversed\u202C",
                    "漢字の状態",
                    "a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long!"
                })
        void are_only_text(String name) {
            var svg = Svg.of(SvgDiagram.of(Definitions.machine(single(name))).linking(n -> n));

            assertThat(svg.attributes("data-state")).containsExactly(name);
            assertThat(svg.attributes("href")).containsExactly(name);
            assertThat(svg.element("title", name + ", Pass")).isTrue();
            assertThat(svg.elementNames())
                    .isSubsetOf("svg", "g", "a", "title", "text", "rect", "path", "circle");
        }

        @Test
        void lose_only_characters_that_XML_cannot_hold() {
            var svg = Svg.of(SvgDiagram.of(Definitions.machine(single("a\u0000b\u001Bc\uFFFEd"))));

            assertThat(svg.attributes("data-state")).containsExactly("abcd");
        }

        @Test
        void are_shortened_on_the_plate_without_cutting_a_character_in_two() {
            String family = "👨‍👩‍👧‍👦".repeat(7);

            var svg = Svg.of(SvgDiagram.of(Definitions.machine(single(family))));

            List<String> shown = svg.texts("name");
            assertThat(shown).singleElement().asString().endsWith("…");
            assertThat(shown.getFirst().replace("👨‍👩‍👧‍👦", "")).isEqualTo("…");
        }

        private static String single(String name) {
            var nodes = JsonNodeFactory.instance;
            var machine = nodes.objectNode().put("StartAt", name);
            machine.putObject("States").putObject(name).put("Type", "Pass").put("End", true);
            return machine.toString();
        }
    }

    @Test
    void a_greyed_drawing_says_so_to_the_stylesheet() {
        var svg = Svg.of(SvgDiagram.of(Definitions.machine(CHARGE)).greyedOut());

        Element root = svg.root();
        assertThat(root.getAttribute("class").split(" ")).contains("is-greyed");
    }
}

package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.diagram.drawing.Switches;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import java.util.List;
import java.util.Map;

class SwitchesTest {
    private static final String CHARGE =
            """
            { "StartAt": "Charge", "States": {
                "Charge": { "Type": "Task", "Next": "Large?",
                    "Resource": "arn:aws:lambda:us-east-1:111122223333:function:charge",
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Refund" }] },
                "Large?": { "Type": "Choice", "Default": "Both",
                    "Choices": [{ "Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Refund" }] },
                "Both": { "Type": "Parallel", "End": true, "Branches": [
                    { "StartAt": "Ship", "States": { "Ship": { "Type": "Succeed" } } },
                    { "StartAt": "Empty", "States": { "Empty": { "Type": "Pass", "End": true } } }] },
                "Refund": { "Type": "Fail" } } }
            """;

    @Test
    void each_track_says_what_it_stands_for() {
        var svg = drawn(Switches.WITHOUT_SLOTS);

        assertThat(tracks(svg))
                .containsExactlyInAnyOrder(
                        "start  > Charge",
                        "next Charge > Large?",
                        "catch Charge > Refund",
                        "choice Large? > Refund",
                        "choice Large? > Both",
                        "next Both > ",
                        "start Both > Ship",
                        "start Both > Empty",
                        "next Empty > ");
    }

    @Test
    void each_track_has_a_spot_within_the_drawing() {
        var svg = drawn(Switches.WITHOUT_SLOTS);

        double width = Double.parseDouble(svg.root().getAttribute("width"));
        double height = Double.parseDouble(svg.root().getAttribute("height"));
        assertThat(svg.attributes("data-spot"))
                .isNotEmpty()
                .allSatisfy(
                        spot -> {
                            String[] at = spot.split(" ");
                            assertThat(Double.parseDouble(at[0])).isBetween(0.0, width);
                            assertThat(Double.parseDouble(at[1])).isBetween(0.0, height);
                        });
    }

    @Test
    void an_empty_branch_is_a_slot_and_no_state() {
        var svg = drawn(new Switches(Map.of("Empty", "/States/Both/Branches/1")));

        assertThat(svg.attributes("data-slot")).containsExactly("/States/Both/Branches/1");
        assertThat(svg.attributes("data-state")).doesNotContain("Empty");
        assertThat(tracks(svg)).noneMatch(it -> it.contains("Empty"));
    }

    @Test
    void a_drawing_that_nobody_edits_says_none_of_this() {
        var svg = Svg.of(SvgDiagram.of(Definitions.machine(CHARGE)));

        assertThat(svg.attributes("data-edge")).isEmpty();
    }

    private static Svg drawn(Switches switches) {
        return Svg.of(SvgDiagram.of(Definitions.machine(CHARGE)).withSwitches(switches));
    }

    private static List<String> tracks(Svg svg) {
        return svg.elements().stream()
                .filter(it -> it.hasAttribute("data-edge"))
                .map(SwitchesTest::inWords)
                .toList();
    }

    private static String inWords(Element track) {
        return "%s %s > %s"
                .formatted(
                        track.getAttribute("data-edge"),
                        track.getAttribute("data-from"),
                        track.getAttribute("data-to"));
    }
}

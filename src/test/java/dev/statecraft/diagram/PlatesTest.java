package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import java.util.ArrayList;
import java.util.List;

class PlatesTest {

    @Test
    void every_type_of_state_differs_from_all_others_in_outline_or_icon() {
        var svg =
                Svg.of(
                        SvgDiagram.of(
                                Definitions.machine(
                                        """
                                        { "StartAt": "T", "States": {
                                            "T": { "Type": "Task", "Next": "P",
                                                "Resource": "arn:aws:lambda:us-east-1:111122223333:function:t" },
                                            "P": { "Type": "Pass", "Next": "W" },
                                            "W": { "Type": "Wait", "Seconds": 1, "Next": "C" },
                                            "C": { "Type": "Choice", "Default": "S",
                                                "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "F" }] },
                                            "S": { "Type": "Succeed" },
                                            "F": { "Type": "Fail" } } }
                                        """)));

        List<String> icons = new ArrayList<>();
        List<String> outlines = new ArrayList<>();
        for (String name : List.of("T", "P", "W", "C", "S", "F")) {
            icons.add(attribute(svg.station(name), "icon", "d"));
            outlines.add(outline(svg.station(name)));
        }

        assertThat(icons).doesNotHaveDuplicates();
        // Succeed and Fail share the buffer stop at which lines end; icon and colour tell them
        // apart.
        assertThat(outlines.subList(0, 5)).doesNotHaveDuplicates();
    }

    /** The kind of outline without its place: element, rounding, and the letters of the path. */
    private static String outline(Element station) {
        Element plate = part(station, "plate");
        return plate.getTagName()
                + plate.getAttribute("rx")
                + plate.getAttribute("d").replaceAll("[^A-Za-z]", "");
    }

    private static String attribute(Element station, String part, String name) {
        return part(station, part).getAttribute(name);
    }

    private static Element part(Element station, String cssClass) {
        var all = station.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && element.getAttribute("class").equals(cssClass)) {
                return element;
            }
        }
        throw new AssertionError("No " + cssClass);
    }
}

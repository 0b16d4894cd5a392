package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.statecraft.diagram.drawing.SvgWriter;

import org.junit.jupiter.api.Test;

class SvgWriterTest {

    @Test
    void text_and_attributes_are_escaped() {
        String svg = new SvgWriter().element("text", "a < b & c", "class", "\"'>").written();

        assertThat(svg).isEqualTo("<text class=\"&quot;&#39;&gt;\">a &lt; b &amp; c</text>");
    }

    @Test
    void half_a_character_is_left_out() {
        assertThat(new SvgWriter().element("text", "a\uD800b\uDC00c😀").written())
                .isEqualTo("<text>abc😀</text>");
    }

    @Test
    void a_tab_in_an_attribute_stays_a_tab() {
        assertThat(new SvgWriter().empty("g", "data-state", "a\tb\nc").written())
                .isEqualTo("<g data-state=\"a&#9;b&#10;c\"/>");
    }

    @Test
    void an_element_that_is_still_open_is_our_own_mistake() {
        var svg = new SvgWriter().open("g");

        assertThatThrownBy(svg::written).isInstanceOf(IllegalStateException.class);
    }
}

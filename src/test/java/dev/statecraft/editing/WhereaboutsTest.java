package dev.statecraft.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.editing.Whereabouts.Part;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The cursor is the bar. */
class WhereaboutsTest {

    private static Whereabouts at(String text) {
        int cursor = text.indexOf('‸');
        return Whereabouts.of(text.replace("‸", ""), cursor);
    }

    private static void isName(String text, String written, String... path) {
        assertThat(at(text).part()).isEqualTo(Part.NAME);
        assertThat(at(text).written()).isEqualTo(written);
        assertThat(at(text).path()).isEqualTo(List.of(path));
    }

    private static void isValue(String text, String written, String... path) {
        assertThat(at(text).part()).isEqualTo(Part.VALUE);
        assertThat(at(text).written()).isEqualTo(written);
        assertThat(at(text).path()).isEqualTo(List.of(path));
    }

    @Test
    void a_name_is_written_in_the_object_around() {
        isName("{ ‸ }", "");
        isName("{ \"St‸ }", "St");
        isName(
                "{ \"States\": { \"A\": { \"Type\": \"Task\",\n  \"Re‸\"\n } } }",
                "Re",
                "States",
                "A");
    }

    @Test
    void a_value_has_the_path_of_its_field() {
        isValue("{ \"StartAt\": ‸ }", "", "StartAt");
        isValue("{ \"StartAt\": \"A‸\" }", "A", "StartAt");
        isValue(
                "{ \"States\": { \"A\": { \"Retry\": [ {}, { \"ErrorEquals\": [\"x\", \"Sta‸",
                "Sta",
                "States",
                "A",
                "Retry",
                "1",
                "ErrorEquals",
                "1");
    }

    @Test
    void a_missing_comma_does_not_confuse() {
        isName("{ \"StartAt\": \"A\"\n  \"Sta‸\n}", "Sta");
        isName("{ \"TimeoutSeconds\": 3\n  \"Sta‸\n}", "Sta");
    }

    @Test
    void brackets_inside_texts_do_not_count() {
        isName("{ \"Comment\": \"{ [ \\\" }\", ‸", "");
    }

    @Test
    void what_follows_a_half_typed_text_does_not_belong_to_it() {
        Whereabouts open = at("{ \"States\": { \"A\": { \"Ty‸, \"End\": true } } }");

        assertThat(open.to()).isEqualTo(open.from() + 3);
        assertThat(at("{ \"Ty‸pe\": 1 }").to()).isEqualTo(8);
    }

    @Test
    void yaml_is_read_by_its_indentation() {
        isName("StartAt: A\nSt‸", "St");
        isName("States:\n  A:\n    Type: Task\n    Re‸", "Re", "States", "A");
        isValue("States:\n  A:\n    Type: Ta‸", "Ta", "States", "A", "Type");
        isName("States:\n  A:\n    Type: Task\n  ‸", "", "States");
    }

    @Test
    void lists_of_yaml_may_stand_further_in_or_not() {
        isName(
                "States:\n  A:\n    Retry:\n      - ErrorEquals: [x]\n      - ErrorEquals: [y]\n        Max‸",
                "Max",
                "States",
                "A",
                "Retry",
                "1");
        isName(
                "States:\n  A:\n    Retry:\n    - ErrorEquals: [x]\n    - ‸",
                "",
                "States",
                "A",
                "Retry",
                "1");
        isValue(
                "States:\n  A:\n    Retry:\n    - ErrorEquals:\n      - Sta‸",
                "Sta",
                "States",
                "A",
                "Retry",
                "0",
                "ErrorEquals",
                "0");
    }

    @Test
    void braces_within_yaml_are_read_as_in_json() {
        isValue(
                "States:\n  A:\n    Retry:\n      - ErrorEquals: [x, Sta‸",
                "Sta",
                "States",
                "A",
                "Retry",
                "0",
                "ErrorEquals",
                "1");
        isName("States:\n  A: { Type: Task, Re‸ }", "Re", "States", "A");
    }

    @Test
    void odd_text_is_no_trouble() {
        for (String text :
                List.of(
                        "‸",
                        "{‸",
                        "]]]}}}‸",
                        "{\"a\":[[[[‸",
                        "- - - -‸",
                        "- - - -                                           \r- x‸",
                        "a: |\n  b ‸",
                        "\"\\‸",
                        "? : - : ‸",
                        "{ \"😀\": \"‮x‸")) {
            assertThat(at(text).from()).isBetween(0, at(text).to());
        }
    }
}

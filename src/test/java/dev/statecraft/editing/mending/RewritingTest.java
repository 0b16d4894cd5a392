package dev.statecraft.editing.mending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.AslParser;
import dev.statecraft.editing.TextEdit;
import dev.statecraft.editing.design.Change;

import org.junit.jupiter.api.Test;

class RewritingTest {
    private static final String JSON =
            """
            {
              "Comment": "say: \\"hi\\" # <b>\\u202e😀",
              "StartAt": "Zebra",
              "States": {
                "Zebra": {
                  "Type": "Pass",
                  "Parameters": { "yes": "no", "n.$": "$.n", "half": 0.5, "none": null },
                  "Next": "{% odd %}"
                },
                "{% odd %}": {
                  "Type": "Succeed"
                }
              }
            }
            """;

    private static String applied(String text, Change change) {
        return TextEdit.apply(text, ((Change.Done) change).edits());
    }

    @Test
    void yaml_and_back_is_the_same_text_with_fields_in_order() {
        String yaml = applied(JSON, Rewriting.converted(JSON));

        assertThat(yaml)
                .startsWith("Comment: ")
                .contains("\nStartAt: Zebra\nStates:\n  Zebra:\n    Type: Pass\n");
        assertThat(AslParser.parse(yaml).isValid()).isTrue();
        assertThat(applied(yaml, Rewriting.converted(yaml)))
                .isEqualTo(JSON.replace("\\u202e", "\u202e"));
    }

    @Test
    void formatting_changes_blanks_alone_and_nothing_the_second_time() {
        String squeezed = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}";

        String formatted = applied(squeezed, Rewriting.formatted(squeezed));

        assertThat(formatted)
                .isEqualTo(
                        """
                        {
                          "StartAt": "A",
                          "States": {
                            "A": {
                              "Type": "Succeed"
                            }
                          }
                        }
                        """);
        assertThat(((Change.Done) Rewriting.formatted(formatted)).edits()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_left_alone_and_says_where() {
        assertThat(Rewriting.formatted("{\n  \"StartAt\": \"A\n}"))
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        it ->
                                assertThat(it.problem())
                                        .startsWith(
                                                "The text cannot be read as a whole yet. Line 2:"));
        assertThat(Rewriting.converted("StartAt: [A\n")).isInstanceOf(Change.Refused.class);
        assertThat(Rewriting.converted("")).isInstanceOf(Change.Refused.class);
    }

    @Test
    void comments_are_not_thrown_away_by_formatting() {
        assertThat(Rewriting.formatted("StartAt: A # first\nStates: {}\n"))
                .isInstanceOf(Change.Refused.class);
    }
}

package dev.statecraft.asl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.source.SourceNode;

import org.junit.jupiter.api.Test;

/** A definition in YAML is read as the same definition in JSON, with places in the YAML text. */
class YamlTest {
    private static final String HELLO =
            """
            # Greets whoever comes
            StartAt: Greet
            States:
              Greet:
                Type: Pass
                Parameters:
                  text.$: States.Format('Hello, {}', $.name)
                Next: Naps
              "Naps":
                Type: Wait
                Seconds: 0x10
                End: true
            """;

    @Test
    void a_definition_in_yaml_is_valid() {
        assertThat(AslParser.parse(HELLO).diagnostics()).isEmpty();
        assertThat(Notation.read(HELLO).orElseThrow().json().at("/States/Naps/Seconds").intValue())
                .isEqualTo(16);
    }

    @Test
    void every_value_knows_where_it_stands() {
        assertThat(standing(HELLO, "States", "Greet", "Type")).isEqualTo("Pass");
        assertThat(standing(HELLO, "States", "Greet", "Parameters"))
                .isEqualTo("text.$: States.Format('Hello, {}', $.name)");
        assertThat(standing(HELLO, "States", "Naps"))
                .isEqualTo("Type: Wait\n    Seconds: 0x10\n    End: true");
    }

    @Test
    void places_count_as_the_browser_counts() {
        String text =
                "Comment: \uD83D\uDE80\nStartAt: \u05D0\nStates: { \u05D0: { Type: Succeed } }\n";

        assertThat(standing(text, "Comment")).isEqualTo("\uD83D\uDE80");
        assertThat(standing(text, "StartAt")).isEqualTo("\u05D0");
    }

    @Test
    void wide_characters_may_stand_anywhere_in_a_long_text() {
        for (int length = 1_000; length < 1_100; length++) {
            String text = "# " + "x".repeat(length) + "\uD83D\uDE80\n" + HELLO;

            assertThat(AslParser.parse(text).diagnostics()).isEmpty();
        }
    }

    @Test
    void a_diagnostic_points_into_the_yaml_text() {
        String text = HELLO.replace("Next: Naps", "Next: Nap");

        Diagnostic diagnostic = AslParser.parse(text).diagnostics().getFirst();

        assertThat(diagnostic.position().line()).isEqualTo(8);
        assertThat(
                        text.substring(
                                diagnostic.position().offset(), diagnostic.position().endOffset()))
                .isEqualTo("Nap");
    }

    @Test
    void a_fault_inside_an_expression_is_found_where_it_stands() {
        String text =
                """
                QueryLanguage: JSONata
                StartAt: A
                States:
                  A: { Type: Pass, Output: '{% $states.inptu %}', End: true }
                """;

        Diagnostic diagnostic = AslParser.parse(text).diagnostics().getFirst();

        assertThat(
                        text.substring(
                                diagnostic.position().offset(), diagnostic.position().endOffset()))
                .contains("inptu")
                .doesNotContain("'");
    }

    @Test
    void the_aws_api_takes_no_yaml() {
        assertThat(AslParser.parse(HELLO, AslParser.Workflow.STANDARD, Notation.JSON).machine())
                .isEmpty();
    }

    @Test
    void an_alias_stands_for_what_was_named() {
        String text =
                """
                StartAt: A
                States:
                  A: { Type: Pass, Result: &list [1, 2], Next: B }
                  B: { Type: Pass, Result: *list, End: true }
                """;

        assertThat(Notation.read(text).orElseThrow().json().at("/States/B/Result"))
                .hasToString("[1,2]");
    }

    private static String standing(String text, String... path) {
        SourceNode node = Notation.read(text).orElseThrow();
        for (String name : path) {
            node = ((SourceNode.Fields) node).value(name).orElseThrow();
        }
        return text.substring(node.start(), node.end());
    }
}

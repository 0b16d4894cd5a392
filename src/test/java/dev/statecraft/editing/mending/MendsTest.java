package dev.statecraft.editing.mending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Parsing;
import dev.statecraft.editing.TextEdit;
import dev.statecraft.editing.design.Change;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class MendsTest {

    private static List<Mend> at(String text, String word) {
        return new Mends(text, AslParser.parse(text)).at(text.indexOf(word));
    }

    private static List<String> titles(String text, String word) {
        return at(text, word).stream().map(Mend::title).toList();
    }

    private static String done(String text, String word, String title) {
        Mend mend =
                at(text, word).stream()
                        .filter(it -> it.title().equals(title))
                        .findFirst()
                        .orElseThrow();
        return TextEdit.apply(text, ((Change.Done) mend.change().get()).edits());
    }

    private static List<String> problems(String text) {
        return AslParser.parse(text).diagnostics().stream().map(it -> it.rule().name()).toList();
    }

    private static final String SHOP =
            """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                  "Next": "Shipp"
                },
                "Ship": { "Type": "Succeed" }
              }
            }
            """;

    @Test
    void a_missing_state_is_created_or_its_name_corrected() {
        assertThat(titles(SHOP, "\"Shipp\""))
                .startsWith("Change to \"Ship\"", "Create the state \"Shipp\"");
        assertThat(done(SHOP, "\"Shipp\"", "Change to \"Ship\""))
                .isEqualTo(SHOP.replace("Shipp", "Ship"));
        assertThat(done(SHOP, "\"Shipp\"", "Create the state \"Shipp\""))
                .contains(
                        "    },\n    \"Shipp\": { \"Type\": \"Pass\", \"End\": true },\n    \"Ship\": {");
    }

    @Test
    void a_task_is_wrapped_with_retry_and_catch() {
        String wrapped =
                done(
                        SHOP.replace("Shipp", "Ship"),
                        "\"Resource\"",
                        "Wrap \"Charge\" with Retry and Catch");

        assertThat(wrapped)
                .contains("Lambda.TooManyRequestsException", "\"Next\": \"ChargeFailed\"");
        assertThat(AslParser.parse(wrapped).isValid()).as(wrapped).isTrue();
    }

    @Test
    void a_choice_gets_a_default() {
        String text =
                """
                { "StartAt": "C", "States": {
                  "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "D" }] },
                  "D": { "Type": "Succeed" } } }
                """;

        String mended = done(text, "\"C\": {", "Add a Default to \"C\"");

        assertThat(problems(mended)).isEmpty();
        assertThat(mended).contains("\"Default\": \"NoRuleMatched\"");
    }

    @Test
    void a_state_without_a_way_on_is_led_on_or_ended() {
        String text =
                "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Pass\" }, \"B\": { \"Type\": \"Succeed\" } } }";

        assertThat(problems(done(text, "{ \"Type\": \"Pass\"", "Lead on to \"B\""))).isEmpty();
        assertThat(done(text, "{ \"Type\": \"Pass\"", "Add \"End\": true"))
                .contains("{ \"Type\": \"Pass\", \"End\": true }");
    }

    @Test
    void required_fields_are_added_in_a_way_that_can_be_run() {
        String text = "{ }";

        String states = done(text, "{", "Add States");

        assertThat(problems(done(states, "{", "Add StartAt"))).isEmpty();
    }

    @Test
    void misspelt_fields_and_values_are_corrected() {
        String text =
                "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Pas\", \"ResultPaht\": \"$.x\", \"End\": true } } }";

        assertThat(done(text, "\"Pas\"", "Change to \"Pass\"")).contains("\"Type\": \"Pass\"");
        String typed = text.replace("\"Pas\"", "\"Pass\"");
        assertThat(problems(done(typed, "\"ResultPaht\"", "Change to \"ResultPath\""))).isEmpty();
        assertThat(problems(done(typed, "\"ResultPaht\"", "Remove \"ResultPaht\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" }, } }|, }|Remove the comma",
                "{ \"StartAt\": \"A\" \"States\": { \"A\": { \"Type\": \"Succeed\" } } }|\"States\"|Add the comma",
                "{ StartAt: \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }|StartAt|Put quotation marks around it",
                "{ \"StartAt\": 'A', \"States\": { \"A\": { \"Type\": \"Succeed\" } } }|'A'|Use double quotation marks"
            })
    void slips_of_json_are_corrected(String line) {
        String[] parts = line.split("\\|");

        assertThat(problems(done(parts[0], parts[1], parts[2]))).isEmpty();
    }

    @Test
    void a_path_that_is_taken_as_text_gets_its_dollar() {
        String text =
                "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Pass\", \"Parameters\": { \"name\": \"$.who\" }, \"End\": true } } }";

        assertThat(done(text, "\"name\"", "Name it \"name.$\"")).contains("\"name.$\": \"$.who\"");
    }

    @Test
    void yaml_is_mended_in_its_own_notation() {
        String text =
                """
                StartAt: A # begin
                States:
                  A:
                    Type: Pass
                    Next: B
                """;

        assertThat(done(text, "B\n", "Create the state \"B\""))
                .isEqualTo(text + "  B:\n    Type: Pass\n    End: true\n");
    }

    @Test
    void every_mend_of_every_example_leaves_a_text_that_can_be_read() {
        for (Diagnostic.Severity ignored : Diagnostic.Severity.values()) {
            for (String text :
                    List.of(
                            SHOP,
                            "{ }",
                            "{",
                            "[]",
                            "",
                            "a: [",
                            "{ \"States\": { \"😀<b>\": 3 } }")) {
                Parsing parsing = AslParser.parse(text);
                var mends = new Mends(text, parsing);
                for (Diagnostic diagnostic : parsing.diagnostics()) {
                    for (Mend mend : mends.of(diagnostic)) {
                        if (mend.change().get() instanceof Change.Done done) {
                            assertThat(TextEdit.apply(text, done.edits())).isNotEqualTo(text);
                        }
                    }
                }
            }
        }
    }

    @Test
    void a_state_is_known_by_its_name_or_by_where_it_is_named() {
        assertThat(NamedState.at(SHOP, SHOP.indexOf("\"Type\""))).contains("Charge");
        assertThat(NamedState.at(SHOP, SHOP.indexOf("\"Charge\","))).contains("Charge");
        String led = SHOP.replace("Shipp", "Ship");
        assertThat(NamedState.at(led, led.indexOf("\"Ship\""))).contains("Ship");
        assertThat(NamedState.at(SHOP, 0)).isEmpty();
    }
}

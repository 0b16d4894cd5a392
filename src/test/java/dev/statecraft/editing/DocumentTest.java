package dev.statecraft.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** What a change does to the text, and what it leaves as it was. */
class DocumentTest {
    private static final String JSON =
            """
            {
              "StartAt": "A",
              "States": {
                "A": { "Type": "Pass", "Next": "B" },
                "B":   {"Type":"Succeed"}
              }
            }
            """;
    private static final String YAML =
            """
            # The whole
            StartAt: A # the first
            States:
              A:
                Type: Task
                Retry:
                  - ErrorEquals: [Busy]
                    MaxAttempts: 2 # enough
                  - ErrorEquals: [States.ALL]
                # where to
                Next: B
              B: { Type: Succeed }
            """;

    @Test
    void a_value_is_replaced_where_it_stands() {
        assertThat(set(JSON, "\"C\"", "States", "A", "Next"))
                .isEqualTo(JSON.replace("\"Next\": \"B\"", "\"Next\": \"C\""));
        assertThat(set(YAML, "\"C\"", "States", "A", "Next"))
                .isEqualTo(YAML.replace("Next: B", "Next: C"));
        assertThat(set(YAML, "[\"Slow\"]", "States", "A", "Retry", "0", "ErrorEquals"))
                .isEqualTo(YAML.replace(" [Busy]", "\n            - Slow"));
    }

    @Test
    void a_field_that_is_new_comes_last() {
        assertThat(set(JSON, "\"x\"", "Comment"))
                .isEqualTo(JSON.replace("  }\n}", "  },\n  \"Comment\": \"x\"\n}"));
        assertThat(set(JSON, "\"x\"", "States", "A", "Comment"))
                .isEqualTo(JSON.replace("\"B\" }", "\"B\", \"Comment\": \"x\" }"));
        assertThat(set(YAML, "60", "States", "A", "TimeoutSeconds"))
                .isEqualTo(YAML.replace("Next: B\n", "Next: B\n    TimeoutSeconds: 60\n"));
        assertThat(set(YAML, "{\"X\": {\"Type\": \"Fail\"}}", "States", "A", "Catch"))
                .contains("    Next: B\n    Catch:\n      X:\n        Type: Fail\n");
    }

    @Test
    void a_field_is_inserted_after_another() {
        JsonNode fail = json("{\"Type\": \"Fail\"}");

        assertThat(Document.of(JSON).insert(List.of("States"), "C", fail, Optional.of("A")).text())
                .isEqualTo(
                        JSON.replace(
                                "\"B\" },\n", "\"B\" },\n    \"C\": { \"Type\": \"Fail\" },\n"));
        assertThat(Document.of(JSON).insert(List.of("States"), "C", fail, Optional.empty()).text())
                .contains("\"States\": {\n    \"C\": { \"Type\": \"Fail\" },\n    \"A\"");
        assertThat(Document.of(YAML).insert(List.of("States"), "C", fail, Optional.of("A")).text())
                .isEqualTo(YAML.replace("Next: B\n", "Next: B\n  C:\n    Type: Fail\n"));
        assertThat(
                        Document.of(YAML)
                                .insert(List.of(), "Comment", text("x"), Optional.of("StartAt"))
                                .text())
                .contains("StartAt: A # the first\nComment: x\nStates:");
    }

    @Test
    void what_is_empty_opens_up() {
        assertThat(set("{}", "\"A\"", "StartAt")).isEqualTo("{\n  \"StartAt\": \"A\"\n}");
        assertThat(set("{ \"States\": {} }", "1", "States", "A"))
                .isEqualTo("{ \"States\": {\n  \"A\": 1\n} }");
        assertThat(set("StartAt: A\nStates: {}\n", "1", "States", "A"))
                .isEqualTo("StartAt: A\nStates: {\n  \"A\": 1\n}\n");
    }

    @Test
    void a_field_goes_with_its_comma_or_its_line() {
        assertThat(remove(JSON, "States", "A"))
                .isEqualTo(
                        JSON.replace("    \"A\": { \"Type\": \"Pass\", \"Next\": \"B\" },\n", ""));
        assertThat(remove(JSON, "States", "B"))
                .isEqualTo(JSON.replace(",\n    \"B\":   {\"Type\":\"Succeed\"}", ""));
        assertThat(remove(JSON, "States", "B", "Type")).contains("\"B\":   {}");
        assertThat(remove(YAML, "States", "A", "Next"))
                .isEqualTo(YAML.replace("    Next: B\n", ""));
        assertThat(remove(YAML, "States", "A", "Retry", "0", "ErrorEquals"))
                .isEqualTo(YAML.replace("ErrorEquals: [Busy]\n        ", ""));
        assertThat(remove(YAML, "States", "A", "Retry", "1"))
                .isEqualTo(YAML.replace("      - ErrorEquals: [States.ALL]\n", ""));
        assertThat(
                        Document.of(remove(YAML, "States", "A", "Retry", "0"))
                                .json(List.of("States", "A", "Retry")))
                .hasToString("[{\"ErrorEquals\":[\"States.ALL\"]}]");
    }

    @Test
    void an_element_is_added_to_a_list() {
        JsonNode retrier = json("{\"ErrorEquals\": [\"X\"], \"MaxAttempts\": 1}");

        assertThat(
                        Document.of(YAML)
                                .insertElement(List.of("States", "A", "Retry"), 1, retrier)
                                .text())
                .isEqualTo(
                        YAML.replace(
                                "# enough\n",
                                "# enough\n      - ErrorEquals:\n          - X\n        MaxAttempts: 1\n"));
        assertThat(Document.of("{\"a\": [1, 2]}").insertElement(List.of("a"), 2, json("3")).text())
                .isEqualTo("{\"a\": [1, 2, 3]}");
        assertThat(Document.of("{\"a\": []}").insertElement(List.of("a"), 0, json("3")).text())
                .isEqualTo("{\"a\": [3]}");
    }

    @Test
    void a_copy_keeps_comments_and_formatting() {
        assertThat(
                        Document.of(YAML)
                                .copy(
                                        List.of("States", "A"),
                                        List.of("States"),
                                        "A2",
                                        Optional.of("A"))
                                .text())
                .contains("  A2:\n    Type: Task\n    Retry:\n")
                .contains("2 # enough\n")
                .containsOnlyOnce("# the first");
    }

    @Test
    void many_steps_become_edits_of_the_first_text() {
        Document before = Document.of(JSON);
        Document after =
                before.rename(List.of("States", "A"), "First")
                        .set(List.of("StartAt"), text("First"))
                        .insert(List.of("States"), "C", json("{}"), Optional.of("B"))
                        .set(List.of("States", "B", "Comment"), text("the end"))
                        .remove(List.of("States", "C"));

        assertThat(TextEdit.apply(JSON, after.edits())).isEqualTo(after.text());
        assertThat(after.edits()).hasSize(3);
    }

    @Test
    void a_name_is_written_as_its_notation_needs() {
        assertThat(Document.of(JSON).rename(List.of("States", "A"), "a \"b\"").text())
                .contains("\"a \\\"b\\\"\": {");
        assertThat(Document.of(YAML).rename(List.of("States", "A"), "yes: no").text())
                .contains("'yes: no':");
    }

    @Test
    void a_path_that_leads_nowhere_changes_nothing() {
        assertThat(remove(JSON, "States", "Z")).isEqualTo(JSON);
        assertThat(set(JSON, "1", "States", "Z", "Next")).isEqualTo(JSON);
        assertThat(Document.of("").set(List.of("States"), text("x")).text()).isEmpty();
    }

    @Test
    void half_typed_text_can_be_changed_where_it_is_whole() {
        String half = "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Pass\", \"Next\": ";

        assertThat(set(half, "\"B\"", "StartAt")).isEqualTo(half.replace("\"A\",", "\"B\","));
    }

    private static String set(String text, String value, String... path) {
        Document before = Document.of(text);
        Document after = before.set(List.of(path), json(value));
        assertThat(TextEdit.apply(text, after.edits())).isEqualTo(after.text());
        return after.text();
    }

    private static String remove(String text, String... path) {
        return Document.of(text).remove(List.of(path)).text();
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

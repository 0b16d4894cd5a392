package dev.statecraft.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.statecraft.editing.TextEdit;
import dev.statecraft.editing.design.Change;
import dev.statecraft.editing.design.DrawingBoard;
import dev.statecraft.web.editor.DesignerForm;

import io.quarkus.test.junit.QuarkusTest;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/** Whatever somebody sends in place of what the designer sends, the answer is an edit or a reason. */
@QuarkusTest
class HostileEditsTest {
    private static final String JSON =
            """
            { "StartAt": "A", "States": {
                "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "B",
                    "Retry": [{ "ErrorEquals": ["States.ALL"] }, 7],
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B" }] },
                "B": { "Type": "Choice", "Default": "C", "Choices": [
                    { "And": [{ "Variable": "$.a", "IsPresent": true }], "Next": "A" },
                    { "Variable": "$.n", "NumericEquals": 1, "Next": "C" }] },
                "C": { "Type": "Parallel", "End": true, "Branches": [
                    { "StartAt": "", "States": {} }, { "StartAt": "D", "States": { "D": { "Type": "Succeed" } } }] } } }
            """;
    private static final String YAML =
            """
            StartAt: A
            States:
              A: &a # one
                Type: Task
                Resource: arn:aws:states:::lambda:invoke
                Next: B
                Catch:
                  - ErrorEquals: [States.ALL]
                    Next: B
              B:
                Type: Choice
                Choices:
                - Not: { Variable: $.a, IsNull: true }
                  Next: C
                Default: A
              C: { Type: Parallel, End: true, Branches: [{ StartAt: D, States: { D: { Type: Succeed } } }] }
              E: *a
            """;

    private static final List<String> OPERATIONS =
            List.of(
                    "insert",
                    "move",
                    "duplicate",
                    "delete",
                    "wrap-map",
                    "wrap-parallel",
                    "rename",
                    "lead-track",
                    "cut",
                    "connect",
                    "catch",
                    "lead",
                    "set",
                    "append",
                    "remove",
                    "up",
                    "down",
                    "compare",
                    "operand",
                    "combine");
    private static final List<String> STATES =
            List.of("A", "B", "C", "D", "E", "", "nobody", "\uD83D");
    private static final List<String> POINTERS =
            List.of(
                    "",
                    "/",
                    "//",
                    "Next",
                    "/Next",
                    "/End",
                    "/Default",
                    "/Retry",
                    "/Retry/0",
                    "/Retry/1",
                    "/Retry/-1",
                    "/Retry/x",
                    "/Retry/99999999999",
                    "/Retry/0/ErrorEquals/0",
                    "/Catch",
                    "/Catch/0",
                    "/Catch/0/Next",
                    "/Catch/9/Next",
                    "/Choices",
                    "/Choices/0",
                    "/Choices/0/And",
                    "/Choices/0/And/0",
                    "/Choices/1",
                    "/Choices/1/Next",
                    "/Choices/0/Not",
                    "/Branches",
                    "/Branches/0",
                    "/Branches/0/States",
                    "/Type",
                    "/Type/x",
                    "/~",
                    "/~2",
                    "/States/C/Branches/0",
                    "/a/b/c/d");
    private static final List<String> VALUES =
            List.of(
                    "",
                    "A",
                    "C",
                    "And",
                    "Or",
                    "Not",
                    "StringEquals",
                    "BooleanEqualsPath",
                    "IsPresent",
                    "12",
                    "1e999999999",
                    "-0",
                    "{",
                    "{\"a\":1}",
                    "{% $x",
                    "null",
                    "true",
                    "x\u0000y",
                    "\uDC00",
                    "a\nb: c",
                    "\"",
                    "\t",
                    "%s",
                    "&x",
                    "*a",
                    "!!int 3");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void any_fields_with_any_text_make_an_edit_or_a_reason(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            String text = broken(random, random.nextBoolean() ? JSON : YAML);
            MultivaluedMap<String, String> fields = fields(random);

            assertThatCode(() -> perform(text, fields))
                    .as("%s%n%s", fields, text)
                    .doesNotThrowAnyException();
        }
    }

    private static void perform(String text, MultivaluedMap<String, String> fields) {
        var operation = DesignerForm.of(fields);
        if (operation.isPresent()
                && DrawingBoard.of(text).perform(operation.get()) instanceof Change.Done done) {
            TextEdit.apply(text, done.edits());
        }
    }

    private static MultivaluedMap<String, String> fields(Random random) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.putSingle("operation", any(random, OPERATIONS));
        fields.putSingle("state", any(random, STATES));
        fields.putSingle("pointer", any(random, POINTERS));
        fields.putSingle("value", any(random, random.nextBoolean() ? VALUES : STATES));
        fields.putSingle(
                "input",
                any(
                        random,
                        List.of("TEXT", "PATH", "NUMBER", "FLAG", "NAMES", "JSON", "CHOICE", "x")));
        fields.putSingle(
                "piece",
                any(random, List.of("task", "parallel", "saga", "polling", "approval", "nothing")));
        fields.putSingle("place", any(random, List.of("track", "slot", "after")));
        fields.putSingle("kind", any(random, List.of("start", "next", "choice", "catch", "x")));
        fields.putSingle("from", any(random, STATES));
        fields.putSingle("to", any(random, STATES));
        fields.putSingle("after", any(random, STATES));
        fields.putSingle("slot", any(random, POINTERS));
        if (random.nextInt(10) == 0) {
            fields.remove(any(random, List.copyOf(fields.keySet())));
        }
        return fields;
    }

    /** The text, or the text with a stretch of it gone, twice there, or made of something else. */
    private static String broken(Random random, String text) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(30));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, from);
            case 1 -> text.substring(0, from) + text.substring(to);
            case 2 -> text.substring(0, to) + text.substring(from);
            case 3 -> text.substring(0, from) + any(random, VALUES) + text.substring(to);
            case 4 ->
                    any(
                            random,
                            List.of(
                                    "",
                                    "{}",
                                    "[]",
                                    "7",
                                    "null",
                                    "{ \"States\": 7 }",
                                    "{ \"States\": { \"A\": 1 } }"));
            default -> text;
        };
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @ParameterizedTest
    @CsvSource({"up,/Retry/x", "down,''", "append,''", "remove,''", "lead,''", "set,''"})
    void the_page_is_told_why(String operation, String pointer) {
        var visitor = new Browserless();

        visitor.post(
                        "/definitions/edits",
                        visitor.form(
                                "definition",
                                JSON,
                                "operation",
                                operation,
                                "state",
                                "A",
                                "pointer",
                                pointer,
                                "input",
                                "TEXT",
                                "value",
                                "x"))
                .then()
                .statusCode(422)
                .body(
                        "problem",
                        org.hamcrest.Matchers.not(org.hamcrest.Matchers.blankOrNullString()));
    }

    @Test
    void a_path_without_end_is_refused_before_it_is_walked() {
        var fields = new MultivaluedHashMap<String, String>();
        fields.putSingle("operation", "set");
        fields.putSingle("state", "A");
        fields.putSingle("pointer", "/a".repeat(100_000));
        fields.putSingle("input", "TEXT");
        fields.putSingle("value", "x");

        assertThat(DesignerForm.of(fields)).isEmpty();
    }
}

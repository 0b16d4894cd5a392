package dev.statecraft.editing.mending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;
import dev.statecraft.editing.Document;
import dev.statecraft.editing.TextEdit;
import dev.statecraft.editing.design.Change;
import dev.statecraft.engine.Execution;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

/** A converted state is run: it must do what it did before. */
class ToJsonataTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INPUT =
            """
            {"n": 7, "who": "Ann O'Neill", "order": {"id": "o-1", "lines": [{"p": 2}, {"p": 3}]}, "list": [3, 1, 2], "when": "2024-01-01T06:00:00Z",
             "text": "{\\"a\\": 1}", "other": 9, "odd-name": {"in": true}, "flag": true, "none": null}
            """;

    private static String machine(String state) {
        var text =
                new StringBuilder("{ \"StartAt\": \"A\", \"States\": { \"A\": { " + state + " }");
        for (String other : List.of("B", "C")) {
            if (state.contains("\"" + other + "\"")) {
                text.append(", \"%s\": { \"Type\": \"Pass\", \"End\": true }".formatted(other));
            }
        }
        return text.append(" } }").toString();
    }

    private static Change conversion(String text) {
        Document document = Document.of(text);
        return ToJsonata.of(document, new StateInHand(document, List.of("States", "A")));
    }

    private static Execution run(String text) throws IOException {
        Parsing parsing = AslParser.parse(text);
        assertThat(parsing.machine()).as(text + parsing.diagnostics()).isPresent();
        JsonNode world =
                JSON.readTree(
                        """
                        {"functions": {"f": {"returns": {"got.$": "$", "x": 5}},
                                       "bad": {"fails": [{"calls": "1-9", "error": "Busy", "cause": "why"}]}}}
                        """);
        return Account.of(World.of(world))
                .execute(parsing.machine().orElseThrow(), JSON.readTree(INPUT));
    }

    private static String does(String text) throws IOException {
        Execution execution = run(text);
        return execution.status() + " " + execution.output().orElse(null) + " " + execution.error();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Type': 'Pass', 'End': true",
                "'Type': 'Pass', 'Result': {'a': [1, 'it is']}, 'End': true",
                "'Type': 'Pass', 'Result': 5, 'ResultPath': '$.order.sum', 'End': true",
                "'Type': 'Pass', 'Result': 5, 'ResultPath': null, 'End': true",
                "'Type': 'Pass', 'InputPath': '$.order', 'OutputPath': '$.lines[1].p', 'End': true",
                "'Type': 'Pass', 'Parameters': {'a.$': '$.n', 'b': [{'c.$': '$.order.id'}], 'd': 'x'}, 'ResultPath': '$.made', 'OutputPath': '$.made.b', 'End': true",
                "'Type': 'Pass', 'Parameters': {'q.$': '$[~odd-name~][~in~]', 'e.$': '$$.State.Name'}, 'End': true",
                "'Type': 'Pass', 'Parameters': {'f.$': 'States.Format(~Dear {}: \\\\{{}\\\\}~, $.who, $.n)', 's.$': 'States.StringToJson($.text)'}, 'End': true",
                "'Type': 'Pass', 'Parameters': {'l.$': 'States.ArrayLength($.list)', 'g.$': 'States.ArrayGetItem($.list, 1)', 'c.$': 'States.ArrayContains($.list, 3)', 'm.$': 'States.MathAdd($.n, -2)'}, 'End': true",
                "'Type': 'Pass', 'Parameters': {'p.$': 'States.ArrayPartition($.list, 2)', 'r.$': 'States.ArrayRange(1, 9, 4)', 'h.$': 'States.Hash(~a~, ~SHA-256~)', 'j.$': 'States.JsonMerge($.order, $.order, false)'}, 'End': true",
                "'Type': 'Task', 'Resource': 'F', 'End': true",
                "'Type': 'Task', 'Resource': 'F', 'InputPath': '$.order', 'ResultPath': '$.r', 'End': true",
                "'Type': 'Task', 'Resource': 'F', 'Parameters': {'n.$': '$.n'}, 'ResultSelector': {'only.$': '$.x'}, 'ResultPath': '$.r', 'OutputPath': '$.r', 'End': true",
                "'Type': 'Task', 'Resource': 'F', 'ResultSelector': {'only.$': '$.got.n'}, 'Assign': {'v.$': '$.x', 'w': 2}, 'TimeoutSecondsPath': '$.n', 'End': true",
                "'Type': 'Task', 'Resource': 'BAD', 'Catch': [{'ErrorEquals': ['Busy'], 'ResultPath': '$.why', 'Next': 'B'}], 'End': true",
                "'Type': 'Task', 'Resource': 'BAD', 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'B'}], 'End': true",
                "'Type': 'Wait', 'SecondsPath': '$.n', 'OutputPath': '$.order', 'Next': 'B'",
                "'Type': 'Wait', 'TimestampPath': '$.when', 'Next': 'B'",
                "'Type': 'Succeed', 'InputPath': '$.order'",
                "'Type': 'Fail', 'ErrorPath': '$.who', 'CausePath': 'States.Format(~{}~, $.n)'",
                "'Type': 'Choice', 'Choices': [{'Variable': '$.n', 'NumericGreaterThan': 5, 'Next': 'B'}], 'Default': 'C'",
                "'Type': 'Choice', 'Choices': [{'And': [{'Variable': '$.who', 'StringMatches': 'Ann*l'}, {'Not': {'Variable': '$.n', 'NumericLessThanPath': '$.other'}}], 'Next': 'B'}], 'Default': 'C'",
                "'Type': 'Choice', 'Choices': [{'Or': [{'Variable': '$.when', 'IsTimestamp': false}, {'Variable': '$.when', 'TimestampLessThan': '2024-01-01T07:00:00+01:00'}, {'Variable': '$.none', 'IsNull': true}], 'Next': 'B'}], 'Default': 'C'",
                "'Type': 'Choice', 'Choices': [{'Variable': '$.missing', 'IsPresent': true, 'Next': 'B'}, {'Variable': '$.flag', 'BooleanEquals': true, 'Assign': {'x.$': '$.n'}, 'Next': 'B'}], 'Default': 'C'",
                "'Type': 'Map', 'ItemsPath': '$.list', 'ItemSelector': {'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value', 'who.$': '$.who'}, 'ItemProcessor': {'StartAt': 'I', 'States': {'I': {'Type': 'Pass', 'Parameters': {'z.$': '$.v'}, 'End': true}}}, 'ResultPath': '$.out', 'End': true",
                "'Type': 'Parallel', 'InputPath': '$.order', 'Branches': [{'StartAt': 'I', 'States': {'I': {'Type': 'Pass', 'InputPath': '$.id', 'End': true}}}], 'ResultSelector': {'one.$': '$[0]'}, 'End': true"
            })
    void a_converted_state_does_what_it_did(String fields) throws IOException {
        String function = "arn:aws:lambda:us-east-1:111111111111:function:";
        String state =
                fields.replace('\'', '"')
                        .replace('~', '\'')
                        .replace("\"F\"", "\"" + function + "f\"")
                        .replace("\"BAD\"", "\"" + function + "bad\"");
        String text = machine(state);

        Change change = conversion(text);

        assertThat(change).as(String.valueOf(change)).isInstanceOf(Change.Done.class);
        String converted = TextEdit.apply(text, ((Change.Done) change).edits());
        assertThat(does(converted)).as(converted).isEqualTo(does(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Type\": \"Pass\", \"InputPath\": \"$..p\", \"End\": true",
                "\"Type\": \"Pass\", \"InputPath\": \"$.list[?(@ > 1)]\", \"End\": true",
                "\"Type\": \"Pass\", \"Parameters\": { \"x.$\": \"States.StringSplit('a,b', ',;')\" }, \"End\": true",
                "\"Type\": \"Choice\", \"InputPath\": \"$.order\", \"Choices\": [{ \"Variable\": \"$.id\", \"IsPresent\": true, \"Next\": \"B\" }]"
            })
    void what_has_no_counterpart_is_named(String fields) {
        assertThat(conversion(machine(fields)))
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        it ->
                                assertThat(it.problem())
                                        .startsWith("\"A\" cannot be converted by itself: "));
    }

    @Test
    void the_rest_of_the_state_stays_as_it_is_written() {
        String text =
                """
                StartAt: A
                States:
                  A: # the first
                    Type: Pass
                    Comment: as   before   # kept
                    Parameters:
                      id.$: $.order.id
                    End: true
                """;
        Document document = Document.of(text);

        Change change = ToJsonata.of(document, new StateInHand(document, List.of("States", "A")));

        assertThat(TextEdit.apply(text, ((Change.Done) change).edits()))
                .isEqualTo(
                        """
                        StartAt: A
                        States:
                          A: # the first
                            Type: Pass
                            QueryLanguage: JSONata
                            Comment: as   before   # kept
                            Output:
                              id: '{% $states.input.order.id %}'
                            End: true
                        """);
    }
}

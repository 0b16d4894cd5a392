package dev.statecraft.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.engine.Execution;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

/** The corners of the intrinsic functions, where the documentation is silent or the service does otherwise. */
class IntrinsicFunctionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INPUT =
            "{\"one\":{\"a\":1,\"b\":1},\"two\":{\"b\":2},\"list\":[1,2,3]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            States.MathAdd(1.5, -1.5)                    | 1
            States.MathAdd(2147483646, 1)                | 2147483647
            States.ArrayPartition($.list, 2.4)           | [[1,2],[3]]
            States.ArrayPartition($.list, 10)            | [[1,2,3]]
            States.ArrayRange(9, 1, -4)                  | [9,5,1]
            States.ArrayRange(9, 1, 4)                   | []
            States.ArrayContains($.list, 3)              | true
            States.StringSplit('a,,b;', ',;')            | [\\"a\\",\\"b\\"]
            States.StringSplit('abc', '')                | [\\"abc\\"]
            States.StringToJson('')                      | null
            States.Format('\\{\\} {} {}', null, $.list)  | \\"{} null [1, 2, 3]\\"
            States.Format('{}', '{}')                    | \\"{}\\"
            States.JsonMerge($.one, $.two, false)        | {\\"a\\":1,\\"b\\":2}
            States.JsonToString($.two)                   | \\"{\\\\\\"b\\\\\\":2}\\"
            States.Base64Decode('!aGVs bG8=!')           | \\"hello\\"
            States.Hash(123, 'MD5')                      | \\"202cb962ac59075b964b07152d234b70\\"
            """)
    void a_call_has_the_value_that_the_service_gives_it(String call, String value)
            throws IOException {
        assertThat(call(call).output().orElseThrow().path("v"))
                .isEqualTo(JSON.readTree(value.replace("\\\"", "\"").replace("\\\\", "\\")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            States.MathAdd(2147483647, 1)         | The sum must lie between -2147483648 and 2147483647, but was: 2147483648.
            States.MathAdd('1', 1)                | Argument 1 must be a number, but was: "1"
            States.MathRandom(1.4, 1.6)           | The start 1 must be less than the end 1.
            States.ArrayPartition($.list, 0.6)    | The chunk size must be 1 or more, but was: 0.6.
            States.ArrayRange(0, 1000, 1)         | The range has more than 1000 elements.
            States.ArrayRange(1, 2, 0)            | The step must not be 0.
            States.ArrayGetItem($.list, 3)        | The index 3 is out of range for an array of 3 elements.
            States.Format('{')                    | In the template, '{' has no partner: write {} for an argument, \\{ and \\} for braces.
            States.Format('{}')                   | The template has more {} than there are arguments.
            States.Format('', 1)                  | There are more arguments than {} in the template.
            States.JsonMerge($.one, $.two, true)  | The third argument must be false: only shallow merging is supported.
            States.Hash('a', 'sha-1')             | The algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512, but was: sha-1
            """)
    void a_call_with_wrong_arguments_fails_the_state(String call, String why) {
        Execution execution = call(call);

        assertThat(execution.error()).contains("States.IntrinsicFailure");
        assertThat(execution.cause().orElse(""))
                .endsWith(
                        "The function '%s' had the following error: Invalid arguments in %s. %s"
                                .formatted(call, call.substring(0, call.indexOf('(')), why));
    }

    @Test
    void calls_may_be_nested_ten_deep() {
        String ten = "States.Array(".repeat(10) + ")".repeat(10);
        String eleven = "States.Array(".repeat(11) + ")".repeat(11);

        assertThat(AslParser.parse(definition(ten)).machine()).isPresent();
        assertThat(AslParser.parse(definition(eleven)).machine()).isEmpty();
    }

    private static Execution call(String call) {
        var machine = AslParser.parse(definition(call)).machine().orElseThrow();
        try {
            return Account.of(World.of(JsonNodeFactory.instance.objectNode()))
                    .execute(machine, JSON.readTree(INPUT));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String definition(String call) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode().put("StartAt", "A");
        ObjectNode state = definition.putObject("States").putObject("A");
        state.put("Type", "Pass").put("End", true).putObject("Parameters").put("v.$", call);
        return definition.toString();
    }
}

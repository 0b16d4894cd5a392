package dev.statecraft.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;
import dev.statecraft.engine.Execution;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.world.World;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions and operators of JSONata keep to the language's own documentation (docs.jsonata.org, read 2026-11). */
class JsonataRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final World WORLD = World.of(JsonNodeFactory.instance.objectNode());

    @TestFactory
    Stream<DynamicTest> an_expression_has_the_value_that_the_language_gives_it()
            throws IOException {
        try (InputStream file = JsonataRulesTest.class.getResourceAsStream("/jsonata-rules.txt")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> line.contains("\t"))
                    .map(line -> line.split("\t"))
                    .toList()
                    .stream()
                    .map(
                            parts ->
                                    DynamicTest.dynamicTest(
                                            parts[0], () -> check(parts[0], parts[1])));
        }
    }

    private static void check(String expression, String expected) throws JsonProcessingException {
        Optional<JsonNode> value = evaluate(expression);
        if (expected.equals("fails")) {
            assertThat(value).isEmpty();
        } else {
            assertThat(same(value.orElseThrow(), JSON.readTree(expected)))
                    .as("%s gives %s", expression, value.get())
                    .isTrue();
        }
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.doubleValue() == other.doubleValue()
                : one.equals(other);
    }

    private static Optional<JsonNode> evaluate(String expression) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("QueryLanguage", "JSONata").put("StartAt", "Try");
        definition
                .putObject("States")
                .putObject("Try")
                .put("Type", "Pass")
                .put("Output", "{% " + expression + " %}")
                .put("End", true);
        Parsing parsing = AslParser.parse(definition.toString());
        return parsing.machine()
                .map(
                        machine ->
                                Account.of(WORLD)
                                        .execute(machine, JsonNodeFactory.instance.objectNode()))
                .flatMap(Execution::output);
    }
}

package dev.statecraft.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/** Whatever a learner writes, the engine answers: with a diagnostic, with an error of the service's name, or with a small value. */
class HostileExpressionsTest {
    /** Far above what any of them takes; only a hang reaches it. */
    private static final Duration HANGING = Duration.ofSeconds(60);

    private static final World WORLD = World.of(JsonNodeFactory.instance.objectNode());

    @TestFactory
    Stream<DynamicTest> a_hostile_jsonata_expression_ends_as_an_error_or_a_small_value()
            throws IOException {
        try (InputStream file =
                HostileExpressionsTest.class.getResourceAsStream("/hostile/jsonata.txt")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList()
                    .stream()
                    .map(line -> DynamicTest.dynamicTest(name(line), () -> endsWell(line)));
        }
    }

    private static String name(String expression) {
        return expression.length() > 70 ? expression.substring(0, 70) + "…" : expression;
    }

    private static void endsWell(String expression) {
        assertTimeoutPreemptively(HANGING, () -> evaluate(expression));
    }

    private static void evaluate(String expression) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("QueryLanguage", "JSONata").put("StartAt", "Try");
        definition
                .putObject("States")
                .putObject("Try")
                .put("Type", "Pass")
                .put("Output", "{% " + expression + " %}")
                .put("End", true);
        Parsing parsing = AslParser.parse(definition.toString());
        if (parsing.machine().isEmpty()) {
            assertThat(parsing.diagnostics()).isNotEmpty();
            return;
        }
        Execution execution =
                Account.of(WORLD)
                        .execute(
                                parsing.machine().get(),
                                JsonNodeFactory.instance.objectNode().put("a", 1));

        assertThat(execution.status().isFinal()).isTrue();
        execution
                .error()
                .ifPresent(
                        error ->
                                assertThat(error)
                                        .isIn(
                                                "States.QueryEvaluationError",
                                                "States.DataLimitExceeded",
                                                "States.Runtime"));
        execution
                .output()
                .ifPresent(output -> assertThat(output.toString().length()).isLessThan(262_145));
    }
}

package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.history.HistoryJson;
import dev.statecraft.engine.tasks.TaskOutcome;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;

/** Executes generated definitions, and prints a digest of each whole history: run by the determinism test in a JVM of its own. */
public final class SeededHistories {
    private SeededHistories() {}

    /** @param arguments the first seed, and the one after the last */
    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        long from = Long.parseLong(arguments[0]);
        long to = Long.parseLong(arguments[1]);
        for (long seed = from; seed < to; seed++) {
            System.out.println(seed + " " + digest(history(seed)));
        }
    }

    static String digest(String text) throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    /** The history of the execution of the definition that belongs to {@code seed}, as GetExecutionHistory writes it. */
    static String history(long seed) {
        String definition = new DefinitionGenerator(seed).definition();
        Parsing parsing = AslParser.parse(definition);
        StateMachine machine =
                parsing.machine()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                parsing.diagnostics() + " in " + definition));
        var timeline = new Timeline(Instant.parse("2026-01-01T00:00:00Z"));
        var answers = new SplittableRandom(seed);
        var simulation = new Simulation(timeline, task -> answer(answers), seed);
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.putArray("items").add(1).add("two").add(3.5);
        Execution execution = simulation.start(request(machine, input, seed));
        timeline.run();
        return new HistoryJson(execution.history()).events().toString();
    }

    private static TaskOutcome answer(SplittableRandom answers) {
        Duration after = Duration.ofMillis(answers.nextInt(20_000));
        if (answers.nextInt(3) == 0) {
            return new TaskOutcome.Failed(
                    Optional.of(answers.nextBoolean() ? "Busy" : "Broken"),
                    Optional.of("seeded"),
                    after,
                    TaskOutcome.Phase.RUN);
        }
        JsonNode payload = JsonNodeFactory.instance.objectNode().put("n", answers.nextInt(100));
        return new TaskOutcome.Succeeded(payload, after);
    }

    private static ExecutionRequest request(StateMachine machine, JsonNode input, long seed) {
        return new ExecutionRequest(
                machine,
                "generated",
                "arn:aws:states:us-east-1:111111111111:stateMachine:generated",
                "seed-" + seed,
                "arn:aws:states:us-east-1:111111111111:execution:generated:seed-" + seed,
                StateMachineType.STANDARD,
                "arn:aws:iam::111111111111:role/r",
                "us-east-1",
                input,
                Optional.empty(),
                seed,
                Quotas.STANDARD);
    }
}

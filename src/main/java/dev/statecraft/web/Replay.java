package dev.statecraft.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.HistoryJson;
import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.FaultReader;
import dev.statecraft.sandbox.TestCase;
import dev.statecraft.sandbox.World;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A stored run, computed again from its causes.
 *
 * @param faithful false if the history is not the one that was seen before; the page must say so
 */
record Replay(StateMachine machine, Account account, Execution execution, boolean faithful) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Replay of(StoredRun run, List<RunSignal> signals) {
        StateMachine machine =
                AslParser.parse(run.definition)
                        .machine()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "A stored definition is valid: " + run.id));
        World world = World.of(json(run.world)).withAnswers(FaultReader.answers(json(run.answers)));
        var account =
                new Account(
                        world,
                        FaultReader.read(json(run.faults)),
                        TestCase.of(json(run.mocks)),
                        run.seed,
                        Account.START);
        Execution execution =
                account.start(
                        machine, Account.WORKFLOW, "run", json(run.input), Optional.of(run.input));
        account.run();
        signals.forEach(signal -> apply(signal, account));
        boolean faithful = run.historyHash.isEmpty() || hash(execution).equals(run.historyHash);
        return new Replay(machine, account, execution, faithful);
    }

    private static void apply(RunSignal signal, Account account) {
        switch (signal.kind) {
            case "SUCCEED" -> {
                account.signals()
                        .succeeded(
                                String.valueOf(signal.token), json(String.valueOf(signal.payload)));
                account.run();
            }
            case "FAIL" -> {
                account.signals()
                        .failed(
                                String.valueOf(signal.token),
                                Optional.ofNullable(signal.payload),
                                Optional.empty());
                account.run();
            }
            case "TIME" -> account.letTimePass();
            default -> throw new IllegalStateException("Unknown kind of signal: " + signal.kind);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON is valid", e);
        }
    }

    /** SHA-256 of the whole history, as JSON. */
    static String hash(Execution execution) {
        try {
            byte[] text =
                    new HistoryJson(execution.history())
                            .events()
                            .toString()
                            .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

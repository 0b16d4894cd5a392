package dev.statecraft.web.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryJson;
import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.sandbox.world.World;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A stored run, computed again from its causes.
 *
 * @param faithful false if the history is not the one that was seen before; the page must say so
 * @param given the signals as they were given
 */
public record Replay(
        StateMachine machine,
        Account account,
        Execution execution,
        boolean faithful,
        List<Given> given) {
    static final String ARN = "arn:aws:states:us-east-1:111111111111:execution:workflow:run";

    /**
     * A signal in its place.
     *
     * @param eventsBefore how many events there were when it was given
     * @param state the state whose task it answered; empty if it answered none
     */
    record Given(RunSignal signal, long eventsBefore, String state) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static Replay of(StoredRun run, List<RunSignal> signals) {
        return of(run, signals, account -> {});
    }

    /** @param attach is shown the account before anything happens in it */
    static Replay of(StoredRun run, List<RunSignal> signals, Consumer<Account> attach) {
        StateMachine machine =
                AslParser.parse(run.definition)
                        .machine()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "A stored definition is valid: " + run.id));
        var account =
                new Account(
                        world(run),
                        FaultReader.read(json(run.faults)),
                        TestCase.of(json(run.mocks)),
                        run.seed,
                        Account.START);
        account.substitute(ARN, substitutes(run));
        attach.accept(account);
        Execution execution =
                account.start(
                        machine, Account.WORKFLOW, "run", json(run.input), Optional.of(run.input));
        account.run();
        List<Given> given = new ArrayList<>();
        for (RunSignal signal : signals) {
            given.add(
                    new Given(
                            signal, execution.history().events().size(), stateOf(signal, account)));
            apply(signal, account);
        }
        boolean faithful = run.historyHash.isEmpty() || hash(execution).equals(run.historyHash);
        return new Replay(machine, account, execution, faithful, List.copyOf(given));
    }

    private static String stateOf(RunSignal signal, Account account) {
        return account.pendingTasks().stream()
                .filter(it -> it.taskToken().equals(signal.token))
                .map(Execution.PendingTask::stateName)
                .findFirst()
                .orElse("");
    }

    static World world(StoredRun run) {
        return World.of(json(run.world)).withAnswers(FaultReader.answers(json(run.answers)));
    }

    private static Map<Long, JsonNode> substitutes(StoredRun run) {
        Map<Long, JsonNode> inputs = new HashMap<>();
        json(run.substitutes)
                .properties()
                .forEach(entry -> inputs.put(Long.valueOf(entry.getKey()), entry.getValue()));
        return inputs;
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
            case "STOP" -> account.stop(ARN, Optional.empty(), Optional.empty());
            case "REDRIVE" -> {
                account.redrive(ARN);
                account.run();
            }
            default -> throw new IllegalStateException("Unknown kind of signal: " + signal.kind);
        }
    }

    public static JsonNode json(String text) {
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

package dev.statecraft.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.sandbox.world.World;

import java.util.List;
import java.util.Optional;

/** Accounts in which short definitions run; worlds are written in JSON with comfort: field names need no quotes. */
final class Accounts {
    private static final ObjectMapper JSON =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .enable(
                            com.fasterxml.jackson.core.json.JsonReadFeature
                                    .ALLOW_UNQUOTED_FIELD_NAMES)
                    .build();

    private Accounts() {}

    static Account in(String world) {
        return Account.of(World.of(json(world)));
    }

    static Execution execute(Account account, String definition) {
        return account.execute(machine(definition), json("{}"));
    }

    /** Starts an execution that has not taken its first step. */
    static Execution start(Account account, String definition) {
        return account.start(machine(definition), "workflow", "run", json("{}"), Optional.empty());
    }

    static Execution startExpress(Account account, String definition) {
        return account.start(
                new ExecutionRequest(
                        machine(definition),
                        "fast",
                        "arn:aws:states:us-east-1:111111111111:stateMachine:fast",
                        "run",
                        "arn:aws:states:us-east-1:111111111111:express:fast:run:1",
                        StateMachineType.EXPRESS,
                        "arn:aws:iam::111111111111:role/fast",
                        "us-east-1",
                        json("{}"),
                        Optional.empty(),
                        1,
                        Quotas.EXPRESS));
    }

    private static StateMachine machine(String definition) {
        Parsing parsing = AslParser.parse(definition);
        return parsing.machine()
                .orElseThrow(() -> new AssertionError(parsing.diagnostics().toString()));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The types of all events, in order. */
    static List<String> events(Execution execution) {
        return execution.history().events().stream().map(event -> event.type().name()).toList();
    }
}

package dev.statecraft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.AslParser;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.Recording;
import dev.statecraft.engine.history.HistoryJson;
import dev.statecraft.sandbox.world.World;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RecordingTest {
    private static final String ARN =
            "arn:aws:states:us-east-1:111111111111:execution:workflow:run";

    private static final String JSON_PATH =
            """
            { "StartAt": "Charge", "States": {
                "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                    "InputPath": "$.order", "Parameters": { "cents.$": "$.total" },
                    "ResultSelector": { "receipt.$": "$.id" }, "ResultPath": "$.paid", "OutputPath": "$.paid",
                    "Assign": { "charged.$": "$.id" },
                    "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 2 }], "Next": "Done" },
                "Done": { "Type": "Succeed" } } }
            """;

    private static final String WORLD =
            """
            { "functions": { "charge": { "returns": { "id": 7, "internal": true },
                "fails": [{ "calls": "1", "error": "Busy" }] } } }
            """;

    @Test
    void every_stage_of_JSONPath_processing_is_kept_for_each_attempt() {
        var recording = new Recording();

        execute(JSON_PATH, WORLD, "{\"order\": {\"total\": 250}}", recording, Map.of());

        assertThat(written(recording.stages(2)))
                .containsExactly(
                        "0 input {\"order\":{\"total\":250}}",
                        "0 afterInputPath {\"total\":250}",
                        "0 afterParameters {\"cents\":250}",
                        "1 afterInputPath {\"total\":250}",
                        "1 afterParameters {\"cents\":250}",
                        "1 result {\"id\":7,\"internal\":true}",
                        "1 afterResultSelector {\"receipt\":7}",
                        "1 afterResultPath {\"order\":{\"total\":250},\"paid\":{\"receipt\":7}}",
                        "1 assign {\"charged\":7}",
                        "1 output {\"receipt\":7}");
    }

    @Test
    void variables_are_kept_as_they_could_be_read_at_each_event() {
        var recording = new Recording();

        Execution execution =
                execute(JSON_PATH, WORLD, "{\"order\": {\"total\": 250}}", recording, Map.of());

        long exited =
                execution.history().events().stream()
                        .filter(it -> it.type().name().equals("TaskStateExited"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(recording.variables(2)).isEmpty();
        assertThat(recording.variables(exited)).hasToString("{charged=7}");
        assertThat(recording.variables(exited + 1)).hasToString("{charged=7}");
        long last = execution.history().events().size();
        assertThat(execution.history().event(last - 1).type().name())
                .isEqualTo("SucceedStateExited");
        assertThat(recording.variables(last - 1)).hasToString("{charged=7}");
    }

    @Test
    void every_stage_of_JSONata_processing_is_kept() {
        var recording = new Recording();

        execute(
                """
                { "QueryLanguage": "JSONata", "StartAt": "Charge", "States": {
                    "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                        "Arguments": { "cents": "{% $states.input.total %}" },
                        "Output": { "receipt": "{% $states.result.id %}" },
                        "Assign": { "charged": "{% $states.result.id %}" }, "End": true } } }
                """,
                "{ \"functions\": { \"charge\": { \"returns\": { \"id\": 7 } } } }",
                "{\"total\": 250}",
                recording,
                Map.of());

        assertThat(written(recording.stages(2)))
                .containsExactly(
                        "0 input {\"total\":250}",
                        "0 afterArguments {\"cents\":250}",
                        "0 result {\"id\":7}",
                        "0 assign {\"charged\":7}",
                        "0 output {\"receipt\":7}");
    }

    @Test
    void a_recorded_execution_has_the_same_history() {
        String input = "{\"order\": {\"total\": 250}}";

        Execution recorded = execute(JSON_PATH, WORLD, input, new Recording(), Map.of());
        Execution plain =
                new Account(world(WORLD), FaultPlan.NONE, 1, Account.START)
                        .execute(AslParser.parse(JSON_PATH).machine().orElseThrow(), json(input));

        assertThat(events(recorded)).isEqualTo(events(plain));
    }

    @Test
    void whoever_asks_is_told_of_each_event() {
        List<Long> told = new ArrayList<>();

        Execution execution =
                execute(
                        JSON_PATH,
                        WORLD,
                        "{\"order\": {\"total\": 1}}",
                        new Recording(told::add),
                        Map.of());

        assertThat(told).hasSize(execution.history().events().size()).startsWith(1L, 2L, 3L);
    }

    @Test
    void a_state_can_be_entered_with_another_input_than_led_to_it() {
        Execution execution =
                execute(
                        """
                        { "StartAt": "A", "States": {
                            "A": { "Type": "Pass", "Result": "from A", "Next": "B" },
                            "B": { "Type": "Pass", "End": true } } }
                        """,
                        "{}",
                        "{}",
                        new Recording(),
                        Map.of(4L, json("\"from elsewhere\"")));

        assertThat(execution.output()).contains(json("\"from elsewhere\""));
        assertThat(events(execution)).contains("from A", "from elsewhere");
    }

    private static Execution execute(
            String definition,
            String world,
            String input,
            Recording recording,
            Map<Long, JsonNode> substitutes) {
        var account = new Account(world(world), FaultPlan.NONE, 1, Account.START);
        account.record(ARN, recording);
        account.substitute(ARN, substitutes);
        Execution execution =
                account.start(
                        AslParser.parse(definition).machine().orElseThrow(),
                        Account.WORKFLOW,
                        "run",
                        json(input),
                        Optional.empty());
        account.run();
        return execution;
    }

    private static List<String> written(List<Recording.Stage> stages) {
        return stages.stream().map(it -> it.retry() + " " + it.name() + " " + it.value()).toList();
    }

    private static String events(Execution execution) {
        return new HistoryJson(execution.history()).events().toString().replace("run-1", "run");
    }

    private static World world(String text) {
        return World.of(json(text));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

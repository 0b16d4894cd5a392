package dev.statecraft.grading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.sandbox.world.World;

import org.junit.jupiter.api.Test;

import java.util.Map;

class BillingTest {
    private static final String TWO_RETRIERS =
            """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2, "BackoffRate": 1},
                          {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 5, "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Undo"}], "Next": "Done"},
              "Undo": {"Type": "Pass", "Next": "Done"},
              "Done": {"Type": "Succeed"}}}
            """;
    private static final String BUSY_TWICE =
            "[{\"call\": \"charge\", \"calls\": \"1-2\", \"error\": \"Busy\"}]";
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void a_standard_run_pays_for_each_state_and_each_retry() throws Exception {
        Experiment twoRetries = experiment(BUSY_TWICE);

        assertThat(twoRetries.measure(new Measure.Transitions()).asInt()).isEqualTo(4);
        assertThat(twoRetries.measure(new Measure.StandardCost()).asInt()).isEqualTo(100);
    }

    @Test
    void an_express_run_pays_for_the_time_that_it_waits() throws Exception {
        Experiment twoSeconds = experiment(BUSY_TWICE);

        // 1 dollar for the requests, and 2 s of 64 MB a million times: 125,000 GB-seconds for 2.08
        // dollars.
        assertThat(twoSeconds.measure(new Measure.ExpressCost()).asText()).isEqualTo("3.08");
    }

    @Test
    void each_wait_belongs_to_the_first_retrier_that_answers_to_the_error() throws Exception {
        Experiment mixed =
                experiment(
                        """
                        [{"call": "charge", "calls": "1", "error": "Busy"}, {"call": "charge", "calls": "2", "error": "Odd"},
                         {"call": "charge", "calls": "3", "error": "Busy"}, {"call": "charge", "calls": "4", "error": "Odd"}]
                        """);

        assertThat(mixed.measure(new Measure.Retriers("Charge")).toString()).isEqualTo("[1,2,1]");
        assertThat(mixed.measure(new Measure.Retriers("Nowhere"))).isEmpty();
    }

    private Experiment experiment(String faults) throws Exception {
        return new Experiment(
                TWO_RETRIERS,
                World.of(json.readTree("{\"functions\": {\"charge\": {}}}")),
                new Trial(
                        json.createObjectNode(),
                        FaultReader.read(json.readTree(faults)),
                        Map.of(),
                        1));
    }
}

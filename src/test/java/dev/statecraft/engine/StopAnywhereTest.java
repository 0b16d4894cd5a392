package dev.statecraft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.history.EventType;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An execution may be stopped at any moment, whatever it is doing, and taken up again. */
class StopAnywhereTest {
    private static final String EVERYTHING =
            """
            { "QueryLanguage": "JSONata", "StartAt": "Begin", "States": {
                "Begin": { "Type": "Pass", "Assign": { "base": 10 }, "Next": "Both" },
                "Both": { "Type": "Parallel", "Next": "Children",
                    "Retry": [{ "ErrorEquals": ["Unlucky"], "IntervalSeconds": 4 }],
                    "Branches": [
                        { "StartAt": "Rest", "States": { "Rest": { "Type": "Wait", "Seconds": 3, "Next": "Task" },
                            "Task": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a",
                                "Arguments": 1, "End": true } } },
                        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "Items": [2, 3, 4], "MaxConcurrency": 2, "End": true,
                            "ItemProcessor": { "StartAt": "Item", "States": { "Item": { "Type": "Task",
                                "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a",
                                "Output": "{% $states.result + $base %}", "End": true } } } } } } ] },
                "Children": { "Type": "Map", "Items": [5, 6, 7], "MaxConcurrency": 2, "Next": "Done",
                    "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                        "StartAt": "Child", "States": { "Child": { "Type": "Task",
                            "Resource": "arn:aws:lambda:us-east-1:111111111111:function:a", "Next": "Pause" },
                            "Pause": { "Type": "Wait", "Seconds": 1, "End": true } } } },
                "Done": { "Type": "Succeed" } } }
            """;

    @Test
    void stopped_at_any_moment_and_redriven_it_comes_to_the_same_output() {
        var whole = new Run();
        int steps = whole.toTheEnd();
        JsonNode expected = whole.execution.output().orElseThrow();

        for (int at = 0; at < steps; at++) {
            var run = new Run();
            run.steps(at);
            run.stopAndRedrive();
            run.toTheEnd();

            assertThat(run.execution.output()).as("stopped after %d steps", at).contains(expected);
            assertThat(run.execution.redriveCount()).isEqualTo(1);
            assertHistoryIsWhole(run.execution);
        }
        assertThat(steps).isGreaterThan(8);
    }

    @Test
    void stopped_and_redriven_at_every_moment_it_still_ends() {
        var run = new Run();
        int stops = 0;
        while (stops < 500 && !run.execution.status().isFinal()) {
            run.steps(1);
            run.stopAndRedrive();
            run.steps(1);
            stops++;
        }
        run.toTheEnd();

        assertThat(run.execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertHistoryIsWhole(run.execution);
    }

    @Test
    void nothing_happens_after_a_stop() {
        int steps = new Run().toTheEnd();
        for (int at = 0; at < steps; at++) {
            var run = new Run();
            run.steps(at);
            if (run.execution.status().isFinal()) {
                continue;
            }
            run.stop();
            int events = run.execution.history().events().size();
            int asked = run.asked.size();

            run.timeline.run();

            assertThat(run.execution.history().events())
                    .as("stopped after %d steps", at)
                    .hasSize(events);
            assertThat(run.asked).hasSize(asked);
            assertThat(run.execution.error()).contains("Enough");
            assertThat(run.simulation.executions())
                    .allMatch(execution -> execution.status().isFinal());
            assertThat(run.simulation.mapRuns())
                    .noneMatch(it -> it.status() == MapRunDescription.Status.RUNNING);
        }
    }

    private static void assertHistoryIsWhole(Execution execution) {
        List<HistoryEvent> events = execution.history().events();
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).id()).isEqualTo(i + 1L);
            assertThat(events.get(i).previousId()).isLessThan(i + 1L);
        }
        assertThat(events.getLast().type()).isEqualTo(EventType.ExecutionSucceeded);
    }

    /** Each task returns its input after as many seconds, but the fourth one fails. */
    private static final class Run {
        final Timeline timeline = new Timeline(Runs.START);
        final Set<String> asked = new HashSet<>();
        final Simulation simulation = new Simulation(timeline, this::answer, 1);
        final Execution execution = simulation.start(Runs.request(EVERYTHING, "{}"));

        private TaskOutcome answer(TaskRequest request) {
            asked.add(request.taskToken());
            if (asked.size() == 4) {
                return new TaskOutcome.Failed(
                        Optional.of("Unlucky"),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        TaskOutcome.Phase.RUN);
            }
            return new TaskOutcome.Succeeded(
                    request.input(), Duration.ofSeconds(request.input().intValue()));
        }

        void steps(int count) {
            timeline.runDue();
            for (int i = 0; i < count; i++) {
                timeline.runNext();
            }
        }

        int toTheEnd() {
            int steps = 0;
            timeline.runDue();
            while (timeline.runNext()) {
                steps++;
            }
            return steps;
        }

        void stop() {
            simulation.stop(
                    execution.request().executionArn(), Optional.of("Enough"), Optional.empty());
        }

        void stopAndRedrive() {
            if (!execution.status().isFinal()) {
                stop();
                simulation.redrive(execution.request().executionArn());
            }
        }
    }
}

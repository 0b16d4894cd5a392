package dev.statecraft.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** With {@code SFN_CLOCK=real} time passes as on the wall. */
@QuarkusTest
@TestProfile(RealClockTest.OnTheWall.class)
class RealClockTest {

    public static class OnTheWall implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sfn.clock", "real");
        }
    }

    private final SfnClient sfn = Sdk.client();

    private String start(int seconds) {
        String machine =
                Sdk.create(
                        sfn,
                        """
                        { "StartAt": "Rest", "States": { "Rest": { "Type": "Wait", "Seconds": %d, "End": true } } }
                        """
                                .formatted(seconds));
        return sfn.startExecution(it -> it.stateMachineArn(machine)).executionArn();
    }

    @Test
    void a_wait_takes_its_time() {
        String execution = start(1);
        assertThat(sfn.describeExecution(it -> it.executionArn(execution)).status())
                .isEqualTo(ExecutionStatus.RUNNING);

        assertThat(Sdk.finished(sfn, execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);

        List<HistoryEvent> events =
                sfn.getExecutionHistory(it -> it.executionArn(execution)).events();
        assertThat(Duration.between(events.getFirst().timestamp(), events.getLast().timestamp()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_wait_is_stopped_and_says_so() {
        String execution = start(3600);

        sfn.stopExecution(it -> it.executionArn(execution));

        assertThat(Sdk.finished(sfn, execution).status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(Sdk.types(sfn, execution))
                .containsExactly("ExecutionStarted", "WaitStateEntered", "ExecutionAborted");
    }
}

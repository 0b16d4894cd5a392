package dev.statecraft.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A client of the AWS-compatible address sees what clients of the real service saw.
 *
 * <p>Runs the same cases as {@link ConformanceTest}, through HTTP; the services' answers come from a mock file in the format of
 * Step Functions Local. {@code target/conformance/door.md} says where cases differ first.
 */
@QuarkusTest
@TestProfile(DoorConformanceTest.WithMocks.class)
class DoorConformanceTest {
    /** What we have reached. These numbers only ever rise. */
    private static final double EXECUTIONS_AT_LEAST = 0.98;

    private static final double HISTORIES_AT_LEAST = 0.98;

    private static final double ANSWERS_AT_LEAST = 0.96;

    private static final String FOLDER = System.getProperty("conformance.cases", "");

    public static class WithMocks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            if (FOLDER.isBlank()) {
                return Map.of();
            }
            Path file = Path.of("target", "conformance", "mocks.json").toAbsolutePath();
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, new DoorMocks(cases()).json().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("sfn.mock.config", file.toString());
        }
    }

    @TestHTTPResource("/aws")
    URI endpoint;

    private static List<RecordedCase> cases() {
        return RecordedCase.allUnder(Path.of(FOLDER));
    }

    @Test
    void recorded_cases_come_out_through_the_door_as_the_service_did_them() {
        assumeFalse(
                FOLDER.isBlank(),
                "No recorded cases at hand; run with -Dconformance.cases=FOLDER to compare with the real service.");
        List<RecordedCase> cases = cases();
        var replay = new DoorReplay(new DoorClient(endpoint), new DoorMocks(cases));
        String only = System.getProperty("conformance.only", "");

        List<Verdict> verdicts =
                cases.stream()
                        .filter(it -> it.id().contains(only))
                        .map(it -> Verdict.through(replay, it))
                        .toList();
        var executions =
                new ConformanceReport(verdicts.stream().filter(Verdict::isExecution).toList());
        var answers =
                new ConformanceReport(verdicts.stream().filter(it -> !it.isExecution()).toList());
        new ConformanceReport(verdicts).write(Path.of("target", "conformance", "door.md"));
        System.out.print("executions through the door\n" + executions.table());
        System.out.print("answers of the API\n" + answers.table());

        assertThat(verdicts).as("cases in " + FOLDER).isNotEmpty();
        assertThat(executions.count().outcomeShare())
                .as("share of equal outcomes; see target/conformance/door.md")
                .isGreaterThanOrEqualTo(EXECUTIONS_AT_LEAST);
        assertThat(executions.count().historyShare())
                .as("share of equal histories; see target/conformance/door.md")
                .isGreaterThanOrEqualTo(HISTORIES_AT_LEAST);
        assertThat(answers.count().outcomeShare())
                .as("share of equal answers; see target/conformance/door.md")
                .isGreaterThanOrEqualTo(ANSWERS_AT_LEAST);
    }
}

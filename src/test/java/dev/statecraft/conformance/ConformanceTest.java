package dev.statecraft.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/**
 * Statecraft does what the real service did.
 *
 * <p>{@code mvn verify -Dconformance.cases=FOLDER} runs the recorded cases in that folder; the table shows how many came
 * out equal, and {@code target/conformance/report.md} where the others differ first. {@code -Dconformance.only=TEXT} runs
 * only the cases whose id contains TEXT.
 */
class ConformanceTest {
    /** What we have reached. These numbers only ever rise. */
    private static final double OUTCOME_AT_LEAST = 0.995;

    private static final double HISTORY_AT_LEAST = 0.99;

    @Test
    void recorded_cases_come_out_as_the_service_did_them() {
        String folder = System.getProperty("conformance.cases", "");
        assumeFalse(
                folder.isBlank(),
                "No recorded cases at hand; run with -Dconformance.cases=FOLDER to compare with the real service.");
        String only = System.getProperty("conformance.only", "");

        List<Verdict> verdicts =
                RecordedCase.allUnder(Path.of(folder)).stream()
                        .filter(it -> it.id().contains(only))
                        .map(Verdict::on)
                        .toList();
        var report = new ConformanceReport(verdicts);
        report.write(Path.of("target", "conformance", "report.md"));
        report.writeActuals(Path.of("target", "conformance", "actual"));
        System.out.print(report.table());

        assertThat(verdicts).as("cases in " + folder).isNotEmpty();
        assertThat(report.count().outcomeShare())
                .as("share of equal outcomes; see target/conformance/report.md")
                .isGreaterThanOrEqualTo(OUTCOME_AT_LEAST);
        assertThat(report.count().historyShare())
                .as("share of equal histories; see target/conformance/report.md")
                .isGreaterThanOrEqualTo(HISTORY_AT_LEAST);
    }
}

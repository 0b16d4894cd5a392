package dev.statecraft.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Walks all scenarios in the repository: content cannot rot unseen. */
class ScenariosTest {
    private static final Library LIBRARY = Library.read(ContentFolder.onDisk(Path.of("")));

    @Test
    void every_scenario_can_be_read() {
        assertThat(LIBRARY.faults()).isEmpty();
        assertThat(LIBRARY.scenarios()).hasSizeGreaterThanOrEqualTo(4);
    }

    @TestFactory
    Stream<DynamicTest> the_starter_fails_solutions_pass_and_wrong_designs_fail_for_their_reason() {
        return LIBRARY.scenarios().stream()
                .map(
                        scenario ->
                                DynamicTest.dynamicTest(
                                        scenario.id(),
                                        () -> assertThat(ScenarioCheck.check(scenario)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> every_scenario_has_different_solutions_and_wrong_designs() {
        return LIBRARY.scenarios().stream()
                .map(
                        scenario ->
                                DynamicTest.dynamicTest(
                                        scenario.id(),
                                        () -> {
                                            assertThat(scenario.solutions())
                                                    .hasSizeGreaterThanOrEqualTo(3);
                                            assertThat(
                                                            scenario.solutions().stream()
                                                                    .map(
                                                                            it ->
                                                                                    it.machine()
                                                                                            .source())
                                                                    .distinct())
                                                    .hasSameSizeAs(scenario.solutions());
                                            assertThat(scenario.wrongs())
                                                    .hasSizeGreaterThanOrEqualTo(2);
                                            assertThat(scenario.hints()).hasSize(3);
                                        }));
    }
}

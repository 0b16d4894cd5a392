package dev.statecraft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Same causes, same history, byte for byte: on this JVM, and on one of another locale, time zone, encoding and compiler. */
class DeterminismTest {
    private static final int SEEDS = 400;

    @Test
    void the_same_seed_gives_the_same_history_twice() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(SeededHistories.history(seed))
                    .as("history of seed %d", seed)
                    .isEqualTo(SeededHistories.history(seed));
        }
    }

    @Test
    void few_seeds_give_a_history_that_another_gives_too() {
        Set<String> histories = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            histories.add(SeededHistories.history(seed));
        }

        assertThat(histories).hasSizeGreaterThan(SEEDS * 3 / 4);
    }

    @Test
    void the_histories_reach_every_kind_of_state_and_of_ending() {
        StringBuilder all = new StringBuilder();
        for (long seed = 0; seed < SEEDS; seed++) {
            all.append(SeededHistories.history(seed));
        }

        assertThat(all)
                .contains(
                        "PassStateEntered",
                        "ChoiceStateEntered",
                        "WaitStateExited",
                        "TaskSucceeded",
                        "TaskFailed",
                        "TaskTimedOut",
                        "ParallelStateSucceeded",
                        "MapIterationSucceeded",
                        "MapIterationFailed",
                        "FailStateEntered",
                        "ExecutionSucceeded",
                        "ExecutionFailed");
    }

    @Test
    void another_jvm_tells_the_same_histories() throws Exception {
        List<String> here = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            here.add(seed + " " + SeededHistories.digest(SeededHistories.history(seed)));
        }

        assertThat(
                        elsewhere(
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-Duser.timezone=Asia/Kolkata",
                                "-Dfile.encoding=ISO-8859-1",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC"))
                .isEqualTo(here);
    }

    private static List<String> elsewhere(String... options)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        SeededHistories.class.getName(),
                        "0",
                        String.valueOf(SEEDS)));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}

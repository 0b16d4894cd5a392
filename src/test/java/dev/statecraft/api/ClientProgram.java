package dev.statecraft.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program on this machine that talks to the door. Where it is not installed, its tests are skipped; CI requires it. */
final class ClientProgram {
    private static final long MINUTES = 3;

    private final List<String> command;

    private ClientProgram(List<String> command) {
        this.command = command;
    }

    /**
     * The first of {@code candidates} that runs.
     *
     * @param check arguments with which it says that it is there
     */
    static ClientProgram find(String what, List<String> candidates, String... check) {
        for (String candidate : candidates) {
            var program = new ClientProgram(List.of(candidate));
            if (program.start(Map.of(), check).exitCode() == 0) {
                return program;
            }
        }
        assertThat(System.getenv("CI")).as(what + " is missing, and CI requires it").isNull();
        return abort(what + " is not installed.");
    }

    /** What came of a call. */
    record Result(int exitCode, String out) {}

    /** @param environment besides the machine's own */
    Result start(Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("client", ".txt");
            var builder = new ProcessBuilder(all).redirectErrorStream(true);
            builder.redirectOutput(out.toFile()).environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            String said = Files.readString(out);
            Files.delete(out);
            assertThat(ended).as("ends within %s minutes: %s".formatted(MINUTES, all)).isTrue();
            return new Result(process.exitValue(), said);
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

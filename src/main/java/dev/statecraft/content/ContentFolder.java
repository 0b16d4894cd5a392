package dev.statecraft.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where content is read from: a folder on disk, or the copy that is packaged with the application. */
public interface ContentFolder {

    /** The text of a file, such as {@code scenarios/retries/brief.md}; empty if there is none. */
    Optional<String> read(String path);

    static ContentFolder packaged() {
        return path -> {
            try (InputStream in =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read packaged content " + path, e);
            }
        };
    }

    static ContentFolder onDisk(Path folder) {
        return path -> {
            try {
                Path file = folder.resolve(path);
                return Files.isRegularFile(file)
                        ? Optional.of(Files.readString(file))
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path, e);
            }
        };
    }
}

package dev.statecraft.web.sandbox;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** The fields of the sandbox page as a browser sends them; a field that was not sent is empty. */
public class SandboxForm {
    @RestForm @Nullable String definition;
    @RestForm @Nullable String input;
    @RestForm @Nullable String world;
    @RestForm @Nullable String faults;
    @RestForm @Nullable String mocks;
    @RestForm @Nullable String testCase;
    @RestForm @Nullable String token;

    /** Not empty if the run is to be shown beside the design. */
    @RestForm @Nullable String glance;

    @RestForm @Nullable String faultCall;
    @RestForm @Nullable String faultCalls;
    @RestForm @Nullable String faultKind;
    @RestForm @Nullable String faultError;
    @RestForm @Nullable String faultSeconds;

    /** The place of a fault that is to go. */
    @RestForm @Nullable String remove;

    @RestForm @Nullable String pasted;
    @RestForm @Nullable FileUpload file;

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    SandboxText text() {
        return new SandboxText(
                orEmpty(definition),
                orEmpty(input),
                orEmpty(world),
                orEmpty(faults),
                orEmpty(mocks),
                orEmpty(testCase));
    }

    /** The chosen file, or else the pasted text. */
    String imported() {
        return uploaded().filter(it -> !it.isBlank()).orElseGet(() -> orEmpty(pasted));
    }

    private Optional<String> uploaded() {
        FileUpload upload = file;
        if (upload == null || upload.size() == 0) {
            return Optional.empty();
        }
        try {
            // A file that is no UTF-8 text becomes text with replacement signs, and is refused as
            // such.
            return Optional.of(
                    new String(Files.readAllBytes(upload.uploadedFile()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file is gone", e);
        }
    }
}

package dev.statecraft.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Reads the timestamps of the language: RFC 3339 with an upper-case {@code T} and, for UTC, an upper-case {@code Z}; an offset is
 * required.
 */
public final class Timestamps {
    private static final int SHORTEST = "2016-01-01T00:00Z".length();

    private Timestamps() {}

    public static Optional<Instant> parse(String text) {
        if (text.length() < SHORTEST || text.charAt(10) != 'T' || text.endsWith("z")) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

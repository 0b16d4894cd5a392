package dev.statecraft.content;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The day on which content is judged: today, so that a citation that grows older than a year fails the build by name. An old revision is
 * built with the day of its commit: {@code -Dstatecraft.today=2026-11-21}.
 */
final class Today {

    private Today() {}

    static LocalDate of() {
        String given = System.getProperty("statecraft.today", "");
        return given.isEmpty() ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(given);
    }
}

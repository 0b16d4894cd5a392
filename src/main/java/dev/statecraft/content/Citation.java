package dev.statecraft.content;

import java.time.LocalDate;

/**
 * Where a fact can be read, and when it was last compared with what stands there.
 *
 * @param url a public page
 */
public record Citation(String url, LocalDate checked) {}

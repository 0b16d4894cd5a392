package dev.statecraft.content;

import java.time.LocalDate;

/**
 * Where a fact can be read, and when we last read it there.
 *
 * @param url a public page
 */
public record Citation(String url, LocalDate checked) {}

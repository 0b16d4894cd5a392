package dev.statecraft.content;

import dev.statecraft.grading.Experiment;

import java.util.List;

/** A study note about one concept: text, and runs that show what the text says. */
public record Note(Concept concept, List<Part> parts) {
    public Note {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    /** @param markdown with headings from the second level on */
    public record Text(String markdown) implements Part {}

    /** @param caption what to look at, in a sentence */
    public record Run(String caption, Experiment experiment) implements Part {}

    /** @param meaning in a sentence or two, in Markdown */
    public record Term(String name, String meaning) {}
}

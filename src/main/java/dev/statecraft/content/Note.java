package dev.statecraft.content;

import dev.statecraft.grading.Experiment;

import java.util.List;

/**
 * A study note about one concept: text, tables, and runs that show what the text says.
 *
 * @param sources where its facts can be read, and when they were last compared
 */
public record Note(Concept concept, List<Part> parts, List<Citation> sources) {
    private static final String OPENING = "**In one sentence.** ";

    public Note {
        parts = List.copyOf(parts);
        sources = List.copyOf(sources);
    }

    /** The concept in one sentence: the first line of the note, in Markdown. */
    public String oneSentence() {
        return parts.getFirst() instanceof Text text
                ? text.markdown().strip().lines().findFirst().orElse("").replace(OPENING, "")
                : "";
    }

    public sealed interface Part {}

    /** @param markdown with headings from the second level on */
    public record Text(String markdown) implements Part {}

    /** @param caption what to look at, in a sentence */
    public record Run(String caption, Experiment experiment) implements Part {}

    /** @param rows of cells in Markdown; each row has as many as the head */
    public record Table(String caption, List<String> head, List<List<String>> rows)
            implements Part {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** @param meaning in a sentence or two, in Markdown */
    public record Term(String name, String meaning) {}
}

package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.statecraft.grading.Experiment;
import dev.statecraft.sandbox.WorldFault;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a study note: Markdown, in which a fenced block with the word {@code run} and a caption holds an experiment in YAML, to be run and
 * drawn.
 */
final class NoteReader {
    private static final String FENCE = "```";
    private static final String RUN = FENCE + "run ";

    private NoteReader() {}

    /** @throws IllegalArgumentException with a message for the author */
    static Note read(Concept concept, String text) {
        List<Note.Part> parts = new ArrayList<>();
        var block = new StringBuilder();
        String caption = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith(RUN)) {
                addText(parts, block);
                caption = line.substring(RUN.length()).strip();
            } else if (!caption.isEmpty() && line.equals(FENCE)) {
                parts.add(new Note.Run(caption, experiment(block.toString())));
                block.setLength(0);
                caption = "";
            } else {
                block.append(line).append('\n');
            }
        }
        addText(parts, block);
        return new Note(concept, parts);
    }

    private static void addText(List<Note.Part> parts, StringBuilder block) {
        if (!block.toString().isBlank()) {
            parts.add(new Note.Text(block.toString()));
        }
        block.setLength(0);
    }

    private static Experiment experiment(String yaml) {
        try {
            Experiment experiment =
                    ExperimentReader.read(Yaml.read(yaml), MissingNode.getInstance());
            if (!experiment.parsing().isValid()) {
                throw new IllegalArgumentException(
                        "A run of a note is refused: "
                                + experiment.parsing().diagnostics().getFirst().message());
            }
            return experiment;
        } catch (WorldFault e) {
            throw new IllegalArgumentException(e.location() + " " + e.getMessage(), e);
        } catch (Yaml.Unreadable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Reads {@code content/glossary.yaml}, a list of {@code {name, meaning}}. */
    static List<Note.Term> glossary(JsonNode list) {
        List<Note.Term> terms = new ArrayList<>();
        for (JsonNode term : list) {
            QuestionReader.onlyFields(term, Set.of("name", "meaning"));
            terms.add(
                    new Note.Term(
                            QuestionReader.required(term, "name"),
                            QuestionReader.required(term, "meaning")));
        }
        return terms;
    }
}

package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.statecraft.grading.Experiment;
import dev.statecraft.sandbox.world.WorldFault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a study note: Markdown with fenced blocks. A block with the word {@code run} and a caption holds an experiment in YAML, to be run
 * and drawn; one with the word {@code table} has a row a line, its cells parted by {@code |}. A line {@code Source: address (date)} names
 * where the facts stand.
 */
final class NoteReader {
    private static final String FENCE = "```";
    private static final Pattern BLOCK = Pattern.compile("```(run|table) (.+)");
    private static final Pattern SOURCE =
            Pattern.compile("Source: (https://\\S+) \\((\\d{4}-\\d{2}-\\d{2})\\)");

    private final List<Note.Part> parts = new ArrayList<>();
    private final List<Citation> sources = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private NoteReader() {}

    /** @throws IllegalArgumentException with a message for the author */
    static Note read(Concept concept, String text) {
        var reader = new NoteReader();
        reader.readLines(text.lines().toList());
        return new Note(concept, reader.parts, reader.sources);
    }

    private void readLines(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher block = BLOCK.matcher(lines.get(i));
            Matcher source = SOURCE.matcher(lines.get(i));
            if (block.matches()) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                if (end <= i) {
                    throw new IllegalArgumentException(
                            "The block \"" + lines.get(i) + "\" has no end.");
                }
                endText();
                parts.add(block(block.group(1), block.group(2), lines.subList(i + 1, end)));
                i = end;
            } else if (source.matches()) {
                sources.add(new Citation(source.group(1), LocalDate.parse(source.group(2))));
            } else {
                text.append(lines.get(i)).append('\n');
            }
        }
        endText();
    }

    private void endText() {
        if (!text.toString().isBlank()) {
            parts.add(new Note.Text(text.toString()));
        }
        text.setLength(0);
    }

    private static Note.Part block(String kind, String caption, List<String> lines) {
        return kind.equals("run")
                ? new Note.Run(caption, experiment(String.join("\n", lines)))
                : table(caption, lines);
    }

    private static Note.Table table(String caption, List<String> lines) {
        List<List<String>> rows =
                lines.stream()
                        .map(it -> Arrays.stream(it.split("\\|")).map(String::strip).toList())
                        .toList();
        if (rows.size() < 2 || rows.stream().anyMatch(it -> it.size() != rows.get(0).size())) {
            throw new IllegalArgumentException(
                    "The rows of the table \"" + caption + "\" differ in their number of cells.");
        }
        return new Note.Table(caption, rows.get(0), rows.subList(1, rows.size()));
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

package dev.statecraft.editing.mending;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Notation;
import dev.statecraft.asl.Parsing;
import dev.statecraft.editing.Document;
import dev.statecraft.editing.JsonStyle;
import dev.statecraft.editing.TextEdit;
import dev.statecraft.editing.YamlStyle;
import dev.statecraft.editing.design.Change;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a whole definition anew: more neatly, or in the other notation. Fields keep their order. */
public final class Rewriting {
    private static final Set<String> NOT_READ =
            Set.of("INVALID_JSON_DESCRIPTION", "INVALID_YAML_DESCRIPTION", "TOO_DEEPLY_NESTED");

    private Rewriting() {}

    /** Lines and indentation as the examples of AWS have them. */
    public static Change formatted(String text) {
        Notation notation = Notation.of(text);
        if (notation == Notation.YAML && hasComments(text)) {
            return new Change.Refused(
                    "The text has comments, which would get lost. Indent the lines by hand, or remove the comments first.");
        }
        return written(text, notation);
    }

    /** JSON as YAML, and YAML as JSON. */
    public static Change converted(String text) {
        return switch (Notation.of(text)) {
            case JSON -> written(text, Notation.YAML);
            case YAML -> written(text, Notation.JSON);
        };
    }

    private static Change written(String text, Notation notation) {
        Parsing parsing = AslParser.parse(text);
        Optional<Diagnostic> unread =
                parsing.diagnostics().stream()
                        .filter(
                                it ->
                                        NOT_READ.contains(it.code())
                                                || it.rule().name().equals("DEFINITION_TOO_LARGE"))
                        .findFirst();
        Document document = Document.of(text);
        if (unread.isPresent() || document.root().isEmpty()) {
            return new Change.Refused(
                    unread.map(
                                    it ->
                                            "The text cannot be read as a whole yet. Line "
                                                    + it.position().line()
                                                    + ": "
                                                    + it.message())
                            .orElse("There is no definition to write yet."));
        }
        JsonNode json = document.json(List.of());
        String fresh =
                switch (notation) {
                    case JSON -> JsonStyle.write(json, "");
                    case YAML -> YamlStyle.write(json);
                };
        return new Change.Done(edits(text, fresh + "\n"), "");
    }

    /** One edit, without what is the same at the beginning and at the end. */
    private static List<TextEdit> edits(String text, String fresh) {
        int start = 0;
        int shorter = Math.min(text.length(), fresh.length());
        while (start < shorter && text.charAt(start) == fresh.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && text.charAt(text.length() - 1 - end) == fresh.charAt(fresh.length() - 1 - end)) {
            end++;
        }
        return start == text.length() && start == fresh.length()
                ? List.of()
                : List.of(
                        new TextEdit(
                                start,
                                text.length() - end,
                                fresh.substring(start, fresh.length() - end)));
    }

    /** True if a line begins or goes on with a comment; a number sign inside a text does not count where that is certain. */
    private static boolean hasComments(String text) {
        return text.lines()
                .anyMatch(it -> it.stripLeading().startsWith("#") || it.matches("[^\"']*\\s#.*"));
    }
}

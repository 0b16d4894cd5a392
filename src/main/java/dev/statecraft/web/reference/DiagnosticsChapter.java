package dev.statecraft.web.reference;

import dev.statecraft.asl.problems.Rule;
import dev.statecraft.web.Markdown;
import dev.statecraft.web.reference.LanguageReference.Chapter;
import dev.statecraft.web.reference.LanguageReference.Entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a definition: every rule, with a definition that breaks it. The tests break each of them. */
final class DiagnosticsChapter {
    private static final String SOURCE =
            "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html";

    private static final int MOST_CHARACTERS = 1_500;

    private DiagnosticsChapter() {}

    /** The rules whose name, message or remedy holds all words of {@code query}; empty if none does. */
    static Optional<Chapter> of(String query) {
        List<Entry> entries =
                Rule.all().stream()
                        .filter(rule -> holds(rule, query))
                        .map(DiagnosticsChapter::entry)
                        .toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter("diagnostics", "Diagnostics", SOURCE, entries));
    }

    private static boolean holds(Rule rule, String query) {
        String text =
                String.join(
                                " ",
                                "diagnostics",
                                rule.name(),
                                rule.code(),
                                rule.says(),
                                rule.remedy())
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(query.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(text::contains);
    }

    private static Entry entry(Rule rule) {
        return new Entry(
                "diagnostics-" + rule.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                rule.name(),
                spoken(rule),
                Markdown.inline(rule.remedy()),
                shortened(rule.example()),
                "",
                outcome(rule),
                "");
    }

    /** The message with an ellipsis where words of the definition go. */
    private static String spoken(Rule rule) {
        return rule.says().replaceAll("%(\\d\\$)?s", "…");
    }

    private static LanguageReference.Outcome outcome(Rule rule) {
        return switch (rule.severity()) {
            case ERROR -> new LanguageReference.Outcome("bad", "✕", "is refused as", rule.code());
            case WARNING ->
                    new LanguageReference.Outcome("warn", "!", "is warned of as", rule.code());
            case HINT ->
                    new LanguageReference.Outcome("note", "i", "is remarked on as", rule.code());
        };
    }

    private static String shortened(String example) {
        return example.length() <= MOST_CHARACTERS
                ? example
                : example.substring(0, MOST_CHARACTERS / 2)
                        + " … ("
                        + example.length()
                        + " characters in all)";
    }
}

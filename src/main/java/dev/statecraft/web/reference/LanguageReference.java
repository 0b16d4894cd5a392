package dev.statecraft.web.reference;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.content.Reference;
import dev.statecraft.web.Markdown;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import java.util.ArrayList;
import java.util.List;

/** The language, part by part, each with an example that is executed when the app is built. */
@Path("/reference")
@Produces(MediaType.TEXT_HTML)
public class LanguageReference {
    private static final int MAX_QUERY = 200;

    @Inject Reference reference;

    record reference(
            String query, List<Chapter> chapters, int entries, boolean whole, FieldTable fields)
            implements TemplateInstance {}

    record Chapter(String id, String title, String source, List<Entry> entries) {}

    /**
     * @param message what a diagnostic says; empty for what is no diagnostic
     * @param code the example; {@code input} as JSON
     * @param tryUrl opens the example in the sandbox; empty if it cannot run
     */
    record Entry(
            String id,
            String name,
            String message,
            RawString say,
            String code,
            String input,
            Outcome outcome,
            String tryUrl) {}

    /** What comes of an example, such as {@code gives 5}. */
    record Outcome(String kind, String mark, String verb, String what) {}

    @GET
    public TemplateInstance show(@QueryParam("q") @DefaultValue("") String query) {
        String asked =
                query.length() > MAX_QUERY ? query.substring(0, MAX_QUERY).strip() : query.strip();
        List<Chapter> chapters =
                new ArrayList<>(
                        (asked.isEmpty() ? reference.chapters() : reference.matching(asked))
                                .stream().map(LanguageReference::shown).toList());
        DiagnosticsChapter.of(asked).ifPresent(chapters::add);
        int entries = chapters.stream().mapToInt(it -> it.entries().size()).sum();
        return new reference(asked, chapters, entries, asked.isEmpty(), FieldTable.of(reference));
    }

    private static Chapter shown(Reference.Chapter chapter) {
        return new Chapter(
                chapter.id(),
                chapter.title(),
                chapter.source().url(),
                chapter.entries().stream().map(it -> shown(chapter, it)).toList());
    }

    private static Entry shown(Reference.Chapter chapter, Reference.Entry entry) {
        String address = chapter.id() + "-" + entry.id();
        return new Entry(
                address,
                entry.name(),
                "",
                Markdown.inline(entry.say()),
                entry.code(),
                text(entry.input()),
                outcome(entry.ending()),
                "/sandbox?example=" + address);
    }

    private static Outcome outcome(Reference.Ending ending) {
        return switch (ending) {
            case Reference.Gives gives -> {
                String output = text(gives.output());
                yield new Outcome("ok", "✓", "gives", output.isEmpty() ? "{}" : output);
            }
            case Reference.Fails fails -> new Outcome("bad", "✕", "fails with", fails.error());
            case Reference.Ends ends -> new Outcome("bad", "✕", "ends as", ends.status());
            case Reference.Finds finds ->
                    new Outcome("bad", "✕", "is refused by the rule", finds.rule());
        };
    }

    private static String text(JsonNode json) {
        return json.isMissingNode() || (json.isObject() && json.isEmpty()) ? "" : json.toString();
    }
}

package dev.statecraft.web;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.content.Reference;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import java.util.List;

/** The language, part by part, each with an example that is executed when the app is built. */
@Path("/reference")
@Produces(MediaType.TEXT_HTML)
public class LanguageReference {
    private static final int MAX_QUERY = 200;

    @Inject Reference reference;

    record reference(String query, List<Chapter> chapters, int entries, boolean whole)
            implements TemplateInstance {}

    record Chapter(String id, String title, String source, List<Entry> entries) {}

    /** @param code the example; {@code input} and {@code result} as JSON */
    record Entry(
            String id,
            String name,
            RawString say,
            String code,
            String input,
            String result,
            boolean fails,
            String tryUrl) {}

    @GET
    public TemplateInstance show(@QueryParam("q") @DefaultValue("") String query) {
        String asked =
                query.length() > MAX_QUERY ? query.substring(0, MAX_QUERY).strip() : query.strip();
        List<Chapter> chapters =
                (asked.isEmpty() ? reference.chapters() : reference.matching(asked))
                        .stream().map(LanguageReference::shown).toList();
        int entries = chapters.stream().mapToInt(it -> it.entries().size()).sum();
        return new reference(asked, chapters, entries, asked.isEmpty());
    }

    private static Chapter shown(Reference.Chapter chapter) {
        return new Chapter(
                chapter.id(),
                chapter.title(),
                chapter.source().url(),
                chapter.entries().stream().map(it -> shown(chapter, it)).toList());
    }

    private static Entry shown(Reference.Chapter chapter, Reference.Entry entry) {
        return new Entry(
                chapter.id() + "-" + entry.id(),
                entry.name(),
                Markdown.inline(entry.say()),
                entry.code(),
                text(entry.input()),
                entry.fails().orElseGet(() -> text(entry.gives())),
                entry.fails().isPresent(),
                "/sandbox?example=" + chapter.id() + "-" + entry.id());
    }

    private static String text(JsonNode json) {
        return json.isMissingNode() || (json.isObject() && json.isEmpty()) ? "" : json.toString();
    }
}

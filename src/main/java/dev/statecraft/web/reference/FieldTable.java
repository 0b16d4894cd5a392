package dev.statecraft.web.reference;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Vocabulary;
import dev.statecraft.content.Reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which type of state has which field, in which query language: a row for each field, a column for each type. */
record FieldTable(List<String> types, List<Row> rows) {

    /** @param href of the entry that describes the field; empty if there is none of its name */
    record Row(String field, String href, List<Cell> cells) {}

    /** @param languages short: for the eye; {@code says}: for the ear */
    record Cell(String languages, String says) {}

    static FieldTable of(Reference reference) {
        List<String> types = Vocabulary.stateTypes();
        Set<String> fields = new LinkedHashSet<>();
        for (String type : types) {
            for (QueryLanguage language : QueryLanguage.values()) {
                fields.addAll(Vocabulary.fields(type, language));
            }
        }
        return new FieldTable(
                types, fields.stream().map(field -> row(field, types, reference)).toList());
    }

    private static Row row(String field, List<String> types, Reference reference) {
        return new Row(
                field,
                address(field, reference).map(it -> "#" + it).orElse(""),
                types.stream().map(type -> cell(type, field)).toList());
    }

    private static Optional<String> address(String field, Reference reference) {
        return reference.chapters().stream()
                .flatMap(
                        chapter ->
                                chapter.entries().stream()
                                        .filter(entry -> entry.name().equals(field))
                                        .map(entry -> chapter.id() + "-" + entry.id()))
                .findFirst();
    }

    private static Cell cell(String type, String field) {
        boolean path = Vocabulary.fields(type, QueryLanguage.JSONPath).contains(field);
        boolean jsonata = Vocabulary.fields(type, QueryLanguage.JSONata).contains(field);
        if (path && jsonata) {
            return new Cell("●", "in both languages");
        }
        if (path) {
            return new Cell("$", "in JSONPath");
        }
        return jsonata ? new Cell("{%", "in JSONata") : new Cell("", "no");
    }
}

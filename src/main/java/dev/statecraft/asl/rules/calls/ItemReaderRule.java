package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.reading.Section;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.List;

/** What an {@code ItemReader} reads, and how. */
public final class ItemReaderRule implements DefinitionRule {
    private static final List<String> FIELDS =
            List.of(
                    "InputType",
                    "Transformation",
                    "ManifestType",
                    "CSVDelimiter",
                    "CSVHeaderLocation",
                    "CSVHeaders",
                    "ItemsPointer",
                    "MaxItems",
                    "MaxItemsPath");

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(entry -> entry.is("Map"))
                .forEach(
                        entry -> {
                            if (entry.node().value("ItemReader").orElse(null)
                                    instanceof Fields reader) {
                                check(entry, reader, problems);
                            }
                        });
    }

    private static void check(Entry entry, Fields reader, Problems problems) {
        String pointer = entry.pointer() + "/ItemReader";
        reader.field("Resource")
                .filter(field -> field.value().json().isTextual())
                .filter(
                        field ->
                                !field.value()
                                        .json()
                                        .asText()
                                        .matches("arn:[^:]+:states:::s3:(getObject|listObjectsV2)"))
                .ifPresent(
                        field ->
                                problems.report(
                                        SchemaRule.ITEM_READER_RESOURCE,
                                        Place.ofValue(pointer, field)));
        if (reader.value("ReaderConfig").orElse(null) instanceof Fields config) {
            check(new Section(config, pointer + "/ReaderConfig", problems));
        }
    }

    private static void check(Section config) {
        config.allowOnly(FIELDS, "A ReaderConfig");
        if (config.json("Transformation")
                        .filter(it -> it.asText().equals("LOAD_AND_FLATTEN"))
                        .isPresent()
                || config.json("ManifestType")
                        .filter(it -> it.asText().equals("ATHENA_DATA"))
                        .isPresent()) {
            // The content of files is read only where it is said what they hold.
            config.require("InputType");
        }
        String type = config.json("InputType").map(it -> it.asText()).orElse("");
        String headers = config.json("CSVHeaderLocation").map(it -> it.asText()).orElse("");
        if (type.equals("CSV") && headers.isEmpty()) {
            config.problems().report(SchemaRule.CSV_HEADER_LOCATION_MISSING, config.place());
        }
        if (type.equals("JSON") && !headers.isEmpty()) {
            config.problems()
                    .reportWith(
                            "Only CSV files have headers.",
                            SchemaRule.FIELD_NOT_SUPPORTED,
                            config.placeOfUnsupported(
                                    config.node().field("CSVHeaderLocation").orElseThrow()),
                            "CSVHeaderLocation");
        }
        if (headers.equals("GIVEN")) {
            config.require("CSVHeaders");
        }
        config.oneOf("InputType", "CSV", "JSON", "JSONL", "PARQUET", "MANIFEST");
        config.oneOf("CSVHeaderLocation", "FIRST_ROW", "GIVEN");
        config.oneOf("CSVDelimiter", "COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB");
        config.oneOf("ManifestType", "ATHENA_DATA", "S3_INVENTORY");
        config.oneOf("Transformation", "NONE", "LOAD_AND_FLATTEN");
    }
}

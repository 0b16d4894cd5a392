package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.reading.Section;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.List;

/**
 * Where a {@code ResultWriter} writes, and how: a {@code WriterConfig} alone, a {@code Resource} with its parameters, or all three.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter, read 2026-11</a>
 */
public final class ResultWriterRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(entry -> entry.is("Map"))
                .forEach(
                        entry -> {
                            if (entry.node().value("ResultWriter").orElse(null)
                                    instanceof Fields writer) {
                                check(entry, writer, problems);
                            }
                        });
    }

    private static void check(Entry entry, Fields node, Problems problems) {
        String arguments = entry.language() == QueryLanguage.JSONata ? "Arguments" : "Parameters";
        var writer = new Section(node, entry.pointer() + "/ResultWriter", problems);
        boolean writes = writer.has("Resource") || writer.has(arguments);
        if (writes || !writer.has("WriterConfig")) {
            writer.require("Resource", arguments);
        }
        writer.json("Resource")
                .filter(
                        it ->
                                it.isTextual()
                                        && !it.asText().matches("arn:[^:]+:states:::s3:putObject"))
                .ifPresent(
                        it ->
                                problems.report(
                                        SchemaRule.RESULT_WRITER_RESOURCE,
                                        writer.placeOf("Resource")));
        writer.section("WriterConfig").ifPresent(ResultWriterRule::check);
    }

    private static void check(Section config) {
        config.allowOnly(List.of("Transformation", "OutputType"), "A WriterConfig");
        config.oneOf("Transformation", "NONE", "COMPACT", "FLATTEN");
        config.oneOf("OutputType", "JSON", "JSONL");
    }
}

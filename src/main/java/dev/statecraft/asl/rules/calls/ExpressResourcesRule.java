package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.List;

/** Refuses what only Standard workflows can do: wait for a job or a callback, activities, Distributed Map. */
public final class ExpressResourcesRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        if (definition.workflow() == AslParser.Workflow.EXPRESS) {
            definition.index().states().forEach(entry -> check(entry, problems));
        }
    }

    private static void check(Entry entry, Problems problems) {
        entry.node()
                .field("Resource")
                .filter(field -> entry.is("Task"))
                .ifPresent(field -> checkResource(entry, field, problems));
        for (String processor : List.of("ItemProcessor", "Iterator")) {
            if (entry.node().value(processor).orElse(null) instanceof Fields fields
                    && fields.value("ProcessorConfig").orElse(null) instanceof Fields config) {
                config.field("Mode")
                        .filter(mode -> mode.value().json().asText().equals("DISTRIBUTED"))
                        .ifPresent(
                                mode ->
                                        problems.report(
                                                SchemaRule.EXPRESS_DISTRIBUTED_MAP,
                                                Place.ofValue(
                                                        entry.pointer()
                                                                + "/"
                                                                + processor
                                                                + "/ProcessorConfig",
                                                        mode)));
            }
        }
    }

    private static void checkResource(Entry entry, Field field, Problems problems) {
        String resource = entry.resource();
        Place place = Place.ofValue(entry.pointer(), field);
        if (resource.contains(":activity:")) {
            problems.report(SchemaRule.EXPRESS_ACTIVITY, place);
        } else if (resource.endsWith(".waitForTaskToken")) {
            problems.report(SchemaRule.EXPRESS_SERVICE_PATTERN, place, ".waitForTaskToken");
        } else if (resource.endsWith(".sync") || resource.endsWith(".sync:2")) {
            problems.report(SchemaRule.EXPRESS_SERVICE_PATTERN, place, ".sync");
        }
    }
}

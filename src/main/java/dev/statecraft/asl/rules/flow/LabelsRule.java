package dev.statecraft.asl.rules.flow;

import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.source.Place;

import java.util.HashSet;
import java.util.Set;

/** Labels of distributed Maps are unique, since they become part of the names of Map Runs. */
public final class LabelsRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        Set<String> seen = new HashSet<>();
        definition
                .index()
                .states()
                .filter(entry -> entry.is("Map"))
                .forEach(
                        entry ->
                                entry.node()
                                        .field("Label")
                                        .filter(label -> label.value().json().isTextual())
                                        .filter(label -> !seen.add(label.value().json().asText()))
                                        .ifPresent(
                                                label ->
                                                        problems.report(
                                                                SchemaRule.DUPLICATE_LABEL,
                                                                Place.ofValue(
                                                                        entry.pointer(), label),
                                                                label.value().json().asText())));
    }
}

package dev.statecraft.asl;

import java.util.HashSet;
import java.util.Set;

/** Labels of distributed Maps are unique, since they become part of the names of Map Runs. */
final class LabelsRule implements DefinitionRule {

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

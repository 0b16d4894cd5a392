package dev.statecraft.asl;

import dev.statecraft.asl.SourceNode.Field;
import dev.statecraft.asl.StateIndex.Entry;

import java.util.Optional;

/** Refuses what only Standard workflows can do: wait for a job or a callback, activities, Distributed Map. */
final class ExpressResourcesRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        if (definition.workflow() != AslParser.Workflow.EXPRESS) {
            return;
        }
        definition.index().groups().stream()
                .flatMap(group -> group.states().values().stream())
                .forEach(entry -> check(entry, problems));
    }

    private static void check(Entry entry, Problems problems) {
        Optional<Field> resource = entry.node().field("Resource");
        resource.flatMap(field -> refused(field.value().json().asText()))
                .ifPresent(
                        message ->
                                problems.error(
                                        Place.ofValue(entry.pointer(), resource.orElseThrow()),
                                        message,
                                        "Make the state machine a Standard workflow, or call the service without waiting for it."));
    }

    private static Optional<String> refused(String resource) {
        if (resource.endsWith(".waitForTaskToken")) {
            // The blank at the end is the service's own (recorded 2024-04).
            return Optional.of(
                    "Express state machine does not support '.waitForTaskToken' service integration ");
        }
        if (resource.endsWith(".sync") || resource.endsWith(".sync:2")) {
            return Optional.of(
                    "Express state machine does not support '.sync' service integration ");
        }
        return resource.contains(":activity:")
                ? Optional.of("Express state machine does not support Activity ARN")
                : Optional.empty();
    }
}

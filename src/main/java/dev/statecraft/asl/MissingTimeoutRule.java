package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Entry;

/** Hints at callback tasks without a time-out: an answer that never comes keeps them waiting for up to a year. */
final class MissingTimeoutRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition.index().groups().stream()
                .flatMap(group -> group.states().values().stream())
                .filter(MissingTimeoutRule::mayWaitForEver)
                .forEach(
                        entry ->
                                problems.hint(
                                        "CALLBACK_WITHOUT_TIMEOUT",
                                        new Place(
                                                entry.pointer(),
                                                entry.field().nameStart(),
                                                entry.field().nameEnd()),
                                        "\""
                                                + entry.name()
                                                + "\" waits for a callback and has no time-out.",
                                        "Add \"TimeoutSeconds\" or \"HeartbeatSeconds\", and catch States.Timeout."));
    }

    private static boolean mayWaitForEver(Entry entry) {
        return entry.node()
                        .value("Resource")
                        .filter(it -> it.json().asText().endsWith(".waitForTaskToken"))
                        .isPresent()
                && !entry.node().has("TimeoutSeconds")
                && !entry.node().has("TimeoutSecondsPath")
                && !entry.node().has("HeartbeatSeconds")
                && !entry.node().has("HeartbeatSecondsPath");
    }
}

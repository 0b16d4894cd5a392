package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;

import java.util.List;

/** Hints at tasks that wait for somebody and have no time-out: an answer that never comes keeps them for up to a year. */
public final class MissingTimeoutRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(MissingTimeoutRule::hasNoTimeout)
                .forEach(
                        entry -> {
                            if (entry.resource().endsWith(".waitForTaskToken")) {
                                report(entry, "a callback", problems);
                            } else if (entry.resource().contains(":activity:")) {
                                report(entry, "a worker", problems);
                            }
                        });
    }

    private static void report(Entry entry, String what, Problems problems) {
        problems.report(AdviceRule.CALLBACK_WITHOUT_TIMEOUT, entry.place(), entry.name(), what);
    }

    private static boolean hasNoTimeout(Entry entry) {
        return List.of(
                        "TimeoutSeconds",
                        "TimeoutSecondsPath",
                        "HeartbeatSeconds",
                        "HeartbeatSecondsPath")
                .stream()
                .noneMatch(entry.node()::has);
    }
}

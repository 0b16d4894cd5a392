package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.ExpressionUse;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;

/** Points out who reads a task token where there is none: in tasks that do not wait, and in states of other types. */
public final class TaskTokenRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition.uses().stream()
                .filter(use -> !hasToken(use.state()))
                .filter(use -> readsToken(use))
                .forEach(
                        use ->
                                problems.report(
                                        AdviceRule.TOKEN_OUTSIDE_CALLBACK,
                                        Place.of(use.pointer(), use.node()),
                                        use.state().name()));
    }

    private static boolean readsToken(ExpressionUse use) {
        return use.isJsonata()
                ? use.text().contains("$states.context.Task.Token")
                : use.text().contains("$$.Task.Token");
    }

    private static boolean hasToken(Entry entry) {
        String resource = entry.resource();
        return resource.endsWith(".waitForTaskToken")
                || resource.endsWith(".sync")
                || resource.endsWith(".sync:2")
                || resource.contains(":activity:");
    }
}

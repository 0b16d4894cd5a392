package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Entry;

/** Points out who reads a task token where there is none: in tasks that do not wait, and in states of other types. */
final class TaskTokenRule implements DefinitionRule {

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

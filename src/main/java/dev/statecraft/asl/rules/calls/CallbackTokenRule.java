package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.SourceNode;

import java.util.List;

/** Points out a callback task that gives its token to nobody, so that nobody can answer. */
public final class CallbackTokenRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(entry -> entry.resource().endsWith(".waitForTaskToken"))
                .filter(entry -> !mayHandOutToken(entry))
                .forEach(
                        entry ->
                                problems.report(
                                        AdviceRule.CALLBACK_WITHOUT_TOKEN,
                                        entry.place(),
                                        entry.name()));
    }

    // The whole Context object, or the input of the state, may hold the token in a way that the
    // text does not show.
    private static boolean mayHandOutToken(Entry entry) {
        return List.of("Parameters", "Arguments").stream().noneMatch(entry.node()::has)
                || List.of("Parameters", "Arguments").stream()
                        .flatMap(field -> entry.node().value(field).stream())
                        .anyMatch(CallbackTokenRule::mayNameToken);
    }

    private static boolean mayNameToken(SourceNode node) {
        return switch (node) {
            case SourceNode.Elements list ->
                    list.elements().stream().anyMatch(CallbackTokenRule::mayNameToken);
            case SourceNode.Fields fields ->
                    fields.fields().stream().anyMatch(it -> mayNameToken(it.value()));
            case SourceNode.Scalar scalar -> {
                String text = scalar.json().asText();
                yield text.contains("Task")
                        || text.equals("$$")
                        || text.contains("$states.context")
                        || text.startsWith("{%") && text.contains("$states");
            }
        };
    }
}

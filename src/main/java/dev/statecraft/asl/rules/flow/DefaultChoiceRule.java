package dev.statecraft.asl.rules.flow;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.problems.FlowRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.SourceNode;

/** Points out a Choice state without Default: input that no rule matches fails the execution. */
public final class DefaultChoiceRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(entry -> entry.is("Choice") && !entry.node().has("Default"))
                .filter(entry -> !alwaysMatches(entry))
                .forEach(
                        entry ->
                                problems.report(
                                        FlowRule.CHOICE_WITHOUT_DEFAULT,
                                        entry.place(),
                                        entry.name()));
    }

    private static boolean alwaysMatches(Entry entry) {
        return entry.node().value("Choices").orElse(null) instanceof SourceNode.Elements rules
                && rules.elements().stream()
                        .map(SourceNode::json)
                        .map(it -> it.path("Condition"))
                        .anyMatch(JsonNode::asBoolean);
    }
}

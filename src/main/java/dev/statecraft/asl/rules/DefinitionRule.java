package dev.statecraft.asl.rules;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.source.SourceNode;

import java.util.List;
import java.util.Optional;

/** One rule over a whole definition. */
public interface DefinitionRule {

    /** Reports where {@code definition} breaks the rule. */
    void check(Definition definition, Problems problems);

    /**
     * What a rule may look at.
     *
     * @param uses every expression of every state
     * @param machine absent where the definition is too faulty to be read
     */
    record Definition(
            SourceNode.Fields root,
            StateIndex index,
            List<ExpressionUse> uses,
            Optional<StateMachine> machine,
            AslParser.Workflow workflow) {}
}

package dev.statecraft.asl;

import java.util.List;
import java.util.Optional;

/** One rule over a whole definition. */
interface DefinitionRule {

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

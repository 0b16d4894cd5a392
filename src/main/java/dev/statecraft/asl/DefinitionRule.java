package dev.statecraft.asl;

import java.util.Optional;

/** One rule over a whole definition. */
interface DefinitionRule {

    /** Reports where {@code definition} breaks the rule. */
    void check(Definition definition, Problems problems);

    /**
     * What a rule may look at.
     *
     * @param machine absent where the definition is too faulty to be read
     */
    record Definition(
            SourceNode.Fields root,
            StateIndex index,
            Optional<StateMachine> machine,
            AslParser.Workflow workflow) {}
}

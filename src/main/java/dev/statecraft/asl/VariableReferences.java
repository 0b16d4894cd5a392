package dev.statecraft.asl;

import dev.statecraft.asl.notation.SourceReader;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.ExpressionUse;
import dev.statecraft.asl.rules.StateIndex;
import dev.statecraft.asl.rules.data.VariableRead;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceText;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which variables each state of a definition reads, as {@code variableReferences} of DescribeStateMachine says it. */
public final class VariableReferences {

    private VariableReferences() {}

    /**
     * State name to the names of the variables that it reads, both in alphabetical order; states that read none are left out, and states
     * inside a Map or Parallel stand beside the others.
     */
    public static Map<String, Set<String>> of(String definition) {
        Map<String, Set<String>> references = new TreeMap<>();
        var problems = new Problems(new SourceText(definition));
        Optional<SourceNode> root = new SourceReader(definition, problems).read();
        if (root.orElse(null) instanceof SourceNode.Fields fields) {
            StateIndex.of(fields)
                    .states()
                    .flatMap(state -> ExpressionUse.in(state).stream())
                    .forEach(
                            use ->
                                    VariableRead.in(use)
                                            .forEach(
                                                    read ->
                                                            references
                                                                    .computeIfAbsent(
                                                                            use.state().name(),
                                                                            name -> new TreeSet<>())
                                                                    .add(read.name())));
        }
        return references;
    }
}

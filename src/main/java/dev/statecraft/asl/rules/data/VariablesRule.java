package dev.statecraft.asl.rules.data;

import dev.statecraft.asl.Spelling;
import dev.statecraft.asl.problems.ExpressionRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.ExpressionUse;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.rules.data.VariableScopes.Scope;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Variables are assigned before they are read, and what is inside a Map or Parallel does not take names from around it.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Variables, read 2026-11</a>
 */
public final class VariablesRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        var scopes = VariableScopes.of(definition.index());
        for (Scope scope : scopes.all()) {
            scope.group()
                    .states()
                    .values()
                    .forEach(entry -> checkNames(scopes, scope, entry, problems));
        }
        definition.uses().forEach(use -> checkReads(scopes, use, problems));
    }

    private static void checkNames(
            VariableScopes scopes, Scope scope, Entry entry, Problems problems) {
        VariableScopes.assigns(entry)
                .forEach(
                        assign -> {
                            for (Field field : assign.fields().fields()) {
                                String name = VariableScopes.variable(field.name());
                                if (scopes.isAssignedAround(scope, name)) {
                                    problems.report(
                                            ExpressionRule.SHADOWED_VARIABLE,
                                            Place.ofName(assign.pointer(), field),
                                            name);
                                }
                            }
                        });
    }

    private static void checkReads(VariableScopes scopes, ExpressionUse use, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (VariableRead read : VariableRead.in(use)) {
            if (!scopes.mayBeAssigned(use.state(), read.name()) && seen.add(read.name())) {
                problems.reportWith(
                        problems.isLong()
                                ? ExpressionRule.UNDEFINED_VARIABLE.remedy()
                                : remedy(scopes, use, read.name()),
                        ExpressionRule.UNDEFINED_VARIABLE,
                        use.place(problems.source(), read.start(), read.end()),
                        read.name());
            }
        }
    }

    private static String remedy(VariableScopes scopes, ExpressionUse use, String name) {
        List<String> assigned = scopes.assignedBefore(use.state());
        return scopes.whereElse(use.state(), name)
                .or(
                        () ->
                                Spelling.nearest(name, assigned)
                                        .map(near -> "Did you mean $" + near + "?"))
                .orElse(
                        assigned.isEmpty()
                                ? "No variable is assigned before this state. Assign it in one that comes before, or read"
                                        + " the input instead."
                                : "Assign it in a state before this one. Assigned so far: "
                                        + String.join(", ", assigned.stream().sorted().toList())
                                        + ".");
    }

    /** One {@code Assign}. */
    record Assign(Fields fields, String pointer) {}
}

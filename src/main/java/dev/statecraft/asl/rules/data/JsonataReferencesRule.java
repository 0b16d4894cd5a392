package dev.statecraft.asl.rules.data;

import dev.statecraft.asl.Spelling;
import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.ExpressionRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.ExpressionUse;
import dev.statecraft.asl.rules.ExpressionUse.Part;
import dev.statecraft.asl.source.Place;
import dev.statecraft.query.jsonata.JsonataFunctionNames;
import dev.statecraft.query.jsonata.JsonataReferences;
import dev.statecraft.query.jsonata.JsonataReferences.Reference;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses JSONata that reads what no expression, or not the one in this field, can read. */
public final class JsonataReferencesRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition.uses().stream()
                .filter(ExpressionUse::isJsonata)
                .forEach(use -> check(use, problems));
    }

    private static void check(ExpressionUse use, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Reference reference : JsonataReferences.in(use.text())) {
            if (!seen.add(reference.kind() + reference.name())) {
                continue;
            }
            Place place = use.place(problems.source(), reference.start(), reference.end());
            switch (reference.kind()) {
                case ROOT -> problems.report(ExpressionRule.ROOT_REFERENCE, place);
                case TOP_LEVEL ->
                        problems.reportWith(
                                remedy(reference.name()),
                                ExpressionRule.TOP_LEVEL_REFERENCE,
                                place,
                                reference.name());
                case STATES -> checkStates(use, reference.name(), place, problems);
                case FUNCTION -> checkFunction(reference.name(), place, problems);
                case VARIABLE -> {
                    // Whether a variable exists depends on the states before: see VariablesRule.
                }
            }
        }
    }

    private static String remedy(String name) {
        return name.equals("$")
                ? "Nothing surrounds an expression here: write $states.input for the state's input."
                : "Write $states.input."
                        + name
                        + " for a field of the input, $"
                        + name
                        + " for a variable, or \""
                        + name
                        + "\" in quotation marks for a text.";
    }

    private static void checkFunction(String name, Place place, Problems problems) {
        if (!JsonataFunctionNames.ALL.contains(name)) {
            problems.reportWith(
                    Spelling.nearest(name, JsonataFunctionNames.ALL)
                            .map(near -> "Did you mean $" + near + "?")
                            .orElse(AdviceRule.UNKNOWN_FUNCTION.remedy()),
                    AdviceRule.UNKNOWN_FUNCTION,
                    place,
                    name);
        }
    }

    private static void checkStates(
            ExpressionUse use, String name, Place place, Problems problems) {
        List<String> fields = fields(use);
        if (!name.isEmpty() && !fields.contains(name)) {
            problems.reportWith(
                    remedy(use, name, fields), ExpressionRule.STATES_FIELD_MISSING, place, name);
        }
    }

    private static List<String> fields(ExpressionUse use) {
        boolean handsOut = use.field().equals("Output") || use.field().equals("Assign");
        if (use.part() == Part.CATCHER && handsOut) {
            return List.of("input", "context", "errorOutput");
        }
        boolean hasResult =
                use.state().is("Task") || use.state().is("Parallel") || use.state().is("Map");
        return use.part() == Part.STATE && handsOut && hasResult
                ? List.of("input", "context", "result")
                : List.of("input", "context");
    }

    private static String remedy(ExpressionUse use, String name, List<String> fields) {
        String here = "Here $states has " + String.join(", ", fields) + ".";
        return switch (name) {
            case "result" ->
                    "Only Output and Assign of a Task, Parallel or Map state see a result. " + here;
            case "errorOutput" -> "Only Output and Assign in a Catch see the error output. " + here;
            default ->
                    Spelling.nearest(name, fields)
                            .map(near -> "Did you mean $states." + near + "? " + here)
                            .orElse(here);
        };
    }
}

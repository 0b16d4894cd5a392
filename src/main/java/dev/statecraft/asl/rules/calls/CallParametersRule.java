package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.List;

/** Refuses calls without a parameter that the integration needs, and points out misspelled ones. */
public final class CallParametersRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(entry -> entry.is("Task"))
                .forEach(entry -> check(entry, problems));
    }

    private static void check(Entry entry, Problems problems) {
        String name = entry.language() == QueryLanguage.JSONata ? "Arguments" : "Parameters";
        CallParameters call = CallParameters.of(entry.resource());
        entry.node()
                .field(name)
                .ifPresent(
                        field -> {
                            // Parameters that an expression makes as a whole cannot be seen here.
                            if (field.value() instanceof Fields parameters) {
                                check(entry, field, parameters, call, problems);
                            }
                        });
    }

    private static void check(
            Entry entry, Field field, Fields parameters, CallParameters call, Problems problems) {
        String pointer = entry.pointer() + "/" + field.name();
        List<String> given = parameters.fields().stream().map(CallParametersRule::plain).toList();
        call.missing(given)
                .forEach(
                        name ->
                                problems.reportWith(
                                        "Add \"" + name + "\" here.",
                                        SchemaRule.MISSING_PARAMETER,
                                        new Place(pointer, field.nameStart(), field.nameEnd()),
                                        name));
        for (Field parameter : parameters.fields()) {
            call.meantBy(plain(parameter))
                    .ifPresent(
                            near ->
                                    problems.reportWith(
                                            "Did you mean \"" + near + "\"?",
                                            AdviceRule.UNKNOWN_PARAMETER,
                                            new Place(
                                                    pointer,
                                                    parameter.nameStart(),
                                                    parameter.nameEnd()),
                                            plain(parameter)));
        }
    }

    private static String plain(Field field) {
        return field.name().endsWith(".$")
                ? field.name().substring(0, field.name().length() - 2)
                : field.name();
    }
}

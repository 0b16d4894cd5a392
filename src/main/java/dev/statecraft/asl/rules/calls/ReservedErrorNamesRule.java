package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.Spelling;
import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Elements;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.List;
import java.util.Set;

/** Points out error names that begin with {@code States.} and that the service does not have. */
public final class ReservedErrorNamesRule implements DefinitionRule {
    /** Every name the service's guide and the specification list. */
    static final Set<String> KNOWN =
            Set.of(
                    "States.ALL",
                    "States.BranchFailed",
                    "States.DataLimitExceeded",
                    "States.ExceedToleratedFailureThreshold",
                    "States.HeartbeatTimeout",
                    "States.Http.Socket",
                    "States.IntrinsicFailure",
                    "States.ItemReaderFailed",
                    "States.NoChoiceMatched",
                    "States.ParameterPathFailure",
                    "States.Permissions",
                    "States.QueryEvaluationError",
                    "States.ResultPathMatchFailure",
                    "States.ResultWriterFailed",
                    "States.Runtime",
                    "States.TaskFailed",
                    "States.Timeout");

    @Override
    public void check(Definition definition, Problems problems) {
        definition.index().states().forEach(entry -> check(entry, problems));
    }

    private static void check(Entry entry, Problems problems) {
        for (String list : List.of("Retry", "Catch")) {
            if (entry.node().value(list).orElse(null) instanceof Elements elements) {
                for (int i = 0; i < elements.elements().size(); i++) {
                    if (elements.elements().get(i) instanceof Fields fields) {
                        check(
                                fields,
                                entry.pointer() + "/" + list + "[" + i + "]/ErrorEquals",
                                problems);
                    }
                }
            }
        }
        entry.node()
                .field("Error")
                .filter(field -> entry.is("Fail"))
                .filter(field -> isReserved(field.value().json().asText()))
                .ifPresent(
                        field ->
                                problems.report(
                                        AdviceRule.RESERVED_ERROR_NAME,
                                        Place.ofValue(entry.pointer(), field),
                                        field.value().json().asText()));
    }

    private static void check(Fields retrierOrCatcher, String pointer, Problems problems) {
        if (!(retrierOrCatcher.value("ErrorEquals").orElse(null) instanceof Elements names)) {
            return;
        }
        for (int i = 0; i < names.elements().size(); i++) {
            SourceNode name = names.elements().get(i);
            if (isReserved(name.json().asText())) {
                problems.reportWith(
                        Spelling.nearest(name.json().asText(), KNOWN)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse(AdviceRule.UNKNOWN_STATES_ERROR.remedy()),
                        AdviceRule.UNKNOWN_STATES_ERROR,
                        Place.of(pointer + "[" + i + "]", name),
                        name.json().asText());
            } else if (name.json().asText().equals("States.Runtime")) {
                problems.report(
                        AdviceRule.RUNTIME_ERROR_CANNOT_BE_CAUGHT,
                        Place.of(pointer + "[" + i + "]", name));
            }
        }
    }

    private static boolean isReserved(String name) {
        return name.startsWith("States.")
                && !KNOWN.contains(name)
                && !name.startsWith("States.Http.StatusCode.");
    }
}

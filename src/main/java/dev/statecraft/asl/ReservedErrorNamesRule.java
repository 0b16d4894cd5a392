package dev.statecraft.asl;

import dev.statecraft.asl.SourceNode.Elements;
import dev.statecraft.asl.SourceNode.Fields;
import dev.statecraft.asl.StateIndex.Entry;

import java.util.List;
import java.util.Set;

/** Points out error names that begin with {@code States.} and that the service does not have. */
final class ReservedErrorNamesRule implements DefinitionRule {
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
        definition.index().groups().stream()
                .flatMap(group -> group.states().values().stream())
                .forEach(entry -> check(entry, problems));
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
                .filter(field -> isReserved(field.value().json().asText()))
                .ifPresent(
                        field ->
                                problems.warning(
                                        "RESERVED_ERROR_NAME",
                                        Place.ofValue(entry.pointer(), field),
                                        "Names that begin with \"States.\" are reserved, and "
                                                + field.value().json()
                                                + " is not one of them.",
                                        "Choose a name of your own, such as \"OrderRejected\"."));
    }

    private static void check(Fields retrierOrCatcher, String pointer, Problems problems) {
        if (!(retrierOrCatcher.value("ErrorEquals").orElse(null) instanceof Elements names)) {
            return;
        }
        for (int i = 0; i < names.elements().size(); i++) {
            SourceNode name = names.elements().get(i);
            if (isReserved(name.json().asText())) {
                problems.warning(
                        "UNKNOWN_STATES_ERROR",
                        Place.of(pointer + "[" + i + "]", name),
                        "There is no error named " + name.json() + ".",
                        Spelling.nearest(name.json().asText(), KNOWN)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse(
                                        "Names that begin with \"States.\" are the service's own; use one of them, or a name that"
                                                + " your task fails with."));
            } else if (name.json().asText().equals("States.Runtime")) {
                problems.warning(
                        "RUNTIME_ERROR_CANNOT_BE_CAUGHT",
                        Place.of(pointer + "[" + i + "]", name),
                        "States.Runtime is never retried or caught.",
                        "Guard against its cause instead, for example with an IsPresent rule before a path is used.");
            }
        }
    }

    private static boolean isReserved(String name) {
        return name.startsWith("States.")
                && !KNOWN.contains(name)
                && !name.startsWith("States.Http.StatusCode.");
    }
}

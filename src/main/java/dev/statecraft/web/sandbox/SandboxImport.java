package dev.statecraft.web.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.sandbox.recorded.RecordedHistory;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.world.WorldFault;
import dev.statecraft.web.JsonPlaces;
import dev.statecraft.web.JsonText;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something brought in from elsewhere: a definition, the history of an execution, or a mock file of Step Functions Local. What it is
 * shows in its content.
 *
 * @param text the fields with it in its place
 * @param notices what was done, and what could not be, in sentences
 * @param problem why it was not taken; empty if it was
 */
record SandboxImport(SandboxText text, List<String> notices, String problem) {

    static SandboxImport into(SandboxText text, String given) {
        if (given.isBlank()) {
            return refused(text, "There is nothing to import. Paste a text or choose a file.");
        }
        if (given.length() > 2 * AslParser.MAX_BYTES) {
            return refused(text, "This is longer than 2 MB; nothing was imported.");
        }
        JsonText read = JsonText.read("The text", given);
        if (read.json().isEmpty()) {
            return definition(text, given, read.problem());
        }
        JsonNode json = read.json().get();
        try {
            if (json.isArray() || json.has("events")) {
                return history(text, RecordedHistory.of(json));
            }
            if (json.has("MockedResponses") || json.has("StateMachines")) {
                return mocks(text, json);
            }
        } catch (WorldFault fault) {
            return refused(text, new JsonPlaces(given).at(fault.location()) + fault.getMessage());
        }
        if (json.path("definition").isTextual()) {
            return definition(text, json.get("definition").asText(), "");
        }
        return definition(text, given, "");
    }

    private static SandboxImport refused(SandboxText text, String problem) {
        return new SandboxImport(text, List.of(), problem);
    }

    private static SandboxImport definition(SandboxText text, String given, String notJson) {
        if (!given.contains("States")) {
            return refused(
                    text,
                    (notJson.isEmpty() ? "" : notJson + " ")
                            + "This is no definition (it has no \"States\"), no history (it has no \"events\") and no mock file (it has no \"MockedResponses\").");
        }
        return new SandboxImport(
                text.withDefinition(given), List.of("The definition was taken."), "");
    }

    private static SandboxImport history(SandboxText text, RecordedHistory recorded) {
        List<String> notices = new ArrayList<>();
        notices.add(
                "The history was taken: "
                        + (recorded.answers() == 1
                                ? "1 task answers"
                                : recorded.answers() + " tasks answer")
                        + " as recorded, and the input is that of the execution.");
        Set<String> known = StateNames.in(text.definition());
        List<String> foreign =
                recorded.states().stream().filter(it -> !known.contains(it)).limit(5).toList();
        if (!foreign.isEmpty()) {
            notices.add(
                    "The definition here has no state named "
                            + String.join(", ", foreign)
                            + ". Import the definition that was executed as well.");
        }
        notices.addAll(recorded.remarks());
        SandboxText taken =
                recorded.mocks().isNone()
                        ? text.withMocks(TestCase.NONE)
                        : text.withMocks(recorded.mocks());
        return new SandboxImport(recorded.input().map(taken::withInput).orElse(taken), notices, "");
    }

    private static SandboxImport mocks(SandboxText text, JsonNode file) {
        List<String> labels = TestCases.in(file).labels();
        if (labels.isEmpty()) {
            return refused(
                    text,
                    "This mock file has no test case. Add one under StateMachines, NAME, TestCases.");
        }
        String first = labels.getFirst();
        return new SandboxImport(
                text.withMocks(file, first),
                List.of(
                        "The mock file was taken. Its test case \""
                                + first
                                + "\" is chosen"
                                + (labels.size() == 1
                                        ? "."
                                        : "; there are " + labels.size() + " to choose from.")),
                "");
    }
}

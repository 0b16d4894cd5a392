package dev.statecraft.web.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.content.Template;
import dev.statecraft.learning.SavedSandbox;
import dev.statecraft.sandbox.CausesJson;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.web.JsonText;

import java.util.Locale;
import java.util.Optional;

/**
 * What stands in the fields of the sandbox: as somebody typed it, right or wrong.
 *
 * @param world the simulated account, as JSON
 * @param faults a list of faults, as JSON
 * @param mocks a mock file, as JSON; blank if the account answers every task
 * @param testCase the label of a test case in the mock file
 */
record SandboxText(
        String definition,
        String input,
        String world,
        String faults,
        String mocks,
        String testCase) {
    /** More than anybody types. */
    private static final int MOST_CHARACTERS = 1_048_576;

    private static final ObjectMapper JSON = new ObjectMapper();

    static SandboxText of(Template template) {
        return new SandboxText(
                template.definition(),
                JsonText.pretty(template.input()),
                pretty(template.world().source()),
                pretty(CausesJson.of(template.faults())),
                pretty(template.mocks().file()),
                TestCases.label(template.mocks()));
    }

    static SandboxText of(SavedSandbox saved) {
        JsonNode mocks = JsonText.read("", saved.mocks).json().orElseGet(JSON::createObjectNode);
        return new SandboxText(
                saved.definition,
                saved.input,
                saved.world,
                saved.faults,
                mocks.path("file").asText(),
                mocks.path("case").asText());
    }

    /** The mock file and the chosen test case as they are stored: as text, since they may be wrong. */
    String storedMocks() {
        ObjectNode json = JSON.createObjectNode();
        if (!mocks.isBlank()) {
            json.put("file", mocks).put("case", testCase);
        }
        return json.toString();
    }

    SandboxText withDefinition(String other) {
        return new SandboxText(other, input, world, faults, mocks, testCase);
    }

    SandboxText withInput(String other) {
        return new SandboxText(definition, other, world, faults, mocks, testCase);
    }

    SandboxText withFaults(JsonNode other) {
        return new SandboxText(definition, input, world, pretty(other), mocks, testCase);
    }

    SandboxText withMocks(TestCase other) {
        return withMocks(other.file(), TestCases.label(other));
    }

    SandboxText withMocks(JsonNode file, String label) {
        return new SandboxText(definition, input, world, faults, pretty(file), label);
    }

    /** Blank for nothing: an empty field invites to write, an empty object does not. */
    private static String pretty(JsonNode json) {
        return Optional.of(json).filter(it -> !it.isEmpty()).map(JsonText::pretty).orElse("");
    }

    /** Says which field is longer than what is kept, and by how much. */
    Optional<String> tooLong() {
        return tooLong("definition", definition, MOST_CHARACTERS)
                .or(() -> tooLong("input", input, MOST_CHARACTERS))
                .or(() -> tooLong("account", world, MOST_CHARACTERS))
                .or(() -> tooLong("list of faults", faults, MOST_CHARACTERS))
                .or(() -> tooLong("mock file", mocks, 2 * MOST_CHARACTERS));
    }

    private static Optional<String> tooLong(String what, String text, int most) {
        return text.length() <= most
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "The %s has %,d characters, and at most %,d are kept. Shorten it, then save again.",
                                what,
                                text.length(),
                                most));
    }
}

package dev.statecraft.web.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.sandbox.recorded.MockFile;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.world.WorldFault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test cases of a mock file, by the label under which somebody chooses one.
 *
 * @param byLabel in the order of the file
 */
record TestCases(JsonNode file, Map<String, Name> byLabel) {

    record Name(String machine, String testCase) {
        String label() {
            return machine + ": " + testCase;
        }
    }

    /** @throws WorldFault if {@code file} is no mock file */
    static TestCases in(JsonNode file) {
        MockFile mocks = MockFile.of(file);
        Map<String, Name> byLabel = new LinkedHashMap<>();
        for (String machine : mocks.machines()) {
            for (String testCase : mocks.testCases(machine)) {
                var name = new Name(machine, testCase);
                byLabel.put(name.label(), name);
            }
        }
        return new TestCases(file, byLabel);
    }

    static String label(TestCase testCase) {
        return testCase.isNone() ? "" : new Name(testCase.machine(), testCase.name()).label();
    }

    List<String> labels() {
        return List.copyOf(byLabel.keySet());
    }

    /** The one of that label, or else the first. */
    Optional<TestCase> chosen(String label) {
        return Optional.ofNullable(byLabel.get(label))
                .or(() -> byLabel.values().stream().findFirst())
                .map(it -> new TestCase(file, it.machine(), it.testCase()));
    }
}

package dev.statecraft.sandbox.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.sandbox.world.WorldFault;

/**
 * A test case chosen from a mock file, as one of the causes of a run.
 *
 * <p>As JSON: {@code {"file": {...}, "machine": "orders", "case": "card declined"}}; an empty object stands for none.
 *
 * @param file in the form that {@link MockFile} reads
 * @param machine the state machine in the file; the execution's own name does not matter
 */
public record TestCase(JsonNode file, String machine, String name) {
    /** Nothing is mocked. */
    public static final TestCase NONE = new TestCase(JsonNodeFactory.instance.objectNode(), "", "");

    /** @throws WorldFault if the file has no such test case, or is no mock file */
    public TestCase {
        if (!file.isEmpty() && MockFile.of(file).testCase(machine, name).isEmpty()) {
            throw new WorldFault(
                    "/StateMachines",
                    "There is no test case \""
                            + name
                            + "\" of the state machine \""
                            + machine
                            + "\" in the mock file.");
        }
    }

    /** Reads what {@link #json()} wrote. */
    public static TestCase of(JsonNode source) {
        return source.isEmpty()
                ? NONE
                : new TestCase(
                        source.path("file"),
                        source.path("machine").asText(),
                        source.path("case").asText());
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!file.isEmpty()) {
            json.set("file", file);
            json.put("machine", machine).put("case", name);
        }
        return json;
    }

    public boolean isNone() {
        return file.isEmpty();
    }

    public MockedTasks tasksOf(String executed) {
        return isNone()
                ? MockedTasks.NONE
                : MockFile.of(file).testCase(machine, name, executed).orElseThrow();
    }
}

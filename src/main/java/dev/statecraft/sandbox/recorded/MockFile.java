package dev.statecraft.sandbox.recorded;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.sandbox.world.Description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mock file in the format of Step Functions Local: {@code {"StateMachines": {NAME: {"TestCases": {CASE: {STATE: RESPONSE}}}},
 * "MockedResponses": {RESPONSE: {"0": {"Return": ...}, "1-2": {"Throw": {"Error": ..., "Cause": ...}}}}}}.
 *
 * <p>Recordings need more than the AWS format has. An answer may also hold {@code Submitted}, the answer to the request itself where the
 * result comes later; {@code Request}, the task that it answered; {@code Began} and {@code After}, when work on it began and when the answer came; {@code "Silent": true}; and a {@code
 * Throw} may hold a {@code Phase}: SCHEDULE, START, SUBMIT or RUN.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html">Mock file, read 2026-11</a>
 */
public final class MockFile {
    /** No state machine is mocked. */
    public static final MockFile EMPTY = new MockFile(Map.of());

    private final Map<String, Map<String, Map<String, MockedResponse>>> machines;

    private MockFile(Map<String, Map<String, Map<String, MockedResponse>>> machines) {
        this.machines = machines;
    }

    /** @throws WorldFault if {@code source} does not have that form; it says where */
    public static MockFile of(JsonNode source) {
        var file = Description.of(source, "");
        file.allowOnly("StateMachines", "MockedResponses");
        Map<String, MockedResponse> responses = new LinkedHashMap<>();
        Description mocked = file.child("MockedResponses");
        mocked.names().forEach(name -> responses.put(name, response(mocked.child(name))));
        Map<String, Map<String, Map<String, MockedResponse>>> machines = new LinkedHashMap<>();
        Description all = file.child("StateMachines");
        for (String machine : all.names()) {
            all.child(machine).allowOnly("TestCases");
            Description cases = all.child(machine).child("TestCases");
            Map<String, Map<String, MockedResponse>> ofMachine = new LinkedHashMap<>();
            cases.names()
                    .forEach(name -> ofMachine.put(name, states(cases.child(name), responses)));
            machines.put(machine, ofMachine);
        }
        return new MockFile(machines);
    }

    private static Map<String, MockedResponse> states(
            Description testCase, Map<String, MockedResponse> responses) {
        Map<String, MockedResponse> states = new LinkedHashMap<>();
        for (String state : testCase.names()) {
            String name = testCase.requiredText(state);
            MockedResponse response = responses.get(name);
            if (response == null) {
                throw testCase.fault(
                        state, "there is no \"" + name + "\" among the MockedResponses");
            }
            states.put(state, response);
        }
        return states;
    }

    private static MockedResponse response(Description response) {
        List<MockedResponse.Range> ranges = new ArrayList<>();
        for (String attempts : response.names()) {
            int[] range = range(response, attempts);
            Description answer = response.child(attempts);
            ranges.add(
                    new MockedResponse.Range(
                            range[0],
                            range[1],
                            answer(answer),
                            answer.json("Request"),
                            answer.duration("Began").orElse(MockedTasks.LATENCY),
                            answer.duration("After")));
        }
        return new MockedResponse(ranges);
    }

    private static int[] range(Description response, String attempts) {
        String[] bounds = attempts.split("-", 2);
        try {
            int from = Integer.parseInt(bounds[0].strip());
            int to = Integer.parseInt(bounds[bounds.length - 1].strip());
            if (from >= 0 && to >= from) {
                return new int[] {from, to};
            }
        } catch (NumberFormatException e) {
            // Reported below, with the ranges that make no sense.
        }
        throw response.fault(
                attempts,
                "\""
                        + attempts
                        + "\" is no range of attempts; write \"0\" or \"1-2\", counted from 0");
    }

    private static MockedResponse.Answer answer(Description answer) {
        answer.allowOnly("Return", "Throw", "Silent", "Submitted", "Request", "Began", "After");
        Optional<JsonNode> submitted = answer.json("Submitted");
        Optional<Description> thrown = answer.object("Throw");
        if (thrown.isPresent()) {
            thrown.get().allowOnly("Error", "Cause", "Phase");
            return new MockedResponse.Throw(
                    thrown.get().text("Error"),
                    thrown.get().text("Cause"),
                    submitted,
                    phase(thrown.get()));
        }
        if (answer.flag("Silent")) {
            return new MockedResponse.Silence(submitted);
        }
        return new MockedResponse.Return(
                answer.json("Return")
                        .orElseThrow(
                                () -> answer.fault("", "an answer needs \"Return\" or \"Throw\"")),
                submitted);
    }

    private static TaskOutcome.Phase phase(Description thrown) {
        String name = thrown.text("Phase").orElse(TaskOutcome.Phase.RUN.name());
        return Stream.of(TaskOutcome.Phase.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                thrown.fault(
                                        "Phase",
                                        "\""
                                                + name
                                                + "\" is no phase of a task; write SCHEDULE, START, SUBMIT or RUN"));
    }

    /** The answers of a test case for one execution of {@code machine}; empty if there is no such test case. */
    public Optional<MockedTasks> testCase(String machine, String name) {
        return testCase(machine, name, machine);
    }

    /** The same answers, for an execution of the state machine {@code as}. */
    Optional<MockedTasks> testCase(String machine, String name, String as) {
        return Optional.ofNullable(machines.getOrDefault(machine, Map.of()).get(name))
                .map(states -> new MockedTasks(as, states));
    }

    /** The names of the test cases of a state machine, for a message. */
    public List<String> testCases(String machine) {
        return List.copyOf(machines.getOrDefault(machine, Map.of()).keySet());
    }

    /** The names of all state machines in the file. */
    public List<String> machines() {
        return List.copyOf(machines.keySet());
    }
}

package dev.statecraft.web.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.sandbox.CallTargets;
import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.sandbox.world.WorldFault;
import dev.statecraft.web.JsonPlaces;
import dev.statecraft.web.JsonText;
import dev.statecraft.web.runs.RunStore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the fields of the sandbox hold once they are read, and what is wrong with each. */
final class SandboxReading {
    private static final long SEED = 7;

    /** @param problem in a sentence for the learner; empty if there is none */
    private record Part<T>(Optional<T> value, String problem) {}

    private final SandboxText text;
    private final Optional<StateMachine> machine;
    private final Part<JsonNode> input;
    private final Part<World> world;
    private final Part<FaultPlan> faults;
    private final Part<TestCases> cases;

    private SandboxReading(SandboxText text) {
        this.text = text;
        this.machine = AslParser.parse(text.definition()).machine();
        this.input = part("The input", text.input(), "", Function.identity());
        this.world = part("The account", text.world(), "{}", World::of);
        this.faults = part("The list of faults", text.faults(), "[]", FaultReader::read);
        this.cases = part("The mock file", text.mocks(), "{}", TestCases::in);
    }

    static SandboxReading of(SandboxText text) {
        return new SandboxReading(text);
    }

    private static <T> Part<T> part(
            String what, String text, String otherwise, Function<JsonNode, T> read) {
        JsonText json = JsonText.read(what, text, otherwise);
        try {
            return new Part<>(json.json().map(read), json.problem());
        } catch (WorldFault fault) {
            return new Part<>(
                    Optional.empty(),
                    new JsonPlaces(text).at(fault.location()) + fault.getMessage());
        }
    }

    SandboxText text() {
        return text;
    }

    public Optional<StateMachine> machine() {
        return machine;
    }

    public String inputProblem() {
        return input.problem();
    }

    public String worldProblem() {
        return world.problem();
    }

    public String faultsProblem() {
        return faults.problem();
    }

    public String mocksProblem() {
        boolean unused = !text.mocks().isBlank() && cases.value().isPresent() && labels().isEmpty();
        return unused
                ? "This mock file has no test case. Add one under StateMachines, NAME, TestCases."
                : cases.problem();
    }

    /** Each fault in a sentence. */
    public List<String> faultSentences() {
        return faults.value()
                .map(plan -> plan.faults().stream().map(Fault::describe).toList())
                .orElse(List.of());
    }

    JsonNode faultList() {
        return faults.value()
                .<JsonNode>map(dev.statecraft.sandbox.CausesJson::of)
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    /** What a fault can hit. */
    public List<String> targets() {
        return CallTargets.of(machine, world.value());
    }

    public List<String> labels() {
        return cases.value().map(TestCases::labels).orElse(List.of());
    }

    public String chosenLabel() {
        return testCase().map(TestCases::label).orElse("");
    }

    private Optional<TestCase> testCase() {
        return cases.value().flatMap(it -> it.chosen(text.testCase()));
    }

    boolean isRunnable() {
        return machine.isPresent()
                && input.value().isPresent()
                && world.value().isPresent()
                && faults.value().isPresent()
                && mocksProblem().isEmpty();
    }

    RunStore.Causes causes() {
        return new RunStore.Causes(
                Optional.empty(),
                text.definition(),
                text.input(),
                world.value().orElseThrow().source(),
                faults.value().orElseThrow(),
                Map.of(),
                testCase().orElse(TestCase.NONE),
                SEED);
    }
}

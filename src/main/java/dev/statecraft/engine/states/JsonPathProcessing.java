package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.JsonPathFlow;
import dev.statecraft.asl.JsonPathFlow.ResultPath;
import dev.statecraft.asl.Transition;
import dev.statecraft.query.Expression;

import java.util.Map;
import java.util.Optional;

/**
 * InputPath, Parameters, ResultSelector, Assign, ResultPath, OutputPath.
 *
 * @see <a href="https://states-language.net/spec.html#filters">ASL specification, Input and Output Processing</a>
 */
record JsonPathProcessing(JsonPathFlow flow) implements Interpreter.Processing {

    @Override
    public JsonNode effectiveInput(StateScope scope) {
        StateScope input = inputOf(scope);
        return scope.noted(
                "afterParameters",
                flow.parameters().isEmpty()
                        ? input.input()
                        : flow.parameters().get().evaluate(input));
    }

    @Override
    public StateScope inputOf(StateScope scope) {
        return scope.withInput(scope.noted("afterInputPath", applied(flow.inputPath(), scope)));
    }

    @Override
    public Step.Advance finish(StateScope scope, JsonNode result, Transition transition) {
        scope.notedBetween("result", result);
        JsonNode selected =
                flow.resultSelector().isEmpty()
                        ? result
                        : flow.resultSelector().get().evaluate(scope.withResult(result));
        scope.noted("afterResultSelector", selected);
        // Assign sees the result as it came, not what ResultSelector made of it.
        Map<String, JsonNode> assigned =
                flow.assign().isEmpty()
                        ? Map.of()
                        : Interpreter.assigned(flow.assign(), scope.withResult(result));
        JsonNode merged =
                scope.noted(
                        "afterResultPath", placed(flow.resultPath(), scope.rawInput(), selected));
        return new Step.Advance(
                transition, applied(flow.outputPath(), scope.withInput(merged)), assigned);
    }

    @Override
    public Step.Advance handOn(StateScope scope, Transition transition) {
        return handOn(scope, transition, flow.assign());
    }

    @Override
    public Step.Advance chosen(StateScope scope, ChoiceState.Branch branch) {
        return handOn(scope, new Transition.Next(branch.next()), branch.assign());
    }

    private Step.Advance handOn(
            StateScope scope, Transition transition, Optional<Expression> assign) {
        StateScope input = inputOf(scope);
        return new Step.Advance(
                transition, applied(flow.outputPath(), input), Interpreter.assigned(assign, input));
    }

    @Override
    public Step.Advance caught(Catcher catcher, StateScope scope) {
        // OutputPath is not applied to what a catcher hands on (recorded 2024-02).
        scope.notedBetween("errorOutput", scope.input());
        JsonNode output =
                scope.notedBetween(
                        "afterResultPath",
                        placed(catcher.resultPath(), scope.rawInput(), scope.input()));
        return new Step.Advance(
                new Transition.Next(catcher.next()),
                output,
                Interpreter.assigned(catcher.assign(), scope));
    }

    private static JsonNode applied(Optional<Expression> path, StateScope scope) {
        return path.isEmpty() ? scope.input() : path.get().evaluate(scope);
    }

    private static JsonNode placed(ResultPath resultPath, JsonNode rawInput, JsonNode result) {
        return switch (resultPath) {
            case ResultPath.Replace r -> result;
            case ResultPath.Discard d -> rawInput;
            case ResultPath.Insert insert -> insert.path().write(rawInput, result);
        };
    }
}

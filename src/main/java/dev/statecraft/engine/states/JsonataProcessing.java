package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.JsonataFlow;
import dev.statecraft.asl.Transition;
import dev.statecraft.query.Expression;

import java.util.Optional;

/** Arguments, Output and Assign; Output never sees what Assign sets in the same state. */
record JsonataProcessing(JsonataFlow flow) implements Interpreter.Processing {

    @Override
    public JsonNode effectiveInput(StateScope scope) {
        return flow.arguments().isEmpty()
                ? scope.rawInput()
                : scope.noted("afterArguments", flow.arguments().get().evaluate(scope));
    }

    @Override
    public StateScope inputOf(StateScope scope) {
        return scope;
    }

    @Override
    public Step.Advance finish(StateScope scope, JsonNode result, Transition transition) {
        scope.notedBetween("result", result);
        return advance(transition, flow.output(), result, flow.assign(), scope.withResult(result));
    }

    @Override
    public Step.Advance handOn(StateScope scope, Transition transition) {
        return advance(transition, flow.output(), scope.rawInput(), flow.assign(), scope);
    }

    @Override
    public Step.Advance chosen(StateScope scope, ChoiceState.Branch branch) {
        return advance(
                new Transition.Next(branch.next()),
                branch.output(),
                scope.rawInput(),
                branch.assign(),
                scope);
    }

    @Override
    public Step.Advance caught(Catcher catcher, StateScope scope) {
        scope.notedBetween("errorOutput", scope.input());
        return advance(
                new Transition.Next(catcher.next()),
                catcher.output(),
                scope.input(),
                catcher.assign(),
                scope);
    }

    private static Step.Advance advance(
            Transition transition,
            Optional<Expression> output,
            JsonNode otherwise,
            Optional<Expression> assign,
            StateScope scope) {
        JsonNode made = output.isEmpty() ? otherwise : output.get().evaluate(scope);
        return new Step.Advance(transition, made, Interpreter.assigned(assign, scope));
    }
}

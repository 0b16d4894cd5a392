package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.DataFlow;
import dev.statecraft.asl.FailState;
import dev.statecraft.asl.JsonPathFlow;
import dev.statecraft.asl.JsonataFlow;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.PassState;
import dev.statecraft.asl.State;
import dev.statecraft.asl.SucceedState;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.Transition;
import dev.statecraft.asl.WaitState;
import dev.statecraft.engine.Failure;
import dev.statecraft.query.Expression;
import dev.statecraft.query.JsonPath;
import dev.statecraft.query.PayloadTemplate;

import java.util.Map;
import java.util.Optional;

/**
 * Decides what a state does next. Pure: it evaluates expressions and touches nothing; a failing expression comes out as a
 * {@code QueryFailure}.
 */
public final class Interpreter {

    private Interpreter() {}

    /** Enters {@code state} and says what must happen before the execution can go on. */
    public static Step enter(State state, StateScope scope) {
        // No default branch: a new state type must not compile until it is handled here.
        return switch (state) {
            case PassState pass -> pass(pass, scope);
            case ChoiceState choice -> choice(choice, scope);
            case WaitState wait ->
                    new Step.SleepUntil(
                            WaitMoment.of(wait, processing(wait.flow()).inputOf(scope)));
            case TaskState task -> invoke(task, scope);
            case ParallelState parallel ->
                    new Step.Fork(processing(parallel.flow()).effectiveInput(scope));
            case MapState map -> MapEntry.enter(map, scope);
            case SucceedState succeed ->
                    new Step.Succeed(handOn(succeed.flow(), Transition.END, scope).output());
            case FailState fail -> new Step.Fail(failure(fail, scope));
        };
    }

    /** The work of {@code state} is done with {@code result}: says where to go with which output. */
    public static Step.Advance resume(State state, StateScope scope, JsonNode result) {
        return switch (state) {
            case TaskState task -> finish(task.flow(), task.transition(), scope, result);
            case ParallelState parallel ->
                    finish(parallel.flow(), parallel.transition(), scope, result);
            case MapState map -> finish(map.flow(), map.transition(), scope, result);
            case WaitState wait -> handOn(wait.flow(), wait.transition(), scope);
            case PassState s -> throw neverWaits(s);
            case ChoiceState s -> throw neverWaits(s);
            case SucceedState s -> throw neverWaits(s);
            case FailState s -> throw neverWaits(s);
        };
    }

    /** {@code catcher} answers to the failure whose error output this is. */
    public static Step.Advance caught(
            State state, Catcher catcher, StateScope scope, JsonNode errorOutput) {
        return processing(state.flow()).caught(catcher, scope.withErrorOutput(errorOutput));
    }

    static Processing processing(DataFlow flow) {
        return switch (flow) {
            case JsonPathFlow jsonPath -> new JsonPathProcessing(jsonPath);
            case JsonataFlow jsonata -> new JsonataProcessing(jsonata);
        };
    }

    private static Step pass(PassState pass, StateScope scope) {
        Processing processing = processing(pass.flow());
        if (pass.flow() instanceof JsonataFlow) {
            return processing.handOn(scope, pass.transition()); // There is no $states.result here.
        }
        JsonNode effectiveInput = processing.effectiveInput(scope);
        return processing.finish(scope, pass.result().orElse(effectiveInput), pass.transition());
    }

    private static Step choice(ChoiceState choice, StateScope scope) {
        Processing processing = processing(choice.flow());
        StateScope effective = processing.inputOf(scope);
        for (ChoiceState.Branch branch : choice.choices()) {
            if (ChoiceRules.isTrue(branch.rule(), effective)) {
                noteRule(scope, choice.choices().indexOf(branch));
                return processing.chosen(scope, branch);
            }
        }
        if (choice.defaultState().isEmpty()) {
            throw ChoiceRules.noneMatched();
        }
        noteRule(scope, -1);
        return processing.handOn(scope, new Transition.Next(choice.defaultState().get()));
    }

    private static void noteRule(StateScope scope, int index) {
        scope.notedBetween("rule", IntNode.valueOf(index));
    }

    private static Step invoke(TaskState task, StateScope scope) {
        JsonNode parameters = processing(task.flow()).effectiveInput(scope);
        StateScope effective = processing(task.flow()).inputOf(scope);
        return new Step.Invoke(
                parameters,
                NumberFields.seconds(task.timeoutSeconds(), "TimeoutSeconds", effective),
                NumberFields.seconds(task.heartbeatSeconds(), "HeartbeatSeconds", effective),
                task.roleArn().map(role -> text(role, effective).asText()));
    }

    private static Step.Advance finish(
            DataFlow flow, Transition transition, StateScope scope, JsonNode result) {
        return processing(flow).finish(scope, result, transition);
    }

    private static Step.Advance handOn(DataFlow flow, Transition transition, StateScope scope) {
        return processing(flow).handOn(scope, transition);
    }

    private static Failure failure(FailState fail, StateScope scope) {
        return new Failure(
                text(fail.error(), "ErrorPath", scope),
                text(fail.cause(), "CausePath", scope),
                false,
                false);
    }

    private static Optional<String> text(
            Optional<Expression> expression, String pathField, StateScope scope) {
        return expression
                .map(
                        it ->
                                it instanceof JsonPath path
                                        ? found(path, pathField, scope)
                                        : text(it, scope))
                .map(value -> value.isTextual() ? value.textValue() : value.toString());
    }

    private static JsonNode text(Expression expression, StateScope scope) {
        JsonNode value = expression.evaluate(scope);
        return value.isTextual() ? value : ResultTypes.require("string", expression, value);
    }

    private static JsonNode found(JsonPath path, String field, StateScope scope) {
        return path.find(scope)
                .orElseThrow(() -> PayloadTemplate.notFound(path.text(), field, scope));
    }

    private static IllegalStateException neverWaits(State state) {
        return new IllegalStateException(
                "A " + state.type() + " state never waits for a result: " + state.name());
    }

    /** What a data flow does at each stage; one implementation for each query language. */
    interface Processing {

        /** What the state works on: after InputPath and Parameters, or Arguments. */
        JsonNode effectiveInput(StateScope scope);

        /** The scope in which the state's other fields are evaluated: {@code $} is the input after InputPath. */
        StateScope inputOf(StateScope scope);

        /** The work yielded {@code result}: assign, and make the output. */
        Step.Advance finish(StateScope scope, JsonNode result, Transition transition);

        /** There was no work: assign, and make the output of the input. */
        Step.Advance handOn(StateScope scope, Transition transition);

        /** A Choice state takes {@code branch}. */
        Step.Advance chosen(StateScope scope, ChoiceState.Branch branch);

        /** {@code catcher} takes over; the scope knows the error output. */
        Step.Advance caught(Catcher catcher, StateScope scope);
    }

    /** The variables that an {@code Assign} field sets. */
    static Map<String, JsonNode> assigned(Optional<Expression> assign, StateScope scope) {
        if (assign.isEmpty()) {
            return Map.of();
        }
        var assigned = new java.util.LinkedHashMap<String, JsonNode>();
        assign.get()
                .evaluate(scope)
                .properties()
                .forEach(field -> assigned.put(field.getKey(), field.getValue()));
        return assigned;
    }
}

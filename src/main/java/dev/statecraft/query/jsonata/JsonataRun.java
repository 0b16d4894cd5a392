package dev.statecraft.query.jsonata;

import com.dashjoin.jsonata.Jsonata;

import dev.statecraft.query.Scope;

import org.jspecify.annotations.Nullable;

/** One evaluation of a compiled expression, within bounds. */
final class JsonataRun {
    /** How many steps one evaluation may take. */
    static final int MAX_STEPS = 2_000_000;

    /** How deep an evaluation may nest; a tail call does not. The service's own bound (publicly reported, 2026-08). */
    static final int MAX_DEPTH = 100;

    private final Scope scope;
    private int steps;
    private int depth;

    private JsonataRun(Scope scope) {
        this.scope = scope;
    }

    /** The result as the library has it: see {@link JsonataValues}. */
    static @Nullable Object evaluate(
            Jsonata compiled, JsonataSource source, JsonataNeeds needs, Scope scope) {
        var run = new JsonataRun(scope);
        // A frame of its own for every evaluation: the library would otherwise write into one that
        // all share.
        Jsonata.Frame frame = compiled.createFrame();
        frame.setEvaluateEntryCallback((symbol, input, environment) -> run.entered());
        frame.setEvaluateExitCallback((symbol, input, environment, result) -> run.left(result));
        JsonataFunctions.bind(frame, scope, needs);
        frame.bind(
                "states",
                JsonataValues.view(
                        needs.context() ? scope.states() : scope.statesWithoutContext()));
        for (String name : source.variables()) {
            scope.variable(name).ifPresent(value -> frame.bind(name, JsonataValues.view(value)));
        }
        return compiled.evaluate(null, frame);
    }

    private void entered() {
        scope.budget().spend(1);
        if (++steps > MAX_STEPS) {
            throw JsonataFunctions.stopped("it takes more than " + MAX_STEPS + " steps");
        }
        if (++depth > MAX_DEPTH) {
            throw JsonataFunctions.failure(
                    "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as"
                            + " tail-recursive. Depth="
                            + depth
                            + " max="
                            + MAX_DEPTH);
        }
    }

    private void left(Object result) {
        depth--;
        JsonataFunctions.checkSize(result);
    }
}

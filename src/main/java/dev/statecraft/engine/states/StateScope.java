package dev.statecraft.engine.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Branch;
import dev.statecraft.query.Budget;
import dev.statecraft.query.RandomSource;
import dev.statecraft.query.Scope;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** What the expressions of a state can see at one stage of its processing. */
public final class StateScope implements Scope {
    private final Branch branch;
    private final JsonNode rawInput;
    private final JsonNode input;
    private final @Nullable JsonNode result;
    private final @Nullable JsonNode errorOutput;
    private final @Nullable MapItem item;
    private final @Nullable Inspection inspection;

    private StateScope(
            Branch branch,
            JsonNode rawInput,
            JsonNode input,
            @Nullable JsonNode result,
            @Nullable JsonNode errorOutput,
            @Nullable MapItem item,
            @Nullable Inspection inspection) {
        this.branch = branch;
        this.rawInput = rawInput;
        this.input = input;
        this.result = result;
        this.errorOutput = errorOutput;
        this.item = item;
        this.inspection = inspection;
    }

    public static StateScope of(Branch branch) {
        return new StateScope(
                branch,
                branch.input(),
                branch.input(),
                null,
                null,
                null,
                branch.execution().recording().map(it -> it.of(branch)).orElse(null));
    }

    /** The same, where {@code $} means {@code input}. */
    public StateScope withInput(JsonNode newInput) {
        return newInput == input
                ? this
                : new StateScope(branch, rawInput, newInput, result, errorOutput, item, inspection);
    }

    /** The same, where {@code $} and {@code $states.result} mean {@code newResult}. */
    StateScope withResult(JsonNode newResult) {
        return new StateScope(
                branch, rawInput, newResult, newResult, errorOutput, item, inspection);
    }

    /** The same, where {@code $} and {@code $states.errorOutput} mean {@code error}. */
    StateScope withErrorOutput(JsonNode error) {
        return new StateScope(branch, rawInput, error, null, error, item, inspection);
    }

    /** The same, where the Context object shows a Map item. */
    public StateScope withItem(MapItem newItem) {
        return new StateScope(branch, rawInput, input, result, errorOutput, newItem, inspection);
    }

    /** The same, watched. */
    public StateScope inspectedBy(Inspection newInspection) {
        return new StateScope(branch, rawInput, input, result, errorOutput, item, newInspection);
    }

    /** Tells a test or a recording of the state, if there is one, what came out of a stage of its processing. */
    JsonNode noted(String stage, JsonNode value) {
        if (inspection != null) {
            inspection.note(stage, value);
        }
        return value;
    }

    /** Tells whoever records the execution, if anybody does, of something between the stages. */
    JsonNode notedBetween(String stage, JsonNode value) {
        if (inspection != null) {
            inspection.noteBetween(stage, value);
        }
        return value;
    }

    /** What the state was entered with. */
    JsonNode rawInput() {
        return rawInput;
    }

    @Override
    public JsonNode input() {
        return input;
    }

    @Override
    public JsonNode context() {
        JsonNode context = ContextObject.of(branch, Optional.ofNullable(item));
        return inspection == null ? context : inspection.context(context);
    }

    @Override
    public Optional<JsonNode> variable(String name) {
        return branch.variables().get(name);
    }

    @Override
    public JsonNode states() {
        ObjectNode states = statesWithoutContext();
        states.set("context", context());
        return states;
    }

    @Override
    public ObjectNode statesWithoutContext() {
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        states.set("input", rawInput);
        if (result != null) {
            states.set("result", result);
        }
        if (errorOutput != null) {
            states.set("errorOutput", errorOutput);
        }
        return states;
    }

    @Override
    public Instant now() {
        return branch.execution().now();
    }

    @Override
    public RandomSource random() {
        return branch.execution().random();
    }

    @Override
    public Budget budget() {
        return branch.execution().budget();
    }
}

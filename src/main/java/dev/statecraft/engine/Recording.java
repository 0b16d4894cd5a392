package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.states.Inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/**
 * What goes on inside an execution, kept beside its history for somebody who wants to look: what each stage of a state's
 * input and output processing yielded, and the variables. An execution is recorded only if somebody asks before it starts.
 */
public final class Recording {
    /** Of a longer execution, the first stays are kept: nobody looks into each of ten thousand. */
    private static final int MOST_STAYS = 10_000;

    private final Map<Long, List<Stage>> stages = new ConcurrentHashMap<>();
    private final Map<Long, Map<String, JsonNode>> variables = new ConcurrentHashMap<>();
    private volatile boolean forgotten;
    private final LongConsumer afterEvent;

    /** @param afterEvent is told the id of each event when it has been written */
    public Recording(LongConsumer afterEvent) {
        this.afterEvent = afterEvent;
    }

    public Recording() {
        this(event -> {});
    }

    /**
     * What a stage yielded.
     *
     * @param name {@code input}, {@code output}, {@code assign}, {@code result}, {@code errorOutput}, {@code rule} (the number
     *     of the Choice rule that is followed, from 0, or -1 for Default), or as in the API's {@code inspectionData}
     * @param afterEvent the last event of the history at that moment
     * @param retry how often the state had been tried again by then
     */
    public record Stage(String name, JsonNode value, long afterEvent, int retry) {}

    /** The stages of the stay that began with that event, in the order in which they were passed. */
    public List<Stage> stages(long enteredEventId) {
        return List.copyOf(stages.getOrDefault(enteredEventId, List.of()));
    }

    /** The variables that could be read after a state was entered or exited with that event; empty for other events. */
    public Map<String, JsonNode> variables(long eventId) {
        return variables.getOrDefault(eventId, Map.of());
    }

    /** Lets go of all that was kept, and keeps nothing more. */
    public void forget() {
        forgotten = true;
        stages.clear();
        variables.clear();
    }

    // What a running execution tells.

    public void happened(long eventId) {
        afterEvent.accept(eventId);
    }

    private boolean isFull() {
        return forgotten || stages.size() >= MOST_STAYS;
    }

    void stage(Branch branch, String name, JsonNode value) {
        if (isFull() && !stages.containsKey(branch.enteredEventId())) {
            return;
        }
        var stage = new Stage(name, value, branch.execution().lastEventId(), branch.retryCount());
        List<Stage> all =
                stages.computeIfAbsent(branch.enteredEventId(), event -> new ArrayList<>());
        for (int i = 0; i < all.size(); i++) {
            // A stage that several fields need is evaluated for each of them.
            if (all.get(i).name().equals(name) && all.get(i).retry() == stage.retry()) {
                if (!all.get(i).value().equals(value)) {
                    all.set(i, stage);
                }
                return;
            }
        }
        all.add(stage);
    }

    void entered(Branch branch) {
        stage(branch, "input", branch.input());
        keepVariables(branch);
    }

    void exited(Branch branch, JsonNode output, Map<String, JsonNode> assigned) {
        if (!assigned.isEmpty()) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            assigned.forEach(values::set);
            stage(branch, "assign", values);
        }
        stage(branch, "output", output);
    }

    /** Comes after {@link #exited}, when what was assigned can be read. */
    void assigned(Branch branch) {
        keepVariables(branch);
    }

    private void keepVariables(Branch branch) {
        Map<String, JsonNode> visible = branch.variables().visible();
        if (!visible.isEmpty() && !isFull()) {
            variables.put(branch.lastEventId(), visible);
        }
    }

    /** Watches the state that {@code branch} is in. */
    public Inspection of(Branch branch) {
        return new Inspection() {
            @Override
            public void note(String name, JsonNode value) {
                stage(branch, name, value);
            }

            @Override
            public void noteBetween(String name, JsonNode value) {
                stage(branch, name, value);
            }

            @Override
            public JsonNode context(JsonNode real) {
                return real;
            }
        };
    }
}

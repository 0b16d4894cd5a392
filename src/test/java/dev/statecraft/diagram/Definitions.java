package dev.statecraft.diagram;

import com.fasterxml.jackson.databind.*;
import com.fasterxml.jackson.databind.node.*;

import dev.statecraft.asl.*;
import dev.statecraft.query.Literal;

import java.util.*;

final class Definitions {
    static StateMachine machine(String text) {
        try {
            JsonNode n = new ObjectMapper().readTree(text);
            return new StateMachine(
                    Optional.empty(), QueryLanguage.JSONPath, OptionalLong.empty(), states(n), n);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static States states(JsonNode n) {
        var m = new LinkedHashMap<String, State>();
        n.path("States")
                .properties()
                .forEach(e -> m.put(e.getKey(), state(e.getKey(), e.getValue())));
        return new States(n.path("StartAt").asText(), m);
    }

    static State state(String name, JsonNode s) {
        Transition t =
                s.has("Next") ? new Transition.Next(s.path("Next").asText()) : Transition.END;
        var c = new ArrayList<Catcher>();
        s.path("Catch")
                .forEach(
                        x ->
                                c.add(
                                        new Catcher(
                                                texts(x.path("ErrorEquals")),
                                                x.path("Next").asText(),
                                                JsonPathFlow.ResultPath.REPLACE,
                                                Optional.empty(),
                                                Optional.empty())));
        var r = new ArrayList<Retrier>();
        s.path("Retry")
                .forEach(
                        x ->
                                r.add(
                                        new Retrier(
                                                texts(x.path("ErrorEquals")),
                                                1,
                                                x.path("MaxAttempts").asLong(3),
                                                2,
                                                OptionalLong.empty(),
                                                false)));
        Optional<String> no = Optional.empty();
        DataFlow f = JsonPathFlow.PLAIN;
        return switch (s.path("Type").asText()) {
            case "Task" ->
                    new TaskState(
                            name,
                            no,
                            f,
                            s.path("Resource").asText(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            r,
                            c,
                            t);
            case "Pass" -> new PassState(name, no, f, Optional.ofNullable(s.get("Result")), t);
            case "Wait" ->
                    new WaitState(
                            name,
                            no,
                            f,
                            new WaitState.Moment.Seconds(new Literal(IntNode.valueOf(1))),
                            t);
            case "Succeed" -> new SucceedState(name, no, f);
            case "Fail" -> new FailState(name, no, f, Optional.empty(), Optional.empty());
            case "Choice" -> {
                var b = new ArrayList<ChoiceState.Branch>();
                s.path("Choices")
                        .forEach(
                                x ->
                                        b.add(
                                                new ChoiceState.Branch(
                                                        new ChoiceRule.And(List.of()),
                                                        x.path("Next").asText(),
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        no)));
                yield new ChoiceState(
                        name,
                        no,
                        f,
                        b,
                        Optional.ofNullable(s.get("Default")).map(JsonNode::asText));
            }
            case "Parallel" -> {
                var b = new ArrayList<States>();
                s.path("Branches").forEach(x -> b.add(states(x)));
                yield new ParallelState(name, no, f, b, r, c, t);
            }
            default ->
                    new MapState(
                            name,
                            no,
                            f,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.ofNullable(s.get("MaxConcurrency")).map(Literal::new),
                            states(s.path("ItemProcessor")),
                            Optional.empty(),
                            r,
                            c,
                            t);
        };
    }

    static List<String> texts(JsonNode n) {
        var l = new ArrayList<String>();
        n.forEach(x -> l.add(x.asText()));
        return l;
    }
}

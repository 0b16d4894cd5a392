package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.sandbox.world.World.Answer;

import java.util.List;
import java.util.Map;

/** Writes fault plans and people's scripts in the form that {@link FaultReader} reads. */
public final class CausesJson {

    private CausesJson() {}

    public static ArrayNode of(FaultPlan plan) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Fault fault : plan.faults()) {
            ObjectNode entry = json.addObject();
            entry.put("call", fault.target());
            entry.put(
                    "calls",
                    fault.from() == fault.to()
                            ? "" + fault.from()
                            : fault.from() + "-" + fault.to());
            write(fault.kind(), entry);
        }
        return json;
    }

    private static void write(Fault.Kind kind, ObjectNode entry) {
        switch (kind) {
            case Fault.Kind.Fails fails ->
                    entry.put("error", fails.error()).put("cause", fails.cause());
            case Fault.Kind.ReplyLost lost ->
                    entry.put("replyLost", true)
                            .put("error", lost.error())
                            .put("cause", lost.cause());
            case Fault.Kind.Silent silent -> entry.put("silent", true);
            case Fault.Kind.Slow slow -> entry.put("takes", slow.duration().toString());
        }
    }

    public static ObjectNode of(Map<String, List<Answer>> answers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        answers.forEach(
                (name, list) -> {
                    ArrayNode entries = json.putArray(name);
                    list.forEach(answer -> entries.add(of(answer)));
                });
        return json;
    }

    private static ObjectNode of(Answer answer) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        answer.after().ifPresent(after -> entry.put("after", after.toString()));
        answer.output().ifPresent(output -> entry.set("output", output));
        answer.error().ifPresent(error -> entry.put("error", error));
        answer.cause().ifPresent(cause -> entry.put("cause", cause));
        if (answer.times() != 1) {
            entry.put("times", answer.times());
        }
        return entry;
    }
}

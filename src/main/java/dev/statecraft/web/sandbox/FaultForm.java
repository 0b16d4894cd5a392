package dev.statecraft.web.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.sandbox.CausesJson;
import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.sandbox.world.WorldFault;

import java.util.Locale;

/**
 * One more fault, as somebody filled it in.
 *
 * @param call what goes wrong: a function or {@code service:action}
 * @param calls which calls, such as {@code 1} or {@code 1-3}
 * @param kind {@code fails}, {@code reply-lost}, {@code silent} or {@code slow}
 * @param problem why it was not added; empty if it was, or if nobody tried
 */
record FaultForm(
        String call, String calls, String kind, String error, String seconds, String problem) {
    private static final int MOST = 50;
    static final FaultForm EMPTY = new FaultForm("", "1", "fails", "", "", "");

    static FaultForm of(SandboxForm form) {
        return new FaultForm(
                SandboxForm.orEmpty(form.faultCall).strip(),
                SandboxForm.orEmpty(form.faultCalls).strip(),
                SandboxForm.orEmpty(form.faultKind),
                SandboxForm.orEmpty(form.faultError).strip(),
                SandboxForm.orEmpty(form.faultSeconds).strip(),
                "");
    }

    private FaultForm with(String newProblem) {
        return new FaultForm(call, calls, kind, error, seconds, newProblem);
    }

    /** The list with this fault at its end, and an empty form; or the same list, and the form with what is wrong. */
    Added addedTo(JsonNode list) {
        String missing = missing();
        if (!missing.isEmpty()) {
            return new Added(list, with(missing));
        }
        if (list.size() >= MOST) {
            return new Added(list, with("A run has at most " + MOST + " faults."));
        }
        ArrayNode longer = JsonNodeFactory.instance.arrayNode().addAll((ArrayNode) list);
        longer.add(json());
        try {
            return new Added(CausesJson.of(FaultReader.read(longer)), EMPTY);
        } catch (WorldFault fault) {
            return new Added(list, with(fault.getMessage()));
        }
    }

    /** The list without the fault at {@code place}, and the form as it is. */
    Added without(JsonNode list, String place) {
        ArrayNode shorter = ((ArrayNode) list).deepCopy();
        if (place.matches("[0-9]{1,3}")) {
            shorter.remove(Integer.parseInt(place));
        }
        return new Added(shorter, this);
    }

    /** @param next what the form shows now */
    record Added(JsonNode list, FaultForm next) {}

    private String missing() {
        if (call.isEmpty()) {
            return "Say which call goes wrong: the name of a function, or service:action such as sqs:sendMessage.";
        }
        if (kind.equals("fails") && error.isEmpty()) {
            return "Name the error that the call fails with, such as Lambda.TooManyRequestsException.";
        }
        if (kind.equals("slow") && !seconds.matches("[0-9]{1,8}(\\.[0-9]{1,3})?")) {
            return "Say how many seconds the call takes, such as 30.";
        }
        return "";
    }

    private ObjectNode json() {
        ObjectNode fault = JsonNodeFactory.instance.objectNode().put("call", call);
        if (!calls.isEmpty()) {
            fault.put("calls", calls);
        }
        switch (kind.toLowerCase(Locale.ROOT)) {
            case "reply-lost" -> fault.put("replyLost", true);
            case "silent" -> fault.put("silent", true);
            case "slow" -> fault.put("takes", "PT" + seconds + "S");
            default -> fault.put("error", error);
        }
        return fault;
    }
}

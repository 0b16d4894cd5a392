package dev.statecraft.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.world.World.Answer;

import java.util.List;
import java.util.Map;

/** Reads fault plans and people's scripts from JSON. */
public final class FaultReader {

    private FaultReader() {}

    /**
     * Reads a list such as {@code [{"call": "charge", "calls": "1-2", "error": "Busy"}]}.
     *
     * @throws WorldFault if {@code source} is no such list
     */
    public static FaultPlan read(JsonNode source) {
        return new FaultPlan(
                Description.list(source, "").stream().map(FaultReader::fault).toList());
    }

    /**
     * Reads scripts such as {@code {"manager": [{"after": "P2D", "output": {"approved": true}}]}}.
     *
     * @throws WorldFault if {@code source} holds no such scripts
     */
    public static Map<String, List<Answer>> answers(JsonNode source) {
        return WorldReader.answers(Description.of(source, ""));
    }

    private static Fault fault(Description fault) {
        fault.allowOnly("call", "calls", "error", "cause", "replyLost", "silent", "takes");
        int[] range = WorldReader.range(fault);
        return new Fault(fault.requiredText("call"), range[0], range[1], kind(fault));
    }

    static Fault.Kind kind(Description fault) {
        if (fault.flag("silent")) {
            return new Fault.Kind.Silent();
        }
        if (fault.duration("takes").isPresent()) {
            return new Fault.Kind.Slow(fault.duration("takes").get());
        }
        if (fault.flag("replyLost")) {
            return new Fault.Kind.ReplyLost(
                    fault.text("error").orElse("Lambda.Unknown"),
                    fault.text("cause")
                            .orElse(
                                    "The cause could not be determined because Lambda did not return an error type."));
        }
        return new Fault.Kind.Fails(fault.requiredText("error"), fault.text("cause").orElse(""));
    }
}

package dev.statecraft.sandbox.world;

import dev.statecraft.sandbox.Fault;

import java.time.Duration;

/** Reads what a world says about web addresses. */
final class EndpointReader {

    private EndpointReader() {}

    static World.Endpoint endpoint(String name, Description endpoint) {
        endpoint.allowOnly("says", "url", "status", "returns", "after", "fails");
        return new World.Endpoint(
                name,
                endpoint.text("says").orElse(""),
                endpoint.requiredText("url"),
                endpoint.integer("status", 200),
                endpoint.json("returns"),
                endpoint.duration("after").orElse(Duration.ZERO),
                endpoint.children("fails").stream().map(EndpointReader::failure).toList());
    }

    private static World.Failure failure(Description failure) {
        failure.allowOnly("calls", "when", "status", "body", "silent", "takes");
        int[] range = WorldReader.range(failure);
        return new World.Failure(
                range[0],
                range[1],
                failure.object("when").map(WorldReader::condition),
                kind(failure));
    }

    private static Fault.Kind kind(Description failure) {
        if (failure.flag("silent")) {
            return new Fault.Kind.Silent();
        }
        if (failure.duration("takes").isPresent()) {
            return new Fault.Kind.Slow(failure.duration("takes").get());
        }
        int status = failure.integer("status", 0);
        if (status < 100 || status > 599) {
            throw failure.fault(
                    "status", "say how the call fails: a status such as 503, silent, or takes");
        }
        return new Fault.Kind.Fails(
                Integer.toString(status), failure.json("body").map(Object::toString).orElse("{}"));
    }
}

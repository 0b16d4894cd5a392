package dev.statecraft.sandbox;

import java.util.Set;

/** A service that tasks can call. */
public interface SimulatedService {

    /** The services it answers for, as {@link ResourceArn#service()} spells them. */
    Set<String> services();

    /** What is called, for call counts and faults: a function's name, or {@code service:action}. */
    default String target(ServiceCall call) {
        return call.resource().service() + ":" + call.resource().action();
    }

    /** Does the call. Whatever is wrong with the request comes back as {@link ServiceAnswer.Failed}. */
    ServiceAnswer answer(ServiceCall call);
}

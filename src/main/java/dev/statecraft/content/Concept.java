package dev.statecraft.content;

import java.util.Arrays;
import java.util.Optional;

/** One of the twelve things to understand about workflows; questions, cards and notes each belong to one. */
public enum Concept {
    DATA_FLOW("data-flow", "Sequence and data flow"),
    CHOICE("choice", "Choice"),
    RETRY_CATCH("retry-catch", "Retry, catch and backoff"),
    TIMEOUTS("timeout-heartbeat", "Timeout and heartbeat"),
    PARALLEL_MAP("parallel-map", "Parallel and Map"),
    IDEMPOTENCY("idempotency", "Idempotency and saga"),
    CALLBACK("callback", "Callback and human approval"),
    STANDARD_EXPRESS("standard-express", "Standard against Express"),
    MESSAGING("messaging", "The messaging neighbours"),
    COST("cost", "Cost"),
    LEAST_PRIVILEGE("least-privilege", "Least privilege"),
    OBSERVABILITY("observability", "Observability");

    private final String id;
    private final String title;

    Concept(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** As it stands in content and addresses. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public static Optional<Concept> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }
}

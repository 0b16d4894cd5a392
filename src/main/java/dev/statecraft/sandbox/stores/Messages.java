package dev.statecraft.sandbox.stores;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was sent to the account's queues, topics and event buses. Safe for several executions at once. */
public final class Messages {
    private final List<Message> sent = new ArrayList<>();

    /**
     * @param service {@code sqs}, {@code sns} or {@code events}
     * @param to the name of the queue, topic or bus
     */
    public record Message(Instant at, String service, String to, JsonNode body, String id) {}

    public synchronized void add(Message message) {
        sent.add(message);
    }

    /** All messages, in order. */
    public synchronized List<Message> sent() {
        return List.copyOf(sent);
    }
}

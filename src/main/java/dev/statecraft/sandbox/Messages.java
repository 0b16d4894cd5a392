package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was sent to the account's queues, topics and event buses. */
public final class Messages {
    private final List<Message> sent = new ArrayList<>();

    /**
     * @param service {@code sqs}, {@code sns} or {@code events}
     * @param to the name of the queue, topic or bus
     */
    public record Message(Instant at, String service, String to, JsonNode body, String id) {}

    void add(Message message) {
        sent.add(message);
    }

    /** All messages, in order. */
    public List<Message> sent() {
        return List.copyOf(sent);
    }
}

package dev.statecraft.region;

import dev.statecraft.sandbox.stores.Messages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What consumers of the account's queues see: messages that are there, taken for a while, or deleted. Safe for several threads. */
public final class Queues {
    private final Messages messages;
    private final Map<String, Instant> takenUntil = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();

    Queues(Messages messages) {
        this.messages = messages;
    }

    /** Takes up to {@code most} messages for {@code visibility}, oldest first. */
    public synchronized List<Messages.Message> receive(
            String queue, int most, Duration visibility, Instant now) {
        List<Messages.Message> received = new ArrayList<>();
        for (Messages.Message message : messages.sent()) {
            boolean here =
                    message.service().equals("sqs")
                            && message.to().equals(queue)
                            && !deleted.contains(message.id())
                            && !takenUntil.getOrDefault(message.id(), now).isAfter(now);
            if (here && received.size() < most) {
                takenUntil.put(message.id(), now.plus(visibility));
                received.add(message);
            }
        }
        return received;
    }

    public synchronized void delete(String messageId) {
        deleted.add(messageId);
    }

    public synchronized void purge(String queue) {
        messages.sent().stream()
                .filter(it -> it.to().equals(queue))
                .forEach(it -> deleted.add(it.id()));
    }
}

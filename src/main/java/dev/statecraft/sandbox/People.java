package dev.statecraft.sandbox;

import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.engine.tasks.TaskSignals;
import dev.statecraft.sandbox.world.World;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The people of a world: they read what reaches them and answer task tokens. */
final class People {
    private final World world;
    private final Account account;
    private final Map<String, Integer> requests = new HashMap<>();

    People(World world, Account account) {
        this.world = world;
        this.account = account;
    }

    /**
     * A task with a token was sent to {@code target}: whoever reads there answers in their time.
     *
     * @param target a function's name, or {@code service:action}
     * @return true if the person at the screen has to answer
     */
    boolean asked(String target, TaskRequest task, Duration after) {
        Optional<World.Person> reader =
                world.people().values().stream()
                        .filter(
                                person ->
                                        person.reachedBy().stream()
                                                .anyMatch(name -> isReachedBy(name, target, task)))
                        .findFirst();
        if (reader.isEmpty()) {
            return false;
        }
        World.Person person = reader.get();
        if (person.outside()) {
            return true;
        }
        int request = requests.merge(person.name(), 1, Integer::sum);
        World.Answer answer = person.answers().get(Math.min(request, person.answers().size()) - 1);
        answer.after()
                .ifPresent(
                        delay -> {
                            Instant when = account.now().plus(after).plus(delay);
                            for (int i = 0; i < answer.times(); i++) {
                                account.timeline()
                                        .at(
                                                when,
                                                () ->
                                                        give(
                                                                answer,
                                                                task.taskToken(),
                                                                account.signals()));
                            }
                        });
        return false;
    }

    /** How many requests each person who answers by script has had so far. */
    Map<String, Integer> requests() {
        return Map.copyOf(requests);
    }

    private static boolean isReachedBy(String name, String target, TaskRequest task) {
        return name.equals(target)
                || name.equals(ResourceArn.nameIn(task.input().path("TopicArn").asText("")))
                || name.equals(ResourceArn.nameIn(task.input().path("QueueUrl").asText("")));
    }

    static void give(World.Answer answer, String token, TaskSignals signals) {
        if (answer.output().isPresent()) {
            signals.succeeded(token, answer.output().get());
        } else {
            signals.failed(token, answer.error(), answer.cause());
        }
    }
}

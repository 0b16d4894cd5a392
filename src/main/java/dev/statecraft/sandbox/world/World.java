package dev.statecraft.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.ServiceCall;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What exists in a simulated account before anything runs, as data: functions and how they behave, buckets, tables, queues,
 * topics, people who answer, other state machines, activities and their workers, and web addresses. Written in YAML in a scenario and in JSON on the sandbox page.
 *
 * <p>The format is described in {@code src/docs/world.md}. All maps keep the order of the text.
 */
public record World(
        Map<String, Function> functions,
        Map<String, List<StoredFile>> buckets,
        Map<String, Table> tables,
        List<String> queues,
        List<String> topics,
        List<String> eventBuses,
        Map<String, Person> people,
        Map<String, Workflow> stateMachines,
        Map<String, Activity> activities,
        Map<String, Endpoint> endpoints,
        JsonNode source) {

    /** @throws WorldFault if {@code source} does not describe a world */
    public static World of(JsonNode source) {
        return WorldReader.read(source);
    }

    /**
     * A Lambda function.
     *
     * @param says what it is for, in a sentence for the learner
     * @param returns a payload template over the event; empty: the function returns its event
     * @param work what the function really does, beside returning
     * @param after how long a call takes
     * @param effect what a completed call leaves behind, to be counted
     * @param failures which calls fail, and how
     */
    public record Function(
            String name,
            String says,
            Optional<JsonNode> returns,
            Optional<ImageWork> work,
            Duration after,
            Optional<Effect> effect,
            List<Failure> failures) {}

    /**
     * A side effect such as a charge, written into the account's ledger.
     *
     * @param name such as {@code charge}
     * @param once where the event holds an idempotency key: a second call with the same key leaves nothing behind
     * @param key where the event holds what the effect is about, such as an order's id
     */
    public record Effect(String name, Optional<String> once, Optional<String> key) {}

    /** What a function does to images in a bucket. */
    public enum ImageWork {
        RESIZE,
        CONVERT
    }

    /**
     * Calls that fail.
     *
     * @param from first call that fails, counted from 1
     * @param to last call that fails
     * @param when the calls that count: those whose event has this value at this path; empty: all
     */
    public record Failure(int from, int to, Optional<Condition> when, Fault.Kind kind) {

        /** Whether the call of that number, counted from 1, fails. */
        public boolean hits(int number, JsonNode event) {
            return number >= from
                    && number <= to
                    && when.map(it -> ServiceCall.at(event, it.path()).equals(it.equalTo()))
                            .orElse(true);
        }
    }

    /** @param path a JSONPath into the event */
    public record Condition(String path, JsonNode equalTo) {}

    /** @param body the object's content */
    public record StoredFile(String key, byte[] body) {
        @Override
        public boolean equals(Object other) {
            return other instanceof StoredFile file
                    && key.equals(file.key)
                    && java.util.Arrays.equals(body, file.body);
        }

        @Override
        public int hashCode() {
            return 31 * key.hashCode() + java.util.Arrays.hashCode(body);
        }
    }

    /** @param keys names of the key attributes */
    public record Table(List<String> keys, List<JsonNode> items) {}

    /**
     * Somebody who answers task tokens.
     *
     * @param says who this is, for the learner
     * @param reachedBy names of functions, queues and topics whose messages they read
     * @param outside true if the person at the screen answers, unless answers are given
     * @param answers one for each request, in order; the last one serves for all further requests
     */
    public record Person(
            String name,
            String says,
            List<String> reachedBy,
            boolean outside,
            List<Answer> answers) {
        public Person withAnswers(List<Answer> newAnswers) {
            return new Person(name, says, reachedBy, false, newAnswers);
        }
    }

    /**
     * What a person does with a request.
     *
     * @param after how long they take; empty: they never answer
     * @param output the result, if they accept the task; a failure otherwise
     * @param times how often they answer: 2 for somebody who clicks twice
     */
    public record Answer(
            Optional<Duration> after,
            Optional<JsonNode> output,
            Optional<String> error,
            Optional<String> cause,
            int times) {}

    /**
     * A state machine that tasks can start.
     *
     * @param runsTwice true if each asynchronous execution runs once more than was asked for, as Express allows
     */
    public record Workflow(
            String name, StateMachineType type, StateMachine definition, boolean runsTwice) {}

    /**
     * An activity and its worker.
     *
     * @param says who the worker is, for the learner
     * @param answers one for each task, in order; the last one serves for all further tasks. Empty: somebody outside is
     *     the worker
     */
    public record Activity(String name, String says, List<Answer> answers) {}

    /**
     * A web address that an HTTP task or an API Gateway task calls.
     *
     * @param url without query
     * @param status of calls that do not fail
     * @param returns a payload template over the request; empty: the body of the request comes back
     * @param failures calls that answer with another status, the error's name, or take too long
     */
    public record Endpoint(
            String name,
            String says,
            String url,
            int status,
            Optional<JsonNode> returns,
            Duration after,
            List<Failure> failures) {}

    /** The same world, in which some people answer by script. */
    public World withAnswers(Map<String, List<Answer>> scripts) {
        var changed = new java.util.LinkedHashMap<>(people);
        scripts.forEach(
                (name, answers) ->
                        changed.computeIfPresent(name, (n, person) -> person.withAnswers(answers)));
        return new World(
                functions,
                buckets,
                tables,
                queues,
                topics,
                eventBuses,
                changed,
                stateMachines,
                activities,
                endpoints,
                source);
    }
}

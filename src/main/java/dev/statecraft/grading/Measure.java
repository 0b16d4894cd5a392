package dev.statecraft.grading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.sandbox.Values;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that a run has one value of: how it ended, what came out, how often something was called.
 *
 * <p>An {@link Observation} is met or not; a measure is read off, so that the answer to a question is never typed.
 */
public sealed interface Measure {

    /** The execution's status as AWS spells it. */
    record Status() implements Measure {}

    /** The error that the execution failed with; missing if it did not fail. */
    record Error() implements Measure {}

    /** The status, and the error where there is one: {@code FAILED with Card.Declined}. */
    record Ending() implements Measure {}

    /** The value at a JSONPath into the output; missing if there is none. */
    record Output(String path) implements Measure {}

    /** How often a function or a service's action was called. */
    record Calls(String target) implements Measure {}

    /** How often a side effect happened. */
    record Effects(String name) implements Measure {}

    /** How many messages were sent to a queue, topic or bus. */
    record Sent(String to) implements Measure {}

    /** How long the execution took, in seconds; missing if it still runs. */
    record Seconds() implements Measure {}

    /** Seconds after the start at which each call of a target was made, as a list. */
    record CallTimes(String target) implements Measure {}

    /** The names of the states that were entered, in order, as a list. */
    record Path() implements Measure {}

    /** How many times a state was entered. */
    record Entered() implements Measure {}

    /** How many events of a type are in the history. */
    record Events(String type) implements Measure {}

    /** The input of a target's first call. */
    record Request(String target) implements Measure {}

    /** State transitions that a Standard workflow is billed for: each state that was entered, and each retry. */
    record Transitions() implements Measure {}

    /** Dollars for a million such runs as Standard. */
    record StandardCost() implements Measure {}

    /** Dollars for a million such runs as Express. */
    record ExpressCost() implements Measure {}

    /** The position of the retrier that made each wait of a task, from 1, as a list. */
    record Retriers(String state) implements Measure {}

    /** @throws IllegalArgumentException if there is no measure of that kind */
    static Measure of(String kind, String about) {
        return switch (kind) {
            case "status" -> new Status();
            case "error" -> new Error();
            case "ending" -> new Ending();
            case "output" -> new Output(about.isBlank() ? "$" : about);
            case "calls" -> new Calls(about);
            case "effects" -> new Effects(about);
            case "sent" -> new Sent(about);
            case "seconds" -> new Seconds();
            case "callTimes" -> new CallTimes(about);
            case "path" -> new Path();
            case "entered" -> new Entered();
            case "events" -> new Events(about);
            case "request" -> new Request(about);
            case "transitions" -> new Transitions();
            case "standardCost" -> new StandardCost();
            case "expressCost" -> new ExpressCost();
            case "retriers" -> new Retriers(about);
            default ->
                    throw new IllegalArgumentException(
                            "There is no measure \""
                                    + kind
                                    + "\"; write status, error, ending, output, calls, effects, sent, seconds, callTimes, path, entered, events, request, transitions, standardCost, expressCost or retriers.");
        };
    }

    /** The value in {@code run}; missing where the run has none. */
    default JsonNode in(Trial.Run run) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Execution execution = run.execution();
        return switch (this) {
            case Status status -> json.textNode(execution.status().name());
            case Error error ->
                    execution
                            .error()
                            .<JsonNode>map(json::textNode)
                            .orElse(MissingNode.getInstance());
            case Ending ending ->
                    json.textNode(
                            execution.status().name()
                                    + execution.error().map(it -> " with " + it).orElse(""));
            case Output output ->
                    execution
                            .output()
                            .flatMap(value -> Values.find(value, output.path()))
                            .orElse(MissingNode.getInstance());
            case Calls calls ->
                    json.numberNode(
                            run.account().calls().stream()
                                    .filter(it -> it.target().equals(calls.target()))
                                    .count());
            case Effects effects ->
                    json.numberNode(
                            run.account().effects().stream()
                                    .filter(it -> it.name().equals(effects.name()))
                                    .count());
            case Sent sent ->
                    json.numberNode(
                            run.account().messages().sent().stream()
                                    .filter(it -> it.to().equals(sent.to()))
                                    .count());
            case Seconds seconds ->
                    execution
                            .stopDate()
                            .map(stop -> secondsBetween(execution.startDate(), stop))
                            .orElse(MissingNode.getInstance());
            case CallTimes times -> {
                ArrayNode list = json.arrayNode();
                run.account().calls().stream()
                        .filter(it -> it.target().equals(times.target()))
                        .forEach(it -> list.add(secondsBetween(execution.startDate(), it.at())));
                yield list;
            }
            case Path path -> {
                ArrayNode list = json.arrayNode();
                for (HistoryEvent event : execution.history().events()) {
                    if (event.details() instanceof EventDetails.StateEntered entered) {
                        list.add(entered.name());
                    }
                }
                yield list;
            }
            case Entered entered ->
                    json.numberNode(
                            execution.history().events().stream()
                                    .filter(it -> it.type().isStateEntered())
                                    .count());
            case Events events ->
                    json.numberNode(
                            execution.history().events().stream()
                                    .filter(it -> it.type().name().equals(events.type()))
                                    .count());
            case Transitions transitions -> json.numberNode(Billing.of(execution).transitions());
            case StandardCost cost -> json.numberNode(Billing.of(execution).standardDollars());
            case ExpressCost cost -> json.numberNode(Billing.of(execution).expressDollars());
            case Retriers retriers -> {
                ArrayNode list = json.arrayNode();
                RetriersUsed.in(execution, retriers.state()).forEach(list::add);
                yield list;
            }
            case Request request ->
                    run.account().calls().stream()
                            .filter(it -> it.target().equals(request.target()))
                            .findFirst()
                            .map(dev.statecraft.sandbox.Call::request)
                            .orElse(MissingNode.getInstance());
        };
    }

    private static JsonNode secondsBetween(Instant start, Instant end) {
        var seconds = BigDecimal.valueOf(Duration.between(start, end).toMillis(), 3);
        return JsonNodeFactory.instance.numberNode(seconds.stripTrailingZeros());
    }
}

package dev.statecraft.web.runs;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.diagram.trace.EventPlaces;
import dev.statecraft.diagram.trace.EventPlaces.Place;
import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.web.JsonText;

import jakarta.ws.rs.FormParam;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form with which somebody asks for a fork, as it was filled in: whatever may stand in it. */
public class ForkRequest {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final long MOST_SECONDS = 366L * 24 * 3600;

    @FormParam("event")
    @Nullable String event;

    @FormParam("change")
    @Nullable String change;

    @FormParam("input")
    @Nullable String input;

    @FormParam("target")
    @Nullable String target;

    @FormParam("number")
    @Nullable String number;

    @FormParam("fault")
    @Nullable String fault;

    @FormParam("error")
    @Nullable String error;

    @FormParam("cause")
    @Nullable String cause;

    @FormParam("seconds")
    @Nullable String seconds;

    @FormParam("task")
    @Nullable String task;

    @FormParam("person")
    @Nullable String person;

    @FormParam("answer")
    @Nullable String answer;

    @FormParam("output")
    @Nullable String output;

    /** What is wrong with the form, in the learner's words. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message, null, false, false);
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }

    long event(long last) {
        return number(event, 1, last).orElse(last);
    }

    String change() {
        return text(change, LONGEST_NAME);
    }

    /** @throws Refused if it makes no fork */
    RunFork read(RecordedRun run, EventPlaces places, long at) {
        return switch (change()) {
            case "input" -> input(places.of(at), at);
            case "fault" -> fault(run, at);
            case "answer" -> answer(run, places, at);
            case "person" -> script(run, at);
            default -> throw new Refused("Choose what the fork changes.");
        };
    }

    private RunFork input(Optional<Place> place, long at) {
        JsonNode value = json(input, "The input");
        return place.isEmpty()
                ? new RunFork(
                        at,
                        "the execution has another input",
                        new RunFork.Change.ExecutionInput(String.valueOf(input)))
                : new RunFork(
                        at,
                        place.get().state()
                                + " is entered with another input (event "
                                + place.get().enteredEvent()
                                + ")",
                        new RunFork.Change.StateInput(place.get().enteredEvent(), value));
    }

    private RunFork fault(RecordedRun run, long at) {
        String called = text(target, LONGEST_NAME);
        if (called.isEmpty()) {
            throw new Refused("Choose which function or service goes wrong.");
        }
        int first =
                ForkForm.of(run, EventPlaces.of(List.of()), at).targets().stream()
                        .filter(it -> it.name().equals(called))
                        .mapToInt(ForkForm.Target::next)
                        .findFirst()
                        .orElse(1);
        int call =
                number(number, 1, 1_000_000)
                        .map(Math::toIntExact)
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                "Write which call goes wrong, as a number from 1."));
        if (call < first) {
            throw new Refused(
                    "Call %d of %s was made before event %d. Choose call %d or a later one, or fork at an earlier event."
                            .formatted(call, called, at, first));
        }
        var fault = new Fault(called, call, call, kind());
        return new RunFork(at, fault.describe(), new RunFork.Change.OneMoreFault(fault));
    }

    private Fault.Kind kind() {
        String name = text(error, LONGEST_NAME);
        String why = text(cause, LONGEST_TEXT);
        return switch (text(fault, LONGEST_NAME)) {
            case "fails" -> {
                if (name.isEmpty()) {
                    throw new Refused("Write the name of the error, such as States.TaskFailed.");
                }
                yield new Fault.Kind.Fails(name, why);
            }
            case "reply-lost" ->
                    new Fault.Kind.ReplyLost(
                            name.isEmpty() ? "Lambda.Unknown" : name,
                            why.isEmpty() ? "The reply was lost." : why);
            case "silent" -> new Fault.Kind.Silent();
            case "slow" ->
                    new Fault.Kind.Slow(
                            Duration.ofSeconds(
                                    number(seconds, 1, MOST_SECONDS)
                                            .orElseThrow(
                                                    () ->
                                                            new Refused(
                                                                    "Write how many seconds the call takes, from 1."))));
            default -> throw new Refused("Choose how the call goes wrong.");
        };
    }

    private RunFork answer(RecordedRun run, EventPlaces places, long at) {
        String token = text(task, LONGEST_NAME);
        ForkForm.Ask ask =
                ForkForm.of(run, places, at).asks().stream()
                        .filter(it -> it.token().equals(token))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                "No task waits for an answer at or after this event."));
        return switch (text(answer, LONGEST_NAME)) {
            case "approve" -> answered(ask, at, "is approved", "{\"approved\":true}");
            case "reject" -> answered(ask, at, "is rejected", "{\"approved\":false}");
            case "output" ->
                    answered(
                            ask,
                            at,
                            "is answered with another output",
                            json(output, "The output").toString());
            case "fails" ->
                    new RunFork(
                            at,
                            ask.state() + " is answered with the error " + errorName(),
                            new RunFork.Change.Answer(token, "FAIL", errorName()));
            case "silent" ->
                    new RunFork(
                            at,
                            ask.state() + " is not answered yet",
                            new RunFork.Change.Silence(token));
            default -> throw new Refused("Choose how the task is answered.");
        };
    }

    private static RunFork answered(ForkForm.Ask ask, long at, String words, String payload) {
        return new RunFork(
                at,
                ask.state() + " " + words,
                new RunFork.Change.Answer(ask.token(), "SUCCEED", payload));
    }

    private String errorName() {
        String name = text(error, LONGEST_NAME);
        if (name.isEmpty()) {
            throw new Refused("Write the name of the error that answers the task.");
        }
        return name;
    }

    private RunFork script(RecordedRun run, long at) {
        String name = text(person, LONGEST_NAME);
        World.Person who = run.replay().account().world().people().get(name);
        if (who == null || who.answers().isEmpty()) {
            throw new Refused("Choose who answers otherwise.");
        }
        int before = run.at().requestsToPeople().getOrDefault(name, 0);
        List<World.Answer> answers = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            answers.add(who.answers().get(Math.min(i, who.answers().size() - 1)));
        }
        World.Answer usual = who.answers().get(Math.min(before, who.answers().size() - 1));
        answers.add(other(usual));
        return new RunFork(
                at,
                name + " " + words(text(answer, LONGEST_NAME)),
                new RunFork.Change.Script(name, answers));
    }

    private World.Answer other(World.Answer usual) {
        Optional<Duration> after = Optional.of(usual.after().orElse(Duration.ofHours(1)));
        return switch (text(answer, LONGEST_NAME)) {
            case "approve" -> output(after, Replay.json("{\"approved\":true}"));
            case "reject" -> output(after, Replay.json("{\"approved\":false}"));
            case "output" -> output(after, json(output, "The output"));
            case "fails" ->
                    new World.Answer(
                            after, Optional.empty(), Optional.of(errorName()), Optional.empty(), 1);
            case "silent" ->
                    new World.Answer(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            1);
            default -> throw new Refused("Choose what the person answers.");
        };
    }

    private static World.Answer output(Optional<Duration> after, JsonNode value) {
        return new World.Answer(after, Optional.of(value), Optional.empty(), Optional.empty(), 1);
    }

    private static String words(String answer) {
        return switch (answer) {
            case "approve" -> "approves";
            case "reject" -> "rejects";
            case "fails" -> "answers with an error";
            case "silent" -> "never answers";
            default -> "answers with another output";
        };
    }

    private static JsonNode json(@Nullable String text, String what) {
        JsonText read = JsonText.read(what, text == null ? "" : text);
        return read.json().orElseThrow(() -> new Refused(read.problem()));
    }

    private static String text(@Nullable String given, int longest) {
        String text = given == null ? "" : given.strip();
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static Optional<Long> number(@Nullable String text, long from, long to) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(it -> it.matches("[0-9]{1,12}"))
                .map(Long::valueOf)
                .filter(it -> it >= from && it <= to);
    }
}
